import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createEngine } from './engine.ts';
import type { Command, Report } from './protocol.ts';
import { circle } from './testing.ts';

/** A worker that the test speaks for. */
class FakeWorker extends EventTarget {
  readonly heard: unknown[] = [];
  terminated = false;
  postMessage(command: unknown) {
    this.heard.push(command);
  }
  terminate() {
    this.terminated = true;
  }
  say(report: Report) {
    this.dispatchEvent(new MessageEvent('message', { data: report }));
  }
}

const begin: Command = { type: 'start', run: 1, setup: circle, needs: [] };
const snapshot: Report = {
  type: 'snapshot',
  run: 1,
  records: [],
  learned: [],
  logits: new Float32Array(1),
};

function engine(spawn: () => unknown) {
  const reports: Report[] = [];
  const onFallback = vi.fn();
  const made = createEngine({
    spawn: spawn as () => Worker,
    receive: (report) => reports.push(report),
    onFallback,
  });
  return { engine: made, reports, onFallback };
}
const blocked = () => {
  throw new Error('workers are blocked');
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('with a worker, commands and reports only pass through', () => {
  const worker = new FakeWorker();
  const { engine: e, reports, onFallback } = engine(() => worker);
  e.send(begin);
  worker.say(snapshot);
  expect(worker.heard).toEqual([begin]);
  expect(reports).toEqual([snapshot]);
  expect(onFallback).not.toHaveBeenCalled();
  e.close();
  expect(worker.terminated).toBe(true);
});

test('without workers the page trains itself', () => {
  const { engine: e, reports, onFallback } = engine(blocked);
  expect(onFallback).toHaveBeenCalledOnce();
  e.send(begin);
  expect(reports).toEqual([]);
  vi.runAllTimers();
  e.send({ type: 'advance', run: 1, needs: [], amount: { epochs: 2 } });
  vi.runAllTimers();
  expect(reports.map((report) => report.type === 'snapshot' && report.records.length)).toEqual([
    1, 2,
  ]);
});

test('a worker that never loads is replaced, and nothing that was asked of it is lost', () => {
  const worker = new FakeWorker();
  const { engine: e, reports, onFallback } = engine(() => worker);
  e.send(begin);
  worker.dispatchEvent(new Event('error'));
  expect(onFallback).toHaveBeenCalledOnce();
  expect(worker.terminated).toBe(true);
  vi.runAllTimers();
  expect(reports).toMatchObject([{ type: 'snapshot', run: 1 }]);
});

test('a worker that breaks later is a failure of its run', () => {
  const worker = new FakeWorker();
  const { engine: e, reports } = engine(() => worker);
  e.send(begin);
  worker.say(snapshot);
  worker.dispatchEvent(new Event('error'));
  expect(reports.at(-1)).toMatchObject({ type: 'failed', run: 1 });
});

test('after it is closed nothing arrives any more', () => {
  const { engine: e, reports } = engine(blocked);
  e.send(begin);
  e.close();
  vi.runAllTimers();
  expect(reports).toEqual([]);
});
