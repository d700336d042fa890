/** What a trainer is told by its page, and the state that its address can hold. */
import { elementwise, type ElementwiseId } from '#activations/index.ts';
import { datasets, type DatasetId } from '#nn/datasets.ts';
import type { ActivationRef } from '#nn/kernels.ts';
import type { TrainingSetup } from '#nn/setup.ts';
import { decodeState, type Field, type Fields, type Problem, type State } from '#state/fragment.ts';

/** What the reader may choose, as far as the author lets them. The seed can always be changed. */
export const controlNames = ['dataset', 'activation', 'learningRate', 'hidden'] as const;
export type ControlName = (typeof controlNames)[number];

/** A setup with one activation for all hidden layers. */
export interface TrainerSetup extends TrainingSetup {
  readonly activation: ActivationRef;
}

export interface TrainerConfig {
  /** The author's setup, which the picture of the page shows. */
  setup: TrainerSetup;
  /** Epochs behind the picture of the page. */
  still: number;
  controls: readonly ControlName[];
}

/** With more digits than these, addresses would cut a seed. */
export const greatestSeed = 999_999;

/** Half the points are for the test, as in the book's experiments. */
export const trainShare = 0.5;

/** A factor of about 3 between neighbours: enough to go from too slow to too fast in a few tries. */
const learningRates = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10];
const hiddenLayers = ['', '2', '4', '8', '4 4', '8 8', '4 4 4'];

/** Hidden layers as text: `4 4` for two of four units, nothing for none. */
export const writeHidden = (hidden: readonly number[]): string => hidden.join(' ');

/** The numbers in a text such as `4 4`; what is not a number becomes NaN. */
export const readHidden = (text: string): number[] => text.split(/\s+/).filter(Boolean).map(Number);

/** The choices of each control; the author's own is always among them. */
export const choices: Record<ControlName, (setup: TrainerSetup) => readonly string[]> = {
  dataset: () => Object.keys(datasets),
  activation: () => elementwise.map(({ id }) => id),
  learningRate: ({ learningRate }) =>
    [...new Set([...learningRates, learningRate])].sort((a, b) => a - b).map(String),
  hidden: ({ hidden }) => [...new Set([...hiddenLayers, writeHidden(hidden)])],
};

const initialChoice: Record<ControlName, (setup: TrainerSetup) => string> = {
  dataset: ({ dataset }) => dataset,
  activation: ({ activation }) => activation.id,
  learningRate: ({ learningRate }) => String(learningRate),
  hidden: ({ hidden }) => writeHidden(hidden),
};

export const trainerFields = ({ setup, controls }: TrainerConfig): Fields => ({
  ...Object.fromEntries(
    controls.map((name): [string, Field] => [
      name,
      { kind: 'choice', initial: initialChoice[name](setup), options: choices[name](setup) },
    ]),
  ),
  seed: { kind: 'number', initial: setup.seed, min: 0, max: greatestSeed },
});

/** Reads a state from an address. Seeds are whole numbers: a fraction is rounded, and reported. */
export function decodeTrainerState(
  fields: Fields,
  query: string,
): { state: State; problems: Problem[] } {
  const { state, problems } = decodeState(fields, query);
  const seed = Number(state['seed']);
  const whole = Math.round(seed);
  if (whole === seed) return { state, problems };
  const problem: Problem = {
    reason: 'outOfRange',
    field: 'seed',
    value: String(seed),
    used: String(whole),
  };
  return { state: { ...state, seed: whole }, problems: [...problems, problem] };
}

/** The author's setup with the reader's choices. The state must be one that was decoded or chosen. */
export function setupOf({ setup }: TrainerConfig, state: State): TrainerSetup {
  const { dataset, activation, learningRate, hidden } = state;
  return {
    ...setup,
    seed: Number(state['seed']),
    ...(dataset !== undefined && { dataset: dataset as DatasetId }),
    ...(activation !== undefined && { activation: { id: activation as ElementwiseId } }),
    ...(learningRate !== undefined && { learningRate: Number(learningRate) }),
    ...(hidden !== undefined && { hidden: readHidden(String(hidden)) }),
  };
}
