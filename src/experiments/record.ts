/**
 * The record of an experiment: the numbers of every run, as they are kept in `recorded/`. Made by the
 * TypeScript core in 64-bit floating point, which gives the same numbers on every machine as far as
 * the last bit of `Math.exp` and its like agrees; a single precision run may part ways with it.
 */
import { shuffle, stream } from '#nn/random.ts';
import { measures, setupOf, type Experiment, type Measure, type RunResult } from './experiment.ts';
import { resultOf, type ExperimentResult, type VariantResult } from './result.ts';

/** The measures that every run has. */
type Always = Exclude<Measure, 'lastWeight'>;

/** The columns of a variant: one number for each seed, `null` for infinite or missing. */
type Columns = Readonly<Record<Always, readonly (number | null)[]>> & {
  /** Only of runs that diverged: place among the seeds, epoch, step. */
  readonly diverged?: readonly (readonly [place: number, epoch: number, step: number])[];
  /** Only where they are counted. */
  readonly dead?: readonly (number | null)[];
  /** Only where they are weighed. */
  readonly lastWeight?: readonly (number | null)[];
};

export interface ExperimentRecord {
  /** `definitionText` of the recorded experiment, hashed. */
  readonly definition: string;
  readonly variants: Readonly<Record<string, Columns>>;
}

/** All that decides the numbers of an experiment, as one text: whatever changes it asks for a new record. */
export function definitionText(experiment: Experiment): string {
  const { base, variants, seeds, epochs, solvedWhen, stopWhenSolved = false } = experiment;
  const { countDead, weighLast } = experiment;
  const decisive = { base, variants, seeds, epochs, solvedWhen, stopWhenSolved };
  return JSON.stringify(
    sorted({ ...decisive, ...(countDead && { countDead }), ...(weighLast && { weighLast }) }),
  );
}

/** The same data with keys in order of the alphabet, so that moving a line changes nothing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]));
}

/** Twelve digits: more than a test can ask for, and short. */
const digits = 12;
const write = (value: number) =>
  Number.isFinite(value) ? Number(value.toPrecision(digits)) : null;

export function writeRecord({ variants }: ExperimentResult, definition: string): ExperimentRecord {
  const columnsOf = ({ runs }: VariantResult): Columns => {
    const { lastWeight, ...always } = measures;
    const column = (value: (run: RunResult) => number) => runs.map((run) => write(value(run)));
    const columns = Object.fromEntries(
      Object.entries(always).map(([name, value]) => [name, column(value)]),
    ) as Record<Always, (number | null)[]>;
    const diverged = runs.flatMap((run, place) =>
      run.diverged ? [[place, run.diverged.epoch, run.diverged.step] as const] : [],
    );
    const some = (name: 'dead' | 'lastWeight', value: (run: RunResult) => number) =>
      runs.some((run) => run[name] !== undefined) && { [name]: column(value) };
    return {
      ...columns,
      ...(diverged.length > 0 && { diverged }),
      ...some('dead', (run) => run.dead ?? NaN),
      ...some('lastWeight', lastWeight),
    };
  };
  return {
    definition,
    variants: Object.fromEntries(
      Object.entries(variants).map(([key, result]) => [key, columnsOf(result)]),
    ),
  };
}

/** The result as it was when it was recorded, up to rounding. The record must be one of this experiment. */
export function readRecord(experiment: Experiment, record: ExperimentRecord): ExperimentResult {
  return resultOf(experiment, (variant) => {
    const columns = record.variants[variant]!;
    return experiment.seeds.map((seed, place): RunResult => {
      const [, epoch, step] = columns.diverged?.find(([index]) => index === place) ?? [];
      const score = (loss: Always, accuracy: Always) => ({
        loss: columns[loss][place] ?? NaN,
        accuracy: columns[accuracy][place] ?? undefined,
      });
      return {
        seed,
        final: {
          train: score('trainLoss', 'trainAccuracy'),
          test: score('testLoss', 'testAccuracy'),
        },
        solvedAfter: columns.solvedAfter[place] ?? Infinity,
        diverged: epoch === undefined ? undefined : { epoch, step: step! },
        ...(columns.dead && { dead: columns.dead[place] ?? NaN }),
        ...(columns.lastWeight && { lastWeight: columns.lastWeight[place] ?? NaN }),
      };
    });
  });
}

export interface Chosen {
  readonly variant: string;
  readonly run: RunResult;
}

/**
 * Runs to repeat: all of a cheap experiment; of others always the same ones, chosen by lot until a
 * quarter of that cost is spent, and at least one.
 *
 * @param cheap In passes of one point along one connection between units; 10⁸ take about two seconds.
 */
export function runsToRepeat(result: ExperimentResult, cheap: number): Chosen[] {
  const all = Object.entries(result.variants).flatMap(([variant, { runs }]) =>
    runs.map((run): Chosen => ({ variant, run })),
  );
  const costs = all.map((chosen) => costOf(result.experiment, chosen));
  if (costs.reduce((sum, cost) => sum + cost, 0) <= cheap) return all;
  const order = Uint32Array.from(all.keys());
  shuffle(order, stream(1, 'data'));
  let spent = 0;
  const chosen = [...order].filter((place, k) => {
    if (k > 0 && spent + costs[place]! > cheap / 4) return false;
    spent += costs[place]!;
    return true;
  });
  return chosen.map((place) => all[place]!);
}

function costOf(experiment: Experiment, { variant, run }: Chosen): number {
  const { hidden, samples } = setupOf(experiment, variant, run.seed);
  const stopped = experiment.stopWhenSolved ? run.solvedAfter : Infinity;
  const epochs = Math.min(stopped, run.diverged?.epoch ?? Infinity, experiment.epochs);
  const layers = [2, ...hidden, 1];
  const connections = layers.slice(1).reduce((sum, units, l) => sum + units * layers[l]!, 0);
  return epochs * samples * connections;
}
