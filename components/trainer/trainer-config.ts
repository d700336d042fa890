/** What a trainer is told by its page: the author's setup, and which controls and views it has. */
import type { SettingName } from '#lab/settings.ts';
import { labState, type LabState } from '#lab/state.ts';
import type { TrainingSetup } from '#nn/setup.ts';
import type { ViewName } from './views/index.ts';

/** What the reader may change, in the order of the page. */
export const controlNames = [
  'dataset',
  'points',
  'samples',
  'noise',
  'trainShare',
  'hidden',
  'layers',
  'activation',
  'formula',
  'normalization',
  'initialization',
  'sigma',
  'loss',
  'output',
  'learningRate',
  'optimizer',
  'momentum',
  'batchSize',
  'l1',
  'l2',
  'seed',
  'speed',
] as const;
export type ControlName = (typeof controlNames)[number];

/** The groups of the laboratory. In a chapter the few controls that an author chooses stand in one row. */
export const controlGroups = {
  data: ['dataset', 'points', 'samples', 'noise', 'trainShare'],
  network: ['hidden', 'layers', 'activation', 'formula', 'normalization'],
  weights: ['initialization', 'sigma', 'seed'],
  training: ['loss', 'output', 'learningRate', 'optimizer', 'momentum', 'batchSize', 'l1', 'l2'],
} as const satisfies Record<string, readonly ControlName[]>;

export interface TrainerConfig {
  /** The author's setup, which the picture of the page shows. */
  setup: TrainingSetup;
  /** Epochs behind the picture of the page. */
  still: number;
  /** Epochs after which training stops by itself, in place of those of the speed. */
  stopsAt?: number;
  controls: readonly ControlName[];
  views: readonly ViewName[];
  /** The laboratory page of this language, for links to it. */
  labPage: string;
}

export const baseState = ({ setup }: TrainerConfig): LabState => labState(setup);

/** The settings that a link to this trainer may speak of. The seed can always be changed. */
export function linkedSettings({ controls }: Pick<TrainerConfig, 'controls'>): SettingName[] {
  const names = new Set<SettingName>(['seed']);
  for (const control of controls) {
    if (control === 'layers') names.add('hidden').add('activation');
    else names.add(control);
  }
  if (controls.includes('layers'))
    for (const name of ['views', 'weights', 'hide', 'lock'] as const) names.add(name);
  return [...names];
}

/** Whether a control means something in this state. */
export function applies(name: ControlName, { setup }: LabState): boolean {
  const own = setup.dataset === 'own';
  const refs = 'id' in setup.activation ? [setup.activation] : setup.activation;
  switch (name) {
    case 'points':
      return own;
    case 'samples':
    case 'noise':
      return !own;
    case 'formula':
      return refs.some(({ id }) => id === 'own');
    case 'sigma':
      return setup.initialization === 'normal';
    case 'momentum':
      return setup.optimizer === 'momentum';
    default:
      return true;
  }
}
