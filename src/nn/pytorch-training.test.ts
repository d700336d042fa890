import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createWorkspace, lossAndGradient } from './gradient.ts';
import type { ActivationRef } from './kernels.ts';
import type { LossId } from './losses.ts';
import { createNetwork } from './network.ts';
import type { NormalizationId } from './normalization.ts';
import { createObjective, wantedOutputs } from './objective.ts';
import { optimizers, type OptimizerId } from './optimizers.ts';
import type { OutputId } from './outputs.ts';
import { addPenalty } from './penalties.ts';
import { pick, type Points, type Task } from './points.ts';
import type { TrainingSetup } from './setup.ts';
import { createTypeScriptCore } from './typescript-core.ts';

/** Made by tests/tools/make-nn-training-fixtures.py. */
interface Case {
  name: string;
  sizes: number[];
  activations: ActivationRef[];
  normalization?: NormalizationId;
  loss: LossId;
  output: OutputId;
  classes: number | null;
  optimizer?: OptimizerId;
  momentum?: number;
  learningRate: number;
  l1?: number;
  l2?: number;
  inputs: number[];
  targets: number[];
  initial: number[];
  /** Of each mini-batch, before its step. */
  losses: number[];
  /** The parameters after the last step. */
  final: number[];
  /** Of all points, with those parameters, not training. */
  logits: number[];
}

/** Rounding errors of 20 steps in double precision; a wrong formula shows from the third digit on. */
const tolerance = 1e-11;

const path = new URL('../../tests/fixtures/nn-training.json', import.meta.url);
const { batchSize, cases } = JSON.parse(readFileSync(path, 'utf8')) as {
  batchSize: number;
  cases: Case[];
};

const largestError = (a: ArrayLike<number>, b: readonly number[]) => {
  expect(a).toHaveLength(b.length);
  return Math.max(...b.map((value, k) => Math.abs(a[k]! - value)));
};

describe('training gives the numbers that PyTorch gives, step by step', () => {
  test.each(cases.map((one) => [one.name, one] as const))('%s', (_name, given) => {
    const { classes, sizes, activations, normalization } = given;
    const task: Task = classes ? { kind: 'classes', classes } : { kind: 'values' };
    const points: Points = {
      count: given.targets.length,
      dimensions: sizes[0] as 1 | 2,
      inputs: Float64Array.from(given.inputs),
      targets: Float64Array.from(given.targets),
    };
    const objective = createObjective(task, given.loss, given.output);
    expect(objective.units).toBe(sizes.at(-1));
    const start = () => {
      const network = createNetwork(sizes, activations, normalization);
      expect(network.parameters).toHaveLength(given.initial.length);
      network.parameters.set(given.initial);
      return network;
    };

    // Step by step, for the losses.
    const network = start();
    const { parameters, layers } = network;
    const { learningRate, momentum = 0, l1 = 0, l2 = 0 } = given;
    const make = optimizers[given.optimizer ?? 'sgd'];
    const optimize = make({ learningRate, momentum }, parameters.length);
    const work = createWorkspace(network, batchSize);
    const places = [...points.targets.keys()];
    let from = 0;
    given.losses.forEach((expected, step) => {
      const { inputs, targets, count } = pick(points, places.slice(from, from + batchSize));
      const wanted = wantedOutputs(objective, targets);
      const loss = lossAndGradient(network, objective, inputs, wanted, count, work);
      expect(Math.abs(loss - expected), `step ${step + 1}`).toBeLessThan(tolerance);
      addPenalty(layers, work.gradientLayers, l1, l2);
      optimize(parameters, work.gradient);
      from = from + count === points.count ? 0 : from + count;
    });
    expect(largestError(parameters, given.final)).toBeLessThan(tolerance);

    // As a run does it, for what comes out in the end.
    const setup = { ...given, batchSize } as unknown as TrainingSetup;
    const data = { train: points, test: points };
    const core = createTypeScriptCore({ setup, data, objective, network: start() });
    const epoch = points.count / batchSize;
    for (let step = 0; step < given.losses.length;) {
      const left = given.losses.length - step;
      const to = left < epoch ? left * batchSize : points.count;
      step += core.train(0, to);
    }
    const final = new Float64Array(parameters.length);
    core.read(final);
    expect(final).toEqual(parameters);
    expect(largestError(core.logits(points.inputs), given.logits)).toBeLessThan(tolerance);
  });
});
