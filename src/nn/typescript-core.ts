/** The reference core: double precision, one readable layer loop (`network.ts`). */
import type { Core, Problem, Score } from './core.ts';
import { createWorkspace, lossAndGradient } from './gradient.ts';
import { createTrace, forwardAll } from './network.ts';
import { accuracy, wantedOutputs } from './objective.ts';
import { defaultMomentum, optimizers, type Optimizer } from './optimizers.ts';
import { addPenalty } from './penalties.ts';
import { shuffle, stream } from './random.ts';

export function createTypeScriptCore({ setup, data, objective, network }: Problem): Core {
  const { batchSize, learningRate, momentum = defaultMomentum, l1 = 0, l2 = 0 } = setup;
  const { unit, units } = objective;
  const { parameters, layers } = network;
  const wanted = {
    train: wantedOutputs(objective, data.train.targets),
    test: wantedOutputs(objective, data.test.targets),
  };
  const largest = Math.min(batchSize, data.train.count);
  const batch = {
    inputs: new Float64Array(data.train.dimensions * largest),
    wanted: new Float64Array(units * largest),
  };
  const work = createWorkspace(network, largest);
  const optimize: Optimizer = optimizers[setup.optimizer ?? 'sgd'](
    { learningRate, momentum },
    parameters.length,
  );
  /** For scores and logits. */
  const look = createTrace(network, 256);
  const outputs = new Float64Array(units * Math.max(data.train.count, data.test.count));
  const order = Uint32Array.from({ length: data.train.count }, (_, k) => k);
  const random = stream(setup.seed, 'shuffling');
  let broken = false;

  /** One step on the training points `order[from]` to `order[to − 1]`. */
  function step(from: number, to: number): void {
    const count = to - from;
    gather(data.train.inputs, order, from, to, batch.inputs);
    gather(wanted.train, order, from, to, batch.wanted);
    const loss = lossAndGradient(network, objective, batch.inputs, batch.wanted, count, work);
    addPenalty(layers, work.gradientLayers, l1, l2);
    optimize(parameters, work.gradient);
    broken = !Number.isFinite(loss) || !allFinite(parameters);
  }

  function score(side: 'train' | 'test'): Score {
    const { inputs, targets, count } = data[side];
    const z = forwardAll(network, inputs, count, look);
    unit.activate(z, units, count, outputs);
    const loss = objective.mean(z, outputs, wanted[side], units, count);
    if (objective.task.kind === 'values') return { loss };
    return { loss, accuracy: accuracy(objective, z, targets, count) };
  }

  return {
    name: 'typescript',
    shuffle: () => shuffle(order, random),
    train(from, to) {
      let steps = 0;
      for (let at = from; at < to && !broken; at += batchSize, steps++)
        step(at, Math.min(to, at + batchSize));
      return steps;
    },
    get broken() {
      return broken;
    },
    score,
    logits: (points) => forwardAll(network, points, points.length / data.train.dimensions, look),
    read: (into) => into.set(parameters),
    write: (from) => parameters.set(from),
  };
}

/** The columns `order[from]` to `order[to − 1]` of rows of numbers, [row][point] → [row][example]. */
function gather(
  all: Float64Array,
  order: Uint32Array,
  from: number,
  to: number,
  batch: Float64Array,
): void {
  const rows = all.length / order.length;
  const count = to - from;
  for (let row = 0; row < rows; row++)
    for (let k = 0; k < count; k++)
      batch[row * count + k] = all[row * order.length + order[from + k]!]!;
}

/** NaN and infinity, and only they, are no longer 0 when multiplied by 0. */
function allFinite(numbers: Float64Array): boolean {
  let sum = 0;
  for (let k = 0; k < numbers.length; k++) sum += numbers[k]! * 0;
  return sum === 0;
}
