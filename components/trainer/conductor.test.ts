import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Conductor, type Phase } from './conductor.ts';
import type { Command, Report, Snapshot } from './protocol.ts';
import { paceOf, paces } from './pacing.ts';
import { circle } from './testing.ts';
import type { SpeedId } from '#lab/state.ts';

const score = { loss: 0.5, accuracy: 0.5 };
const { stretch } = paces.normal;

/** A conductor and a trainer that takes `latency` ms for each answer. */
function rehearse({
  latency = 1,
  calm = false,
  divergeAt = Infinity,
  speed = 'normal' as SpeedId,
  stretch = undefined as number | undefined,
} = {}) {
  const commands: Command[] = [];
  const drawn: { at: number; run: number; epoch: number }[] = [];
  const phases: Phase[] = [];
  let epoch = 0;
  const answer = (command: Command): Report => {
    if (command.type === 'start') epoch = command.ahead ?? 0;
    const from = command.type === 'start' ? 0 : epoch + 1;
    if (command.type === 'advance') epoch += Math.min(command.amount.epochs, 100);
    const diverged = epoch >= divergeAt;
    const last = diverged ? divergeAt - 1 : epoch;
    const records = Array.from({ length: last - from + 1 }, (_, i) => ({
      epoch: from + i,
      train: score,
      test: score,
    }));
    return {
      type: 'snapshot',
      run: command.run,
      records,
      standing: { epoch: last, train: score, test: score, steps: last, stepsPerEpoch: 1 },
      learned: [],
      logits: new Float32Array(1),
      ...(diverged && { diverged: { epoch: divergeAt, step: 1 } }),
    };
  };
  const conductor: Conductor = new Conductor({
    send(command) {
      commands.push(command);
      setTimeout(() => conductor.receive(answer(command)), latency);
    },
    draw: ({ run }: Snapshot) =>
      drawn.push({ at: performance.now(), run, epoch: conductor.history.at(-1)?.epoch ?? -1 }),
    tell: (phase) => phases.push(phase),
    calm: () => calm,
    speed: () => speed,
    stretch,
    needs: () => [],
  });
  /** The reader chooses another speed. */
  const choose = (another: SpeedId) => {
    speed = another;
    conductor.repace();
  };
  return { conductor, commands, drawn, phases, choose };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const pass = (ms: number) => vi.advanceTimersByTime(ms);

test('an author’s stretch takes the place of that of the speed, in about the same time', () => {
  const { conductor, drawn } = rehearse({ stretch: 2000 });
  conductor.start(circle);
  conductor.train();
  pass(6000);
  expect(conductor.phase).toBe('finished');
  expect(drawn.at(-1)!.epoch).toBe(2000);
  conductor.train();
  pass(6000);
  expect(drawn.at(-1)!.epoch).toBe(4000);
});

test('nothing is trained before the reader asks', () => {
  const { conductor, commands, phases } = rehearse();
  conductor.start(circle);
  pass(10_000);
  expect(commands.map(({ type }) => type)).toEqual(['start']);
  expect(phases).toEqual(['new', 'new']);
});

test('a stretch is shown epoch by epoch at first, ends by itself, and can be followed by another', () => {
  const { conductor, drawn } = rehearse();
  conductor.start(circle);
  conductor.train();
  pass(10_000);
  expect(drawn.slice(0, 21).map(({ epoch }) => epoch)).toEqual(
    Array.from({ length: 21 }, (_, e) => e),
  );
  expect(drawn.at(-1)!.epoch).toBe(stretch);
  expect(conductor.phase).toBe('finished');
  expect(conductor.history.map(({ epoch }) => epoch)).toEqual(
    Array.from({ length: stretch + 1 }, (_, e) => e),
  );
  conductor.train();
  pass(10_000);
  expect(drawn.at(-1)!.epoch).toBe(2 * stretch);
});

test('a stretch ends where it is said to end, whatever the reader does in between', () => {
  const { conductor, drawn } = rehearse();
  conductor.start(circle);
  conductor.train();
  pass(1000);
  conductor.step();
  pass(100);
  conductor.train();
  pass(10_000);
  expect(drawn.map(({ epoch }) => epoch)).not.toContain(100);
  expect(drawn.at(-1)!.epoch).toBe(stretch);
});

test.each([
  { calm: false, most: 30 },
  { calm: true, most: 3 },
])('at most $most pictures a second', ({ calm, most }) => {
  const { conductor, drawn } = rehearse({ calm });
  conductor.start(circle);
  conductor.train();
  pass(20_000);
  expect(conductor.phase).toBe('finished');
  const gaps = drawn.slice(1).map(({ at }, i) => at - drawn[i]!.at);
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1000 / most);
});

test('the next picture is asked for only when the last has been drawn', () => {
  const { conductor, commands, drawn } = rehearse({ latency: 500 });
  conductor.start(circle);
  conductor.train();
  for (let i = 0; i < 100; i++) {
    pass(100);
    expect(commands.length - drawn.length).toBeLessThanOrEqual(1);
  }
  expect(drawn.length).toBeGreaterThan(10);
});

test('a pause holds', () => {
  const { conductor, drawn } = rehearse();
  conductor.start(circle);
  conductor.train();
  pass(500);
  conductor.pause();
  pass(50);
  const before = drawn.length;
  pass(10_000);
  expect(drawn).toHaveLength(before);
  expect(conductor.phase).toBe('paused');
});

test('single epochs are single, however fast they are asked for', () => {
  const { conductor, drawn } = rehearse({ latency: 50 });
  conductor.start(circle);
  for (let i = 0; i < 3; i++) conductor.step();
  pass(10_000);
  expect(drawn.map(({ epoch }) => epoch)).toEqual([0, 1, 2, 3]);
  expect(conductor.phase).toBe('paused');
});

test('a single epoch stops training that goes on', () => {
  const { conductor, drawn } = rehearse();
  conductor.start(circle);
  conductor.train();
  pass(500);
  conductor.step();
  pass(50);
  const { length } = drawn;
  expect(conductor.phase).toBe('paused');
  pass(10_000);
  expect(drawn).toHaveLength(length);
});

describe('a new run', () => {
  test('is not trained, although the old one was', () => {
    const { conductor, drawn } = rehearse();
    conductor.start(circle);
    conductor.train();
    pass(500);
    conductor.start(circle);
    pass(10_000);
    expect(drawn.at(-1)).toMatchObject({ run: 2, epoch: 0 });
    expect(conductor.phase).toBe('new');
  });

  test('sees no late picture of the old one', () => {
    const { conductor, drawn } = rehearse({ latency: 100 });
    conductor.start(circle);
    conductor.train();
    pass(350);
    conductor.start(circle);
    const { length } = drawn;
    pass(10_000);
    expect(drawn.slice(length).map(({ run }) => run)).toEqual([2]);
    expect(conductor.history).toHaveLength(1);
  });
});

describe('out of sight', () => {
  test('training waits, and goes on when it is back in sight', () => {
    const { conductor, drawn, phases } = rehearse();
    conductor.start(circle);
    conductor.train();
    pass(500);
    conductor.visible = false;
    pass(paceOf('normal', false).interval);
    const { length } = drawn;
    pass(10_000);
    expect(drawn).toHaveLength(length);
    expect(conductor.phase).toBe('away');
    conductor.visible = true;
    pass(10_000);
    expect(drawn.at(-1)!.epoch).toBe(stretch);
    expect(phases).toEqual(['new', 'running', 'away', 'running', 'finished']);
  });

  test('nothing begins that the reader had not started', () => {
    const { conductor, commands } = rehearse();
    conductor.start(circle);
    pass(100);
    conductor.visible = false;
    conductor.visible = true;
    pass(10_000);
    expect(commands).toHaveLength(1);
    expect(conductor.phase).toBe('new');
  });

  test('a pause there holds when it is back', () => {
    const { conductor, commands } = rehearse();
    conductor.start(circle);
    conductor.train();
    pass(500);
    conductor.visible = false;
    conductor.pause();
    pass(100);
    const { length } = commands;
    conductor.visible = true;
    pass(10_000);
    expect(commands).toHaveLength(length);
  });
});

describe('a run that diverges', () => {
  test('stops, keeps its finite epochs, and says so again when asked to go on', () => {
    const { conductor, phases, commands } = rehearse({ divergeAt: 3 });
    conductor.start(circle);
    conductor.train();
    pass(10_000);
    expect(conductor.history.map(({ epoch }) => epoch)).toEqual([0, 1, 2]);
    const { length } = commands;
    conductor.train();
    conductor.step();
    pass(10_000);
    expect(commands).toHaveLength(length);
    expect(phases).toEqual(['new', 'running', 'diverged', 'diverged', 'diverged']);
  });

  test('gives way to a new one', () => {
    const { conductor } = rehearse({ divergeAt: 3 });
    conductor.start(circle);
    conductor.train();
    pass(1000);
    conductor.start(circle);
    expect(conductor.phase).toBe('new');
  });
});

test('a failure is told with its reason, unless it is of an earlier run', () => {
  const { conductor, phases } = rehearse();
  conductor.start(circle);
  conductor.start(circle);
  conductor.receive({ type: 'failed', run: 1, reason: 'late' });
  expect(phases).toEqual(['new', 'new']);
  conductor.receive({ type: 'failed', run: 2, reason: 'memory' });
  expect(conductor.phase).toBe('failed');
});

test('a view that opens while nothing is trained is told where the run stands', () => {
  const { conductor, commands, phases } = rehearse();
  conductor.start(circle);
  conductor.look(); // While the first answer is on its way: it will not tell what the view needs.
  pass(100);
  expect(commands.map(({ type }) => type)).toEqual(['start', 'look']);
  conductor.step();
  pass(100);
  conductor.look();
  pass(100);
  expect(commands.map(({ type }) => type)).toEqual(['start', 'look', 'advance', 'look']);
  expect(conductor.phase).toBe('paused');
  expect(phases).not.toContain('running');
});

test('as fast as it goes, the next portion is asked for at once, and it ends', () => {
  const { conductor, drawn } = rehearse({ speed: 'full' });
  conductor.start(circle);
  conductor.train();
  pass(10_000);
  expect(conductor.phase).toBe('finished');
  expect(drawn.at(-1)!.epoch).toBe(paces.full.stretch);
});

test('a run that goes on from the picture stops where any other would', () => {
  const { conductor, drawn, phases } = rehearse();
  conductor.start(circle, { ahead: 60 });
  conductor.step();
  pass(100);
  expect(drawn.map(({ epoch }) => epoch)).toEqual([60, 61]);
  conductor.train();
  pass(10_000);
  expect(drawn.at(-1)!.epoch).toBe(stretch);
  expect(phases.at(-1)).toBe('finished');
});

describe('a speed chosen before training', () => {
  test.each<[SpeedId[], number]>([
    [['full'], paces.full.stretch],
    [['full', 'normal'], stretch],
  ])('%s sets how far it goes', (speeds, end) => {
    const { conductor, drawn, choose } = rehearse();
    conductor.start(circle);
    pass(100);
    speeds.forEach(choose);
    conductor.train();
    pass(10_000);
    expect(drawn.at(-1)!.epoch).toBe(end);
  });
});

test('without a run there is nothing to report on', () => {
  const { conductor, drawn } = rehearse({ latency: 50 });
  conductor.start(circle);
  conductor.stop();
  pass(1000);
  expect(drawn).toEqual([]);
  expect(conductor.phase).toBe('new');
});
