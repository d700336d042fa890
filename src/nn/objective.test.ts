import { describe, expect, test } from 'vitest';
import { CLIP, losses, type LossId } from './losses.ts';
import { impossible, mismatch, mismatchIds } from './mismatch.ts';
import { accuracy, createObjective, wantedOutputs, type Objective } from './objective.ts';
import { outputs, type OutputId } from './outputs.ts';
import type { Task } from './points.ts';
import messages from '../../content/en/messages/lab.json' with { type: 'json' };

const two: Task = { kind: 'classes', classes: 2 };
const three: Task = { kind: 'classes', classes: 3 };
const values: Task = { kind: 'values' };
const tasks: Record<string, Task> = { two, three, values };

const lossIds = Object.keys(losses) as LossId[];
const outputIds = Object.keys(outputs) as OutputId[];
const all = Object.entries(tasks).flatMap(([name, task]) =>
  lossIds.flatMap((loss) => outputIds.map((output) => ({ name, task, loss, output }))),
);
const possible = all.filter(({ task, loss, output }) => !impossible(task, output, loss));

const h = 1e-6;
/** Pre-activations away from the kink of ReLU and from where a probability is cut off. */
const grid = [-3, -1.7, -0.4, 0.3, 0.6, 0.9, 2.2];
const targetsOf = (task: Task) =>
  task.kind === 'values' ? [-1.5, 0.2, 3] : Array.from({ length: task.classes }, (_, c) => c);

/** The loss of a batch straight from pre-activations. */
function lossAt(objective: Objective, z: Float64Array, targets: Float64Array): number {
  const { unit, units } = objective;
  const o = new Float64Array(z.length);
  unit.activate(z, units, targets.length, o);
  return objective.mean(z, o, wantedOutputs(objective, targets), units, targets.length);
}

function gradientAt(objective: Objective, z: Float64Array, targets: Float64Array): Float64Array {
  const { unit, units } = objective;
  const o = new Float64Array(z.length);
  unit.activate(z, units, targets.length, o);
  const delta = new Float64Array(z.length);
  const wanted = wantedOutputs(objective, targets);
  objective.gradient(z, o, wanted, units, targets.length, delta);
  return delta;
}

/** A batch in which every target meets varied pre-activations. */
function batch({ units }: Objective, task: Task) {
  const targets = targetsOf(task).flatMap((target) => grid.map(() => target));
  const z = Array.from(
    { length: units * targets.length },
    (_, k) => grid[(k + 3 * Math.floor(k / targets.length)) % grid.length]!,
  );
  return { z: Float64Array.from(z), targets: Float64Array.from(targets) };
}

describe.each(possible)('$loss of $output for $name', ({ task, loss, output }) => {
  const objective = createObjective(task, loss, output);
  const { z, targets } = batch(objective, task);

  test('the gradient is the derivative of the loss', () => {
    const gradient = gradientAt(objective, z, targets);
    expect(gradient.some((slope) => Math.abs(slope) > 1e-3)).toBe(true);
    z.forEach((value, k) => {
      const at = (shifted: number) => lossAt(objective, z.with(k, shifted), targets);
      const slope = (at(value + h) - at(value - h)) / (2 * h);
      expect(gradient[k], `z[${k}] = ${value}`).toBeCloseTo(slope, 8);
    });
  });

  test('a batch has the mean loss of its examples', () => {
    const { units } = objective;
    const { length: count } = targets;
    const single = Array.from(targets, (target, k) =>
      lossAt(
        objective,
        Float64Array.from({ length: units }, (_, u) => z[u * count + k]!),
        Float64Array.of(target),
      ),
    );
    const mean = single.reduce((a, b) => a + b) / count;
    expect(lossAt(objective, z, targets)).toBeCloseTo(mean, 13);
  });

  test('stays finite far out', () => {
    for (const far of [1e5, 1e150]) {
      for (const signs of [1, -1, 0]) {
        const wide = z.map((_, k) => (signs === 0 ? (k % 2 ? far : -far) : signs * far));
        expect(Number.isFinite(lossAt(objective, wide, targets))).toBe(true);
        expect(gradientAt(objective, wide, targets).every(Number.isFinite)).toBe(true);
      }
    }
  });

  test('NaN is not hidden', () => {
    const broken = z.fill(NaN, 0, 1);
    expect(lossAt(objective, broken, targets)).toBeNaN();
  });
});

describe('output units', () => {
  test.each([
    [two, 'binary-cross-entropy', 'sigmoid', 1],
    [two, 'squared-error', 'tanh', 1],
    [two, 'cross-entropy', 'softmax', 2],
    [two, 'squared-error', 'softmax', 2],
    [three, 'binary-cross-entropy', 'sigmoid', 3],
    [three, 'squared-error', 'identity', 3],
    [{ kind: 'classes', classes: 1 }, 'binary-cross-entropy', 'sigmoid', 1],
    [{ kind: 'classes', classes: 1 }, 'cross-entropy', 'softmax', 2],
    [values, 'squared-error', 'identity', 1],
  ] as const)('%o, %s of %s: %i', (task, loss, output, units) => {
    expect(createObjective(task, loss, output).units).toBe(units);
  });

  test('a loss has its own when none is named', () => {
    expect(lossIds.map((loss) => createObjective(two, loss).output)).toEqual([
      'identity',
      'sigmoid',
      'softmax',
    ]);
  });

  test('classes ask for 0 and 1, or ±1 where the squared error can have them', () => {
    const asked = (loss: LossId, output: OutputId, task = two) => [
      ...wantedOutputs(createObjective(task, loss, output), Float64Array.of(0, 1)),
    ];
    expect(asked('squared-error', 'identity')).toEqual([-1, 1]);
    expect(asked('squared-error', 'tanh')).toEqual([-1, 1]);
    expect(asked('squared-error', 'sigmoid')).toEqual([0, 1]);
    expect(asked('binary-cross-entropy', 'tanh')).toEqual([0, 1]);
    expect(asked('cross-entropy', 'softmax', three)).toEqual([1, 0, 0, 1, 0, 0]);
    expect(asked('squared-error', 'tanh', three)).toEqual([1, -1, -1, 1, -1, -1]);
  });

  test('with a single unit the threshold is where both classes cost the same', () => {
    for (const { task, loss, output } of possible) {
      const objective = createObjective(task, loss, output);
      if (task !== two || objective.units > 1) continue;
      const at = Float64Array.of(objective.threshold);
      const [no, yes] = [0, 1].map((target) => lossAt(objective, at, Float64Array.of(target)));
      expect(no, `${loss} of ${output}`).toBeCloseTo(yes!, 12);
    }
  });
});

test('cross-entropies keep their digits where probabilities have none left', () => {
  const binary = createObjective(two, 'binary-cross-entropy');
  const loss = (z: number, target: number) =>
    lossAt(binary, Float64Array.of(z), Float64Array.of(target));
  expect(loss(0, 1)).toBeCloseTo(Math.LN2, 15);
  expect(loss(-800, 1)).toBe(800);
  expect(loss(40, 1)).toBeCloseTo(Math.exp(-40), 30);
  const softmax = createObjective(three, 'cross-entropy');
  expect(lossAt(softmax, Float64Array.of(0, 800, 0), Float64Array.of(0))).toBe(800);
});

test('a confident mistake moves the logit under cross-entropy, and hardly under squared error', () => {
  const slope = (loss: LossId, output: OutputId) =>
    gradientAt(createObjective(two, loss, output), Float64Array.of(-20), Float64Array.of(1))[0]!;
  expect(slope('binary-cross-entropy', 'sigmoid')).toBeCloseTo(-1, 8);
  expect(Math.abs(slope('squared-error', 'tanh'))).toBeLessThan(1e-15);
  expect(Math.abs(slope('squared-error', 'sigmoid'))).toBeLessThan(1e-8);
});

test('beyond the cut the loss no longer grows, and the gradient is 0', () => {
  const objective = createObjective(two, 'binary-cross-entropy', 'identity');
  for (const z of [-5, 0, CLIP / 2]) {
    const [at, yes] = [Float64Array.of(z), Float64Array.of(1)];
    expect(lossAt(objective, at, yes)).toBeCloseTo(-Math.log(CLIP), 10);
    expect(gradientAt(objective, at, yes)[0]).toBe(0);
  }
});

describe('accuracy', () => {
  const share = (objective: Objective, z: number[], targets: number[]) =>
    accuracy(objective, Float64Array.from(z), Float64Array.from(targets), targets.length);

  test('of one unit: above the threshold is class 1', () => {
    const sigmoid = createObjective(two, 'binary-cross-entropy');
    expect(share(sigmoid, [1, -1, 0, 0], [1, 1, 0, 1])).toBe(0.5);
    const relu = createObjective(two, 'squared-error', 'relu');
    expect(share(relu, [0.4, 0.6], [0, 1])).toBe(1);
  });

  test('of several units: the greatest answers, of equal ones the first', () => {
    const softmax = createObjective(three, 'cross-entropy');
    // Three examples with the logits (0, 1, −1), (2, 1, 3), (5, 5, 5).
    const z = [0, 2, 5, 1, 1, 5, -1, 3, 5];
    expect(share(softmax, z, [1, 2, 0])).toBe(1);
    expect(share(softmax, z, [0, 2, 1])).toBeCloseTo(1 / 3, 15);
  });

  test('there is none of values', () => {
    expect(share(createObjective(values, 'squared-error'), [1], [1])).toBeNaN();
  });
});

describe('pairs', () => {
  test('what cannot be trained is refused', () => {
    const refused = all.filter(({ task, loss, output }) => impossible(task, output, loss));
    expect(refused.every(({ task }) => task === values)).toBe(true);
    expect(refused).toHaveLength(11);
    for (const { task, loss, output } of refused) {
      expect(() => createObjective(task, loss, output)).toThrow(RangeError);
      expect(() => mismatch(task, output, loss)).toThrow(RangeError);
    }
  });

  test('what belongs together is not explained, and all else is', () => {
    const explained = possible.map(({ task, output, loss }) => mismatch(task, output, loss));
    expect(explained.filter((id) => id === undefined)).toHaveLength(9);
    expect(new Set(explained.filter((id) => id !== undefined))).toEqual(new Set(mismatchIds));
    for (const id of mismatchIds) expect(messages).toHaveProperty([`lab.mismatch.${id}`]);
  });
});
