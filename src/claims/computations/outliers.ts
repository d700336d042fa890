/** What a loss does to the weight of outliers: the networks of the experiment `outliers` with another loss. */
import { outliers } from '#experiments/chapter-5.ts';
import { setupOf } from '#experiments/experiment.ts';
import { trueTest } from '#experiments/altered.ts';
import { summarize } from '#experiments/statistics.ts';
import { createWorkspace, lossAndGradient } from '#nn/gradient.ts';
import { createTrace, forwardAll } from '#nn/network.ts';
import { createObjective, type Objective } from '#nn/objective.ts';
import { optimizers } from '#nn/optimizers.ts';
import { pick } from '#nn/points.ts';
import { shuffle, stream } from '#nn/random.ts';
import { startRun } from '#nn/train.ts';
import type { Computation } from './computation.ts';

const seeds = Array.from({ length: 6 }, (_, k) => k + 1);
/** Beyond this distance Huber's loss goes on as a straight line. */
const bend = 0.2;

const squared = createObjective({ kind: 'values' }, 'squared-error');
const huber: Objective = {
  ...squared,
  gradient(_z, outputs, wanted, units, count, delta) {
    for (let k = 0; k < units * count; k++)
      delta[k] = Math.min(bend, Math.max(-bend, outputs[k]! - wanted[k]!)) / count;
  },
};

/** Half the mean squared error on true values after training on wrong ones: medians over 6 seeds. */
export const outlierLoss: Computation = () =>
  Object.fromEntries(
    (['relu', 'leaky-relu'] as const).flatMap((variant) =>
      Object.entries({ squared, huber }).map(([name, objective]) => [
        `${variant}.${name}`,
        summarize(seeds.map((seed) => trained(variant, objective, seed))).median,
      ]),
    ),
  );

function trained(variant: string, objective: Objective, seed: number): number {
  const setup = setupOf(outliers, variant, seed);
  const { network, data } = startRun(setup, { core: 'typescript' });
  const { batchSize, learningRate } = setup;
  const optimize = optimizers.adam({ learningRate, momentum: 0 }, network.parameters.length);
  const work = createWorkspace(network, batchSize);
  const order = Uint32Array.from(data.train.targets.keys());
  const random = stream(seed, 'shuffling');
  for (let epoch = 0; epoch < outliers.epochs; epoch++) {
    shuffle(order, random);
    for (let at = 0; at < order.length; at += batchSize) {
      const { inputs, targets, count } = pick(data.train, order.subarray(at, at + batchSize));
      lossAndGradient(network, objective, inputs, targets, count, work);
      optimize(network.parameters, work.gradient);
    }
  }
  const test = trueTest({ ...setup, dataset: outliers.base.dataset }, outliers.base.altered!);
  const z = forwardAll(network, test.inputs, test.count, createTrace(network, test.count));
  return squared.mean(z, z, test.targets, 1, test.count);
}
