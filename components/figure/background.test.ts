import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Command, Report } from '../trainer/protocol.ts';
import { Session } from '../trainer/session.ts';
import { circle } from '../trainer/testing.ts';
import { createBackground, type Handler, type Surroundings } from './background.ts';

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

const session = async (surroundings: Surroundings<Report>): Promise<Handler<Command>> =>
  new Session(surroundings);

function background(spawn: () => unknown, inPage = session) {
  const reports: Report[] = [];
  const onFallback = vi.fn();
  const made = createBackground<Command, Report>({
    spawn: spawn as () => Worker,
    inPage,
    receive: (report) => reports.push(report),
    onFallback,
    failure: ({ run }, reason) => ({ type: 'failed', run, reason }),
  });
  return { ...made, reports, onFallback };
}
const blocked = () => {
  throw new Error('workers are blocked');
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('with a worker, commands and reports only pass through', () => {
  const worker = new FakeWorker();
  const { send, close, reports, onFallback } = background(() => worker);
  send(begin);
  worker.say(snapshot);
  expect(worker.heard).toEqual([begin]);
  expect(reports).toEqual([snapshot]);
  expect(onFallback).not.toHaveBeenCalled();
  close();
  expect(worker.terminated).toBe(true);
});

test('without workers the page trains itself', async () => {
  const { send, reports, onFallback } = background(blocked);
  expect(onFallback).toHaveBeenCalledOnce();
  send(begin);
  expect(reports).toEqual([]);
  await vi.runAllTimersAsync();
  send({ type: 'advance', run: 1, needs: [], amount: { epochs: 2 } });
  await vi.runAllTimersAsync();
  expect(reports.map((report) => report.type === 'snapshot' && report.records.length)).toEqual([
    1, 2,
  ]);
});

test('a worker that never loads is replaced, and nothing that was asked of it is lost', async () => {
  const worker = new FakeWorker();
  const { send, reports, onFallback } = background(() => worker);
  send(begin);
  worker.dispatchEvent(new Event('error'));
  expect(onFallback).toHaveBeenCalledOnce();
  expect(worker.terminated).toBe(true);
  await vi.runAllTimersAsync();
  expect(reports).toMatchObject([{ type: 'snapshot', run: 1 }]);
});

test('a worker that breaks later is a failure of its run', () => {
  const worker = new FakeWorker();
  const { send, reports } = background(() => worker);
  send(begin);
  worker.say(snapshot);
  worker.dispatchEvent(new Event('error'));
  expect(reports.at(-1)).toMatchObject({ type: 'failed', run: 1 });
});

test('where the work cannot be loaded, that is said of each command', async () => {
  const { send, reports } = background(blocked, () => Promise.reject(new Error('offline')));
  send(begin);
  await vi.runAllTimersAsync();
  expect(reports).toEqual([{ type: 'failed', run: 1, reason: 'Error: offline' }]);
});

test('after it is closed nothing arrives any more', async () => {
  const { send, close, reports } = background(blocked);
  send(begin);
  close();
  await vi.runAllTimersAsync();
  expect(reports).toEqual([]);
});
