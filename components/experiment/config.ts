/** What an experiment's figure is told by its page, and the state that its address can hold. */
import { seedsFrom, type Experiment, type Measure } from '#experiments/experiment.ts';
import type { Sample } from '#experiments/sample.ts';
import { decodeState, type Field, type Fields, type Problem, type State } from '#state/fragment.ts';

/** What the reader may choose besides the seeds, as far as the author lets them. */
export const controlNames = ['learningRate'] as const;
export type ControlName = (typeof controlNames)[number];

/** With more runs than these the dots cover each other. */
const seedCounts = [10, 30, 100, 300] as const;
/** With more digits than these, addresses would cut a seed. */
export const greatestSeed = 999_999;

/** A factor of about 3 between neighbours. */
const learningRates = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3];

export interface ExperimentConfig {
  readonly experiment: Experiment;
  readonly measure: Measure;
  readonly controls: readonly ControlName[];
  /** One for each variant, in their order. */
  readonly rows: readonly { readonly label: string; readonly colour: string }[];
  /** The recorded runs, likewise. */
  readonly recorded: readonly Sample[];
  /** The address of the laboratory. */
  readonly lab: string;
}

/** Digits of a recorded value in a page: enough for every figure and table, and light. */
const digits = 6;

/** JSON has no infinite numbers: `null` stands for them. */
export const writeConfig = (config: ExperimentConfig): string =>
  JSON.stringify({
    ...config,
    recorded: config.recorded.map(({ values, failed }) => ({
      values: values.map((value) => Number(value.toPrecision(digits))),
      failed: failed.map(Number),
    })),
  });

export function readConfig(text: string): ExperimentConfig {
  const config = JSON.parse(text) as ExperimentConfig;
  const recorded = config.recorded.map(({ values, failed }) => ({
    values: (values as (number | null)[]).map((value) => value ?? Infinity),
    failed: failed.map(Boolean),
  }));
  return { ...config, recorded };
}

/** The author's own rate is always among them. */
export const rateChoices = ({ base }: Experiment): string[] =>
  [...new Set([...learningRates, base.learningRate])].sort((a, b) => a - b).map(String);

export const countChoices = ({ seeds }: Experiment): string[] =>
  [...new Set([...seedCounts, seeds.length])].sort((a, b) => a - b).map(String);

export const fieldsOf = ({ experiment, controls }: ExperimentConfig): Fields => ({
  seeds: {
    kind: 'choice',
    initial: String(experiment.seeds.length),
    options: countChoices(experiment),
  },
  first: { kind: 'number', initial: experiment.seeds[0]!, min: 0, max: greatestSeed },
  ...(controls.includes('learningRate') && {
    learningRate: {
      kind: 'choice',
      initial: String(experiment.base.learningRate),
      options: rateChoices(experiment),
    } satisfies Field,
  }),
});

/** A state from an address; the first seed is rounded. */
export function readState(fields: Fields, query: string): { state: State; problems: Problem[] } {
  const { state, problems } = decodeState(fields, query);
  return { state: { ...state, first: Math.round(Number(state['first'])) }, problems };
}

/** The author's experiment with the reader's choices. */
export function chosenExperiment(
  { experiment }: ExperimentConfig,
  { seeds, first, learningRate }: State,
): Experiment {
  return {
    ...experiment,
    seeds: seedsFrom(Number(seeds), Number(first)),
    base: {
      ...experiment.base,
      ...(learningRate !== undefined && { learningRate: Number(learningRate) }),
    },
  };
}
