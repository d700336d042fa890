import { expect, test } from 'vitest';
import { drawSplit, type DataSetup } from '#nn/split.ts';
import { alteredPoints, trueTest } from './altered.ts';

const setup: DataSetup = { seed: 3, dataset: 'sine', samples: 100, noise: 0, trainShare: 0.5 };
const sine = (x: number) => Math.sin(2 * x);

test('the same seed gives the same points, another seed others', () => {
  const points = alteredPoints(setup, { outliers: 0.1 });
  expect(alteredPoints(setup, { outliers: 0.1 })).toEqual(points);
  expect(alteredPoints({ ...setup, seed: 4 }, { outliers: 0.1 })).not.toEqual(points);
});

test('coordinates are scaled, and nothing else is changed', () => {
  const circle = { ...setup, dataset: 'circle' } as const;
  const small = alteredPoints(circle, { scale: 0.2 });
  const large = alteredPoints(circle, { scale: 20 });
  expect(Math.max(...small.inputs.map(Math.abs))).toBeLessThanOrEqual(1);
  expect(large.inputs.map((x) => (x / 100).toFixed(9))).toEqual(
    small.inputs.map((x) => x.toFixed(9)),
  );
  expect(large.targets).toEqual(small.targets);
});

test('as many values are wrong as was asked for, spread over the whole curve', () => {
  const { inputs, targets } = alteredPoints(setup, { outliers: 0.1 });
  const wrong = inputs.filter((x, k) => Math.abs(targets[k]! - sine(x)) > 1e-12);
  expect(wrong).toHaveLength(10);
  expect(wrong.filter((x) => x < 0)).toHaveLength(5);
});

test('the true test has the test points of the run, with the values of the curve', () => {
  const alteration = { outliers: 0.2 };
  const own = alteredPoints(setup, alteration);
  const seen = drawSplit({ ...setup, dataset: 'own', own }).test;
  const { inputs, targets } = trueTest(setup, alteration);
  expect(inputs).toEqual(seen.inputs);
  expect(targets).not.toEqual(seen.targets);
  expect([...targets]).toEqual([...inputs].map(sine));
});

test('a distraction is a second coordinate that leaves the values alone', () => {
  const { dimensions, inputs, targets } = alteredPoints(setup, { distraction: true });
  expect([dimensions, inputs.length]).toEqual([2, 200]);
  expect(targets).toEqual(inputs.slice(0, 100).map(sine));
  const second = inputs.slice(100);
  expect(Math.min(...second)).toBeLessThan(-2);
  expect(Math.max(...second)).toBeGreaterThan(2);
});

test('own points are not altered', () => {
  expect(() => alteredPoints({ ...setup, dataset: 'own' }, {})).toThrow(RangeError);
});
