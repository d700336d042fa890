/** What the laboratory page shows first, and everything that can be changed and seen there. */
import { labSetup } from '#lab/state.ts';
import { controlNames, type TrainerConfig } from '../trainer/trainer-config.ts';
import { viewNames } from '../trainer/views/index.ts';

export const labConfig: Omit<TrainerConfig, 'labPage'> = {
  setup: labSetup,
  still: 60,
  // The compact lists of layers and functions are for chapters; here each layer has a row.
  controls: controlNames.filter((name) => name !== 'hidden'),
  views: viewNames,
};

/** Prefixes of the messages that the laboratory speaks with. */
export const labWords = [
  'trainer.',
  'view.',
  'experiment.',
  'formula.',
  'export.',
  'lab.mismatch.',
  'lab.own.said.',
  'lab.embed.',
  'lab.weights.',
  'lab.deviation',
];
