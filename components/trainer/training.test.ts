import { expect, test } from 'vitest';
import { startRun } from '#nn/train.ts';
import { circle, diverging } from './testing.ts';
import { isKept, standingOf, surfaceOf, train, training } from './training.ts';

test('training with records is training: the same numbers as a bare run, epoch by epoch', () => {
  const { run, history } = train(circle, 10);
  const bare = startRun(circle);
  const expected = [{ epoch: 0, ...bare.evaluate() }];
  for (let epoch = 1; epoch <= 10; epoch++) {
    bare.epoch();
    expected.push({ epoch, ...bare.evaluate() });
  }
  expect(history).toEqual(expected);
  expect(run.network.parameters).toEqual(bare.network.parameters);
});

test('it pauses often enough for others to have their turn', () => {
  const progress = training(startRun(circle), { epochs: 2 });
  let pauses = 0;
  while (!progress.next().done) pauses += 1;
  expect(pauses).toBeGreaterThanOrEqual(10);
});

test('it ends after so many steps, also within an epoch', () => {
  const run = startRun(circle);
  const progress = training(run, { epochs: 1, steps: 3 });
  let step = progress.next();
  while (!step.done) step = progress.next();
  expect(step.value).toEqual([]);
  expect([run.steps, run.epochs]).toEqual([3, 0]);
  expect(standingOf(run)).toMatchObject({ epoch: 0, steps: 3, stepsPerEpoch: 10 });
});

test('of long runs ever fewer epochs are kept', () => {
  const kept = Array.from({ length: 5000 }, (_, epoch) => epoch).filter(isKept);
  expect(kept.slice(0, 1026)).toEqual([...Array.from({ length: 1025 }, (_, e) => e), 1026]);
  expect(kept.filter((epoch) => epoch > 2048)[0]).toBe(2052);
  expect(kept.length).toBeLessThan(2400);
});

test('a run that diverges ends with its last finite record, and so does the picture', () => {
  const { run, history } = train(diverging, 5);
  expect(run.diverged?.epoch).toBe(1);
  expect(history.map(({ epoch }) => epoch)).toEqual([0]);
  expect([...surfaceOf(run)].every(Number.isFinite)).toBe(true);
});
