import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Experiment } from '#experiments/experiment.ts';
import { runOnce } from '#experiments/run.ts';
import { small } from '#experiments/testing.ts';
import { Jobs } from './job.ts';
import type { Report } from './protocol.ts';

const experiment: Experiment = {
  ...small,
  variants: { relu: {}, tanh: { activation: { id: 'tanh' } } },
  seeds: [1, 2, 3],
  epochs: 5,
};

/** Works in portions of one step each, so that everything can happen in between. */
function jobs() {
  const reports: Report[] = [];
  const pending: (() => void)[] = [];
  const job = new Jobs({
    emit: (report) => reports.push(report),
    later: (callback) => pending.push(callback),
    portion: 0,
  });
  const work = (steps = Infinity) => {
    for (let step = 0; step < steps && pending.length > 0; step++) pending.shift()!();
  };
  const runs = () => reports.flatMap((report) => (report.type === 'results' ? report.runs : []));
  return { job, reports, work, runs };
}

describe('an experiment in portions', () => {
  beforeEach(() => vi.spyOn(performance, 'now').mockReturnValue(0));
  afterEach(() => vi.restoreAllMocks());

  test('gives the recorded numbers, seed by seed, and says when it is done', () => {
    const { job, reports, work, runs } = jobs();
    job.handle({ type: 'run', job: 7, experiment });
    work();
    expect(runs()).toEqual(
      experiment.seeds.flatMap((seed) =>
        ['relu', 'tanh'].map((variant) => ({ variant, run: runOnce(experiment, variant, seed) })),
      ),
    );
    expect(reports.map((report) => report.type === 'results' && report.done)).toEqual([
      ...Array.from({ length: reports.length - 1 }, () => false),
      true,
    ]);
    expect(reports.every((report) => report.job === 7)).toBe(true);
  });

  test('stops in the middle of a run when it is cancelled, or another one begins', () => {
    const { job, reports, work, runs } = jobs();
    job.handle({ type: 'run', job: 1, experiment });
    work(8);
    const before = runs().length;
    expect(before).toBeGreaterThan(0);
    job.handle({ type: 'cancel' });
    work();
    expect(runs()).toHaveLength(before);

    job.handle({ type: 'run', job: 2, experiment });
    work(3);
    job.handle({ type: 'run', job: 3, experiment: { ...experiment, seeds: [9] } });
    work();
    expect(reports.filter((report) => report.job === 3)).not.toEqual([]);
    expect(
      runs()
        .slice(-2)
        .map(({ run }) => run.seed),
    ).toEqual([9, 9]);
  });

  test('says why it cannot be carried out', () => {
    const { job, reports, work } = jobs();
    const impossible = { ...experiment, base: { ...experiment.base, learningRate: -1 } };
    job.handle({ type: 'run', job: 1, experiment: impossible });
    work();
    expect(reports).toEqual([
      { type: 'failed', job: 1, reason: expect.stringContaining('learningRate') as string },
    ]);
  });
});
