/** Data, what there is to learn of them, and the losses and output units that go with it. */
import { datasets, type DatasetId } from '#nn/datasets.ts';
import { losses, type LossId } from '#nn/losses.ts';
import { impossible, mismatch, type MismatchId } from '#nn/mismatch.ts';
import { createObjective, usualOutput, type Objective } from '#nn/objective.ts';
import { outputs, type OutputId } from '#nn/outputs.ts';
import type { Ground, Task } from '#nn/points.ts';
import {
  dimensionsOf,
  domainOf,
  outputOf,
  rangeOf,
  taskOf,
  type TrainingSetup,
} from '#nn/setup.ts';
import { noPoints, readPoints, writePoints } from './points.ts';
import { withSetup, type Setting } from './setting.ts';
import type { LabState } from './state.ts';

/** Where the points of a setup lie and what there is to learn: what the picture of them needs. */
export function groundOf(given: TrainingSetup): Ground {
  const setup = given.dataset === 'own' ? { ...given, own: given.own ?? noPoints } : given;
  return {
    task: taskOf(setup),
    dimensions: dimensionsOf(setup),
    domain: domainOf(setup),
    range: rangeOf(setup),
  };
}

export const objectiveOf = (setup: TrainingSetup): Objective =>
  createObjective(groundOf(setup).task, setup.loss, setup.output);

/** Why the output unit and the loss do not go well together; nothing when they do. */
export const mismatchOf = (setup: TrainingSetup): MismatchId | undefined =>
  mismatch(groundOf(setup).task, outputOf(setup), setup.loss);

const usualLoss = (task: Task): LossId =>
  task.kind === 'values'
    ? 'squared-error'
    : task.classes > 2
      ? 'cross-entropy'
      : 'binary-cross-entropy';

/** With other data the loss stays, as long as there is the same to learn. */
function withData(state: LabState, data: Pick<TrainingSetup, 'dataset' | 'own'>): LabState {
  const next = withSetup(state, data);
  const [before, after] = [groundOf(state.setup).task, groundOf(next.setup).task];
  const same =
    before.kind === after.kind &&
    (before.kind === 'values' || after.kind === 'values' || before.classes === after.classes);
  return same ? next : withSetup(next, { loss: usualLoss(after), output: undefined });
}

export const datasetSetting: Setting = {
  text: ({ setup }) => setup.dataset,
  take(state, text) {
    if (text !== 'own' && !Object.hasOwn(datasets, text)) return { state, reason: 'notChoice' };
    const own = state.setup.own ?? (text === 'own' ? noPoints : undefined);
    return {
      state: withData(state, { dataset: text as DatasetId | 'own', ...(own && { own }) }),
    };
  },
  options: () => [...Object.keys(datasets), 'own'],
};

export const pointsSetting: Setting = {
  text: ({ setup: { own } }) => (own ? writePoints(own) : ''),
  take(state, text) {
    const own = text === '' ? noPoints : readPoints(text);
    const { dataset } = state.setup;
    return own ? { state: withData(state, { dataset, own }) } : { state, reason: 'unreadable' };
  },
};

const lossOptions = ({ setup }: LabState): readonly string[] => {
  const { task } = groundOf(setup);
  return (Object.keys(losses) as LossId[]).filter(
    (loss) => impossible(task, usualOutput[loss], loss) === undefined,
  );
};

export const lossSetting: Setting = {
  text: ({ setup }) => setup.loss,
  take: (state, text) =>
    lossOptions(state).includes(text)
      ? { state: withSetup(state, { loss: text as LossId, output: undefined }) }
      : { state, reason: 'notChoice' },
  options: lossOptions,
};

const outputOptions = ({ setup }: LabState): readonly string[] => {
  const { task } = groundOf(setup);
  return (Object.keys(outputs) as OutputId[]).filter(
    (output) => impossible(task, output, setup.loss) === undefined,
  );
};

/** Nothing for the output unit that belongs to the loss. */
export const outputSetting: Setting = {
  text: ({ setup }) => setup.output ?? '',
  take(state, text) {
    const usual = usualOutput[state.setup.loss];
    if (text === '' || text === usual) return { state: withSetup(state, { output: undefined }) };
    if (!outputOptions(state).includes(text)) return { state, reason: 'notChoice' };
    return { state: withSetup(state, { output: text as OutputId }) };
  },
  options: (state) => [
    '',
    ...outputOptions(state).filter((output) => output !== usualOutput[state.setup.loss]),
  ],
};
