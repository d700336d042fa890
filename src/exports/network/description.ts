/** What all scripts say about a run, whatever the framework: worked out once, printed by each. */
import { countParameters, layerViews } from '#nn/layers.ts';
import { createObjective, wantedOutputs, type Objective } from '#nn/objective.ts';
import { defaultMomentum, type OptimizerId } from '#nn/optimizers.ts';
import type { NormalizationId } from '#nn/normalization.ts';
import type { Points } from '#nn/points.ts';
import { activationsOf, dimensionsOf, taskOf, type TrainingSetup } from '#nn/setup.ts';
import { streamSeed } from '#nn/random.ts';
import { usesOf, type Definition, type Use } from './activation-definition.ts';
import type { RunData } from './run-data.ts';

type Rows = readonly (readonly number[])[];

export interface LayerDescription {
  readonly inputs: number;
  readonly outputs: number;
  /** One row for each output. */
  readonly weights: Rows;
  readonly biases: readonly number[];
  readonly normalization?: {
    readonly gain: readonly number[];
    readonly shift: readonly number[];
    readonly mean?: readonly number[];
    readonly variance?: readonly number[];
  };
  /** Absent in the output layer. Its learned values are those of these parameters. */
  readonly activation?: Use;
}

export interface PointsDescription {
  /** One row for each point. */
  readonly inputs: Rows;
  /** Classes, or values to predict. */
  readonly targets: readonly number[];
}

export interface Description {
  readonly setup: TrainingSetup;
  readonly dimensions: 1 | 2;
  readonly objective: Objective;
  /** What the outputs should be for each class; absent where values are predicted. */
  readonly wanted?: Rows;
  readonly normalization: NormalizationId;
  readonly optimizer: OptimizerId;
  readonly momentum: number;
  readonly l1: number;
  readonly l2: number;
  /** Every activation function once. */
  readonly definitions: readonly Definition[];
  readonly initial: readonly LayerDescription[];
  readonly current: readonly LayerDescription[];
  readonly train: PointsDescription;
  readonly test: PointsDescription;
  /** Epochs that a script trains. */
  readonly epochs: number;
  /** Epochs that have led to the current numbers. */
  readonly trained: number;
  /** Of mulberry32, for shuffling. */
  readonly shufflingSeed: number;
}

/** How many epochs the script of a run trains that has not been trained. */
const FIRST_EPOCHS = 100;

/** @throws RangeError when the parameters do not belong to the setup. */
export function describe({
  setup,
  data,
  initialParameters,
  parameters,
  history,
}: RunData): Description {
  const objective = createObjective(taskOf(setup), setup.loss, setup.output);
  const uses = usesOf(activationsOf(setup));
  const { task } = objective;
  const trained = history.at(-1)?.epoch ?? 0;
  return {
    setup,
    dimensions: dimensionsOf(setup),
    objective,
    ...(task.kind === 'classes' && { wanted: wantedRows(objective, task.classes) }),
    normalization: setup.normalization ?? 'none',
    optimizer: setup.optimizer ?? 'sgd',
    momentum: setup.momentum ?? defaultMomentum,
    l1: setup.l1 ?? 0,
    l2: setup.l2 ?? 0,
    definitions: [...new Set(uses.map(({ definition }) => definition))],
    initial: layersOf(setup, objective.units, initialParameters, uses),
    current: layersOf(setup, objective.units, parameters, uses),
    train: pointsOf(data.train),
    test: pointsOf(data.test),
    epochs: trained || FIRST_EPOCHS,
    trained,
    shufflingSeed: streamSeed(setup.seed, 'shuffling'),
  };
}

/** Columns of a [row][column] array. */
const columns = (flat: ArrayLike<number>, count: number): number[][] =>
  Array.from({ length: count }, (_, k) =>
    Array.from({ length: flat.length / count }, (__, row) => flat[row * count + k]!),
  );

const pointsOf = ({ inputs, targets, count }: Points): PointsDescription => ({
  inputs: columns(inputs, count),
  targets: [...targets],
});

function wantedRows(objective: Objective, classes: number): Rows {
  const each = Float64Array.from({ length: classes }, (_, k) => k);
  return columns(wantedOutputs(objective, each), classes);
}

function layersOf(
  setup: TrainingSetup,
  units: number,
  parameters: ArrayLike<number>,
  uses: readonly Use[],
): LayerDescription[] {
  const shape = {
    sizes: [dimensionsOf(setup), ...setup.hidden, units],
    activations: activationsOf(setup),
    normalization: setup.normalization ?? 'none',
  };
  const expected = countParameters(shape);
  if (parameters.length !== expected) {
    throw new RangeError(`${parameters.length} parameters for a network of ${expected}`);
  }
  return layerViews(shape, Float64Array.from(parameters)).map((layer, l) => {
    const { inputs, outputs, weights, biases, normalization, learned } = layer;
    const use = uses[l];
    return {
      inputs,
      outputs,
      weights: Array.from({ length: outputs }, (_, o) => [
        ...weights.subarray(o * inputs, (o + 1) * inputs),
      ]),
      biases: [...biases],
      ...(normalization && {
        normalization: Object.fromEntries(
          Object.entries(normalization).map(([name, values]) => [name, [...values]]),
        ) as unknown as NonNullable<LayerDescription['normalization']>,
      }),
      ...(use && { activation: withLearned(use, learned) }),
    };
  });
}

/** Parameters that are learned begin where the network's own numbers say. */
function withLearned({ definition, values }: Use, learned: Float64Array): Use {
  return {
    definition,
    values: definition.parameters.map((name, p) => {
      const at = definition.learned.indexOf(name);
      return at < 0 ? values[p]! : learned[at]!;
    }),
  };
}
