/** What the figure of a reader's own function shows, and the state that its address can hold. */
import { bind } from '#activations/index.ts';
import type { ActivationScene } from '#figures/activation-chart.ts';
import { frames, heightOf } from '#figures/curve-frames.ts';
import { maxLength, ownFunction, type OwnFunction } from '#formula/index.ts';
import { decodeState, type Fields, type Problem, type State } from '#state/fragment.ts';
import { pointStep } from '../figure/point-slider.ts';
import type { OwnCurve } from './properties.ts';

export interface OwnConfig {
  formula: string;
  /** Where the author's sliders stand, by parameter. */
  parameters: Readonly<Record<string, number>>;
  z: number;
  x: readonly [number, number];
}

/** Pressed, they are typed into the field. */
export const examples = [
  'z * sigmoid(1.7 z)',
  'max(0, z)^2',
  'a z / (1 + |z|)',
  'z > 0 ? z : a z',
  'z tanh(ln(1 + e^z))',
  'z + sin(a z)^2 / a',
  'ln(1 + |z|) sign(z)',
  '1 / z',
] as const;

/** Whether a text is a formula. */
function isFormula(text: string): boolean {
  try {
    ownFunction(text);
    return true;
  } catch {
    return false;
  }
}

/** The formula as a field of an address: what does not parse is replaced and reported. */
const formulaField = (initial: string) =>
  ({ kind: 'text', initial, maxLength, accepts: isFormula }) as const;

/** The fields for one formula: its own parameters, at the author's values where the formula is the author's. */
export function ownFields({ formula, parameters, z, x }: OwnConfig, own: OwnFunction): Fields {
  const authors = own.parsed.text === formula ? parameters : {};
  return {
    formula: formulaField(formula),
    z: { kind: 'number', initial: z, min: x[0], max: x[1], step: pointStep },
    ...Object.fromEntries(
      Object.entries(own.parameters).map(([name, { default: initial, min, max, step }]) => [
        name,
        { kind: 'number', initial: authors[name] ?? initial, min, max, step } as const,
      ]),
    ),
  };
}

/** Reads a query back: first the formula, then what belongs to it. */
export function readOwn(config: OwnConfig, query: string): { state: State; problems: Problem[] } {
  const formula = { formula: formulaField(config.formula) };
  const first = decodeState(formula, query).state['formula'] as string;
  return decodeState(ownFields(config, ownFunction(first)), query);
}

export function curveOf(state: State): OwnCurve {
  const activation = ownFunction(String(state['formula']));
  const parameters = Object.fromEntries(
    Object.keys(activation.parameters).map((name) => [name, Number(state[name])]),
  );
  const bound = bind(activation, parameters);
  return { activation, ...bound, facts: activation.facts(parameters) };
}

/** The frames hold f and f′ at the ends of the sliders too, so that the axes stand still while one moves. */
export function ownFrames({ activation, parameters }: OwnCurve, x: OwnConfig['x']) {
  const settings = [
    parameters,
    ...Object.entries(activation.parameters).flatMap(([name, { min, max }]) =>
      [min, max].map((value) => ({ ...parameters, [name]: value })),
    ),
  ];
  const curves = settings.map((p) => ({
    f: (z: number) => activation.f(z, p),
    df: (z: number) => activation.df(z, p),
  }));
  return frames({ x, y: heightOf(curves, x) });
}

export const sceneOf = (curve: OwnCurve, z: number): ActivationScene => ({
  functions: [curve],
  z,
  derivative: true,
  tangent: true,
  threshold: null,
});
