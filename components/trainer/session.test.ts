import { expect, test, vi } from 'vitest';
import { gridSize } from '#figures/decision-surface.ts';
import { startRun } from '#nn/train.ts';
import type { Command, Report, Snapshot } from './protocol.ts';
import { Session } from './session.ts';
import { circle, diverging } from './testing.ts';

/** A session whose later turns come when the test says so. */
function listen(portion = Infinity) {
  const reports: Report[] = [];
  const turns: (() => void)[] = [];
  const session = new Session({
    emit: (report, transfer) => reports.push(structuredClone(report, { transfer })),
    later: (callback) => turns.push(callback),
    portion,
  });
  const snapshots = () =>
    reports.filter((report): report is Snapshot => report.type === 'snapshot');
  return { session, reports, snapshots, turns };
}
const start = (run: number, setup = circle): Command => ({
  type: 'start',
  run,
  setup,
  needs: [],
});
const advance = (run: number, epochs: number): Command => ({
  type: 'advance',
  run,
  needs: [],
  amount: { epochs },
});

test('a run begins with its points and its state before training', () => {
  const { session, snapshots } = listen();
  session.handle(start(7));
  const [first, ...others] = snapshots();
  const bare = startRun(circle);
  expect(others).toEqual([]);
  expect(first).toMatchObject({ run: 7, records: [{ epoch: 0, ...bare.evaluate() }] });
  expect(first!.data).toEqual(bare.data);
  expect(first!.logits).toHaveLength(gridSize ** 2);
});

test('however it is portioned, it gives the numbers of a bare run', () => {
  const { session, snapshots, turns } = listen(0);
  session.handle(start(1));
  for (const epochs of [1, 3, 2]) {
    session.handle(advance(1, epochs));
    while (turns.length > 0) turns.shift()!();
  }
  const bare = startRun(circle);
  const expected = [{ epoch: 0, ...bare.evaluate() }];
  for (let epoch = 1; epoch <= 6; epoch++) {
    bare.epoch();
    expected.push({ epoch, ...bare.evaluate() });
  }
  expect(snapshots().flatMap(({ records }) => records)).toEqual(expected);
  expect(snapshots().map(({ records }) => records.length)).toEqual([1, 1, 3, 2]);
  expect(
    snapshots()
      .slice(1)
      .some(({ data }) => data),
  ).toBe(false);
});

test('a run that goes on from the picture has all that led to it, and its inside before', () => {
  const { session, snapshots, turns } = listen(0);
  session.handle({ ...start(1), needs: ['inside'], ahead: 3 } as Command);
  while (turns.length > 0) turns.shift()!();
  const [only, ...others] = snapshots();
  expect(others).toEqual([]);
  expect(only!.records.map(({ epoch }) => epoch)).toEqual([0, 1, 2, 3]);
  const bare = startRun(circle, { core: 'typescript' });
  for (let epoch = 0; epoch < 3; epoch++) bare.epoch();
  expect(only!.standing).toMatchObject(bare.evaluate());
  expect(only!.data).toEqual(bare.data);
  expect([only!.start!.epoch, only!.inside!.epoch]).toEqual([0, 3]);
});

test('others get their turn after each portion', () => {
  const { session, snapshots, turns } = listen(6);
  session.handle(start(1));
  // Every look at the clock is a millisecond later than the one before: so is every mini-batch.
  let now = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => now++);
  session.handle(advance(1, 10));
  let portions = 1;
  while (turns.length > 0) {
    expect(turns).toHaveLength(1);
    turns.shift()!();
    portions += 1;
  }
  clock.mockRestore();
  expect(snapshots()).toHaveLength(2);
  // Ten epochs of ten mini-batches, and no more than a handful of them in a portion.
  expect(portions).toBeGreaterThanOrEqual(100 / 6);
});

test('a new run ends the old one: nothing more is heard of it', () => {
  const { session, snapshots, turns } = listen(0);
  session.handle(start(1));
  session.handle(advance(1, 50));
  session.handle(start(2, { ...circle, seed: 2 }));
  session.handle(advance(1, 1));
  while (turns.length > 0) turns.shift()!();
  expect(snapshots().map(({ run }) => run)).toEqual([1, 2]);
});

test('divergence comes with the last finite picture', () => {
  const { session, snapshots } = listen();
  session.handle(start(1, diverging));
  session.handle(advance(1, 5));
  const [before, after] = snapshots();
  expect(after!.diverged).toEqual({ epoch: 1, step: expect.any(Number) as number });
  expect(after!.records).toEqual([]);
  expect(after!.logits).toEqual(before!.logits);
});

test('what cannot be done is reported, and the next run can begin', () => {
  const { session, reports } = listen();
  session.handle(start(1, { ...circle, learningRate: -1 }));
  session.handle(start(2));
  expect(reports.map(({ type, run }) => [type, run])).toEqual([
    ['failed', 1],
    ['snapshot', 2],
  ]);
  expect(reports[0]).toMatchObject({ reason: expect.stringContaining('learningRate') as string });
});
