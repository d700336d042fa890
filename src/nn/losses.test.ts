import { describe, expect, test } from 'vitest';
import { accuracy, losses, meanLoss, meanLossGradient, type Loss } from './losses.ts';

const h = 1e-5;
const grid = Array.from({ length: 81 }, (_, k) => (k - 40) / 4);

describe.each(Object.entries<Loss>(losses))('%s', (_, loss) => {
  test('gradient is the derivative of loss', () => {
    for (const z of grid) {
      for (const target of loss.targets) {
        const slope = (loss.loss(z + h, target) - loss.loss(z - h, target)) / (2 * h);
        expect(loss.gradient(z, target), `z = ${z}`).toBeCloseTo(slope, 8);
      }
    }
  });

  test('z = 0 is just between the classes', () => {
    const [no, yes] = loss.targets;
    expect(loss.output(0)).toBe((no + yes) / 2);
    expect(loss.loss(0, no)).toBe(loss.loss(0, yes));
  });

  test('is finite for very large z', () => {
    for (const z of [-1e150, -1e5, -745, 745, 1e5, 1e150]) {
      for (const target of loss.targets) {
        expect(Number.isFinite(loss.loss(z, target)), `z = ${z}`).toBe(true);
        expect(Number.isFinite(loss.gradient(z, target)), `z = ${z}`).toBe(true);
      }
    }
  });

  test('of a batch is the mean, and so is its gradient', () => {
    const z = Float64Array.of(-1, 0.5, 2);
    const labels = Uint8Array.of(1, 0, 1);
    const targets = [...labels].map((label) => loss.targets[label as 0 | 1]);
    const sum = targets.reduce((total, target, k) => total + loss.loss(z[k]!, target), 0);
    expect(meanLoss(loss, z, labels, 3)).toBeCloseTo(sum / 3, 14);
    const delta = new Float64Array(3);
    meanLossGradient(loss, z, labels, 3, delta);
    targets.forEach((target, k) => expect(delta[k]).toBe(loss.gradient(z[k]!, target) / 3));
  });
});

test('binary cross-entropy is −ln σ(z), also where σ(z) has no digits left', () => {
  const { loss } = losses['binary-cross-entropy'];
  expect(loss(0, 1)).toBeCloseTo(Math.LN2, 15);
  expect(loss(2, 1)).toBeCloseTo(-Math.log(1 / (1 + Math.exp(-2))), 15);
  expect(loss(-800, 1)).toBe(800);
  expect(loss(40, 1)).toBeCloseTo(Math.exp(-40), 30);
});

test('a confident mistake moves the logit under cross-entropy, and hardly under tanh', () => {
  expect(losses['binary-cross-entropy'].gradient(-20, 1)).toBeCloseTo(-1, 8);
  expect(Math.abs(losses['squared-error-tanh'].gradient(-20, 1))).toBeLessThan(1e-15);
});

test('accuracy counts z > 0 as class 1', () => {
  expect(accuracy(Float64Array.of(1, -1, 0, 0), Uint8Array.of(1, 1, 0, 1), 4)).toBe(0.5);
});
