import { describe, expect, test } from 'vitest';
import { createObjective, wantedOutputs } from '#nn/objective.ts';
import { createWorkspace, lossAndGradient } from '#nn/gradient.ts';
import type { TrainingSetup } from '#nn/setup.ts';
import { startRun, type Run } from '#nn/train.ts';
import { Inspector } from './inspector.ts';
import { setup } from './testing.ts';
import type { Histogram } from './types.ts';

const start = (changes: Partial<TrainingSetup> = {}): Run =>
  startRun({ ...setup, ...changes }, { core: 'typescript' });

const look = (run: Run) => new Inspector(run).look();

const total = ({ counts, below, above, notFinite }: Histogram) =>
  counts.reduce((sum, count) => sum + count, below + above + notFinite);

test.each([
  ['tanh', {}],
  ['no hidden layer', { hidden: [] }],
  ['three classes', { dataset: 'three-arms', loss: 'cross-entropy' } as const],
  ['one input', { dataset: 'sine', loss: 'squared-error' } as const],
  ['layer normalisation', { normalization: 'layer' } as const],
  ['batch normalisation', { normalization: 'batch' } as const],
])('histograms hold every unit at every training point: %s', (_, changes) => {
  const run = start(changes);
  run.epoch();
  const { layers, points } = look(run);
  expect(points).toBe(run.data.train.count);
  for (const { units, z, h, delta } of layers)
    for (const histogram of h ? [z, h, delta] : [z, delta])
      expect(total(histogram)).toBe(units * points);
});

test('norms are those of the gradient of the mean loss', () => {
  const run = start();
  const { inputs, targets, count } = run.data.train;
  const objective = createObjective(run.task, run.setup.loss);
  const work = createWorkspace(run.network, count);
  const wanted = wantedOutputs(objective, targets);
  lossAndGradient(run.network, objective, inputs, wanted, count, work);
  look(run).layers.forEach(({ norms }, l) => {
    expect(norms.weightGradient).toBeCloseTo(Math.hypot(...work.gradientLayers[l]!.weights), 14);
    expect(norms.weights).toBeCloseTo(Math.hypot(...run.network.layers[l]!.weights), 12);
  });
});

test('∂L/∂h by the chain rule', () => {
  const run = start({ activation: { id: 'identity' }, hidden: [3, 3, 3] });
  const { layers } = look(run);
  // A single output: ∂L/∂h = Wᵀδ is W times a number at each point.
  const inspected = layers.map(({ norms }) => norms.activationGradient);
  const weights = run.network.layers.map((layer) => layer.weights);
  const outputNorm = inspected.at(-1)!;
  expect(inspected.at(-2)).toBeCloseTo(Math.hypot(...weights.at(-1)!) * outputNorm, 12);
});

describe('dead units', () => {
  const withBias = (bias: number, changes: Partial<TrainingSetup> = {}) => {
    const run = start({ activation: { id: 'relu' }, ...changes });
    run.network.layers[0]!.biases[1] = bias;
    return run;
  };

  test('a ReLU that is off at every training point is dead and flat', () => {
    const [layer] = look(withBias(-1000)).layers;
    expect(layer).toMatchObject({ dead: [1], flat: [1] });
    expect(layer!.saturated).toBeGreaterThanOrEqual(0.25);
  });

  test('one that is on at a single point is not', () => {
    const run = withBias(0);
    const { inputs, count } = run.data.train;
    const [w1, w2] = run.network.layers[0]!.weights.subarray(2, 4);
    const z = Array.from({ length: count }, (_, k) => w1! * inputs[k]! + w2! * inputs[count + k]!);
    run.network.layers[0]!.biases[1] = -Math.max(...z) + 1e-9;
    expect(look(run).layers[0]!.dead).not.toContain(1);
  });

  test('sigmoid hardly ever dies: saturated is not dead', () => {
    const run = withBias(-30, { activation: { id: 'sigmoid' } });
    const [layer] = look(run).layers;
    expect(layer!.dead).toEqual([]);
    expect(layer!.saturated).toBeGreaterThanOrEqual(0.25);
  });

  test('with all weights 0 no gradient gets through: dead, and not for want of a slope', () => {
    const [first, second, output] = look(start({ initialization: 'zeros' })).layers;
    expect([first!.dead, first!.flat]).toEqual([[0, 1, 2, 3], []]);
    expect([second!.dead, second!.flat]).toEqual([[0, 1, 2], []]);
    expect([output!.dead, output!.norms.weightGradient]).toEqual([[], 0]);
  });
});

describe('maps', () => {
  test('agree with the network, over the range that they name', () => {
    const run = start();
    const maps = new Inspector(run).maps(5);
    expect(maps.layers).toEqual([4, 3, 1]);
    // The middle pixel of an odd grid is the origin: there the output unit gives σ of its logit.
    const [unit, middle] = [7, 12];
    const [least, greatest] = maps.ranges.slice(2 * unit);
    const value = least! + (greatest! - least!) * maps.values[unit * 25 + middle]!;
    const [logit] = run.logits(Float64Array.of(0, 0));
    expect(value).toBeCloseTo(1 / (1 + Math.exp(-logit!)), 6);
  });

  test('a unit that is the same everywhere is 0 everywhere', () => {
    const { values, ranges } = new Inspector(start({ initialization: 'zeros' })).maps();
    expect(values.every((value) => value === 0)).toBe(true);
    expect([...ranges.slice(-2)]).toEqual([0.5, 0.5]);
  });

  test('with one input they are curves from end to end', () => {
    const run = start({ dataset: 'sine', loss: 'squared-error', hidden: [] });
    const { values, dimensions, domain } = new Inspector(run).maps();
    expect([dimensions, values.length, domain]).toEqual([1, 64, [-3, 3]]);
    expect([values[0], values.at(-1)].sort()).toEqual([0, 1]);
  });
});

test('a learned parameter is told with its value', () => {
  const run = start({ activation: [{ id: 'prelu' }, { id: 'tanh' }] });
  expect(look(run).learned).toEqual([{ alpha: 0.25 }, {}]);
});
