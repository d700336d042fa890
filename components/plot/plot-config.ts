/** What an activation plot is told by its page, and the state that its address can hold. */
import { curveOf, type Curve } from '#figures/curve.ts';
import type { ActivationScene } from '#figures/activation-chart.ts';
import type { Frame } from '#figures/frame.ts';
import type { Fields, State } from '#state/fragment.ts';

export interface PlotConfig {
  functions: readonly { id: string; parameters: Readonly<Record<string, number>> }[];
  z: number;
  derivative: boolean;
  tangent: boolean;
  saturation: boolean;
  /** |f′| under this counts as flat. */
  threshold: number;
  x: readonly [number, number];
  y: readonly [number, number];
}

/** The name of a parameter in the state: `alpha`, or `elu.alpha` where several functions are shown. */
export const parameterKey = (config: PlotConfig, id: string, name: string) =>
  config.functions.length > 1 ? `${id}.${name}` : name;

/** The fields of the state, with the author's figure as their initial values. */
export function plotFields(config: PlotConfig): Fields {
  const parameters = config.functions.flatMap(({ id, parameters: chosen }) => {
    const { activation, parameters: values } = curveOf(id, chosen);
    return Object.entries(activation.parameters).map(
      ([name, { min, max }]) =>
        [
          parameterKey(config, id, name),
          { kind: 'number', initial: values[name]!, min, max },
        ] as const,
    );
  });
  return {
    z: { kind: 'number', initial: config.z, min: config.x[0], max: config.x[1] },
    ...Object.fromEntries(parameters),
    derivative: { kind: 'flag', initial: config.derivative },
    tangent: { kind: 'flag', initial: config.tangent },
    saturation: { kind: 'flag', initial: config.saturation },
  };
}

export function curvesOf(config: PlotConfig, state: State): Curve[] {
  return config.functions.map(({ id, parameters }) => {
    const names = Object.keys(curveOf(id, parameters).parameters);
    return curveOf(
      id,
      Object.fromEntries(
        names.map((name) => [name, Number(state[parameterKey(config, id, name)])]),
      ),
    );
  });
}

export const sceneOf = (
  config: PlotConfig,
  state: State,
  functions: readonly Curve[],
): ActivationScene => ({
  functions,
  z: Number(state['z']),
  derivative: Boolean(state['derivative']),
  tangent: Boolean(state['tangent']),
  threshold: state['saturation'] ? config.threshold : null,
});

/** Two sizes: text in a picture that is shrunk to a phone could not be read. */
export const frames = ({ x, y }: Pick<PlotConfig, 'x' | 'y'>): { wide: Frame; narrow: Frame } => ({
  wide: { width: 640, height: 384, margin: { top: 12, right: 84, bottom: 28, left: 36 }, x, y },
  narrow: { width: 360, height: 300, margin: { top: 12, right: 72, bottom: 28, left: 30 }, x, y },
});

/**
 * A vertical range that holds f and f′ for every setting of the sliders, so that the axes stand still
 * while a curve moves; a function without bound is cut at `limit`.
 */
export function verticalRange(
  functions: PlotConfig['functions'],
  x: PlotConfig['x'],
  limit: readonly [number, number] = [-2.4, 4.4],
): readonly [number, number] {
  const settings = functions.flatMap(({ id, parameters }) => {
    const { activation } = curveOf(id, parameters);
    const sliders = Object.entries(activation.parameters);
    return [
      curveOf(id, parameters),
      ...sliders.flatMap(([name, { min, max }]) =>
        [min, max].flatMap((value) => {
          try {
            return [curveOf(id, { ...parameters, [name]: value })];
          } catch {
            return []; // An end of a slider where the function is not defined.
          }
        }),
      ),
    ];
  });
  return heightOf(settings, x, limit);
}

/** A vertical range that holds these curves and their slopes, cut at `limit`. */
export function heightOf(
  curves: readonly Pick<Curve, 'f' | 'df'>[],
  x: PlotConfig['x'],
  limit: readonly [number, number] = [-2.4, 4.4],
): readonly [number, number] {
  let [low, high] = [-0.2, 1];
  for (const { f, df } of curves) {
    for (let i = 0; i <= 60; i++) {
      const z = x[0] + ((x[1] - x[0]) * i) / 60;
      for (const value of [f(z), df(z)]) {
        if (Number.isFinite(value)) [low, high] = [Math.min(low, value), Math.max(high, value)];
      }
    }
  }
  const pad = 0.06 * (Math.min(high, limit[1]) - Math.max(low, limit[0]));
  return [Math.max(low - pad, limit[0]), Math.min(high + pad, limit[1])];
}
