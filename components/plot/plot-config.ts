/** What an activation plot is told by its page, and the state that its address can hold. */
import { curveOf, type Curve } from '#figures/curve.ts';
import type { ActivationScene } from '#figures/activation-chart.ts';
import type { Fields, State } from '#state/fragment.ts';
import { pointStep } from '../figure/point-slider.ts';

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
      ([name, { min, max, step }]) =>
        [
          parameterKey(config, id, name),
          { kind: 'number', initial: values[name]!, min, max, step },
        ] as const,
    );
  });
  return {
    z: { kind: 'number', initial: config.z, min: config.x[0], max: config.x[1], step: pointStep },
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
