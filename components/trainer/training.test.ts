import { expect, test } from 'vitest';
import { startRun } from '#nn/train.ts';
import { circle, diverging } from './testing.ts';
import { surfaceOf, train, training } from './training.ts';

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

test('it pauses after every mini-batch', () => {
  const progress = training(startRun(circle), 2);
  let pauses = 0;
  while (!progress.next().done) pauses += 1;
  expect(pauses).toBe(20);
});

test('a run that diverges ends with its last finite record, and so does the picture', () => {
  const { run, history } = train(diverging, 5);
  expect(run.diverged?.epoch).toBe(1);
  expect(history.map(({ epoch }) => epoch)).toEqual([0]);
  expect([...surfaceOf(run)].every(Number.isFinite)).toBe(true);
});
