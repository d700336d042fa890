/** Backpropagation through the network as it stands, for one of its training points. */
import { createNetwork } from '#nn/network.ts';
import { createObjective, outputUnits } from '#nn/objective.ts';
import type { Points } from '#nn/points.ts';
import { activationsOf, dimensionsOf, outputOf, taskOf, type TrainingSetup } from '#nn/setup.ts';
import { formatNumber } from '#i18n/numbers.ts';
import type { Scene } from '../../backprop/config.ts';
import type { Say } from '../words.ts';

/** The network of a setup with these parameters, and one of the points. */
export function sceneAt(
  setup: TrainingSetup,
  parameters: Float64Array,
  points: Points,
  place: number,
): Scene {
  const task = taskOf(setup);
  const units = outputUnits(task, setup.loss, outputOf(setup));
  const network = createNetwork(
    [dimensionsOf(setup), ...setup.hidden, units],
    activationsOf(setup),
    setup.normalization,
  );
  network.parameters.set(parameters);
  const { inputs, targets, count, dimensions } = points;
  return {
    network,
    objective: createObjective(task, setup.loss, setup.output),
    example: {
      inputs: Array.from({ length: dimensions }, (_, d) => inputs[d * count + place]!),
      target: targets[place]!,
    },
  };
}

/** `x = (1.20, −0.50), target 1` */
export const pointText = ({ example }: Scene, say: Say): string =>
  say('backprop.exampleText', {
    inputs: example.inputs.map((value) => formatNumber(value, 2)).join(', '),
    target: String(Number(example.target.toPrecision(3))).replace('-', '−'),
  });
