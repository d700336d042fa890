/** What the trainer's tests share. */
import type { TrainerSetup } from './trainer-config.ts';
import type { Say } from './words.ts';
import messages from '../../content/en/messages/trainer.json' with { type: 'json' };
import { fill } from '#i18n/fill.ts';

/** A circle that a network with ReLU learns within a few epochs. */
export const circle: TrainerSetup = {
  dataset: 'circle',
  samples: 200,
  noise: 0,
  trainShare: 0.5,
  hidden: [4, 4],
  activation: { id: 'relu' },
  initialization: 'he',
  loss: 'binary-cross-entropy',
  learningRate: 0.1,
  batchSize: 10,
  seed: 1,
};

/** The same with a learning rate that it cannot bear: it diverges in epoch 1. */
export const diverging: TrainerSetup = {
  ...circle,
  activation: { id: 'identity' },
  learningRate: 10,
};

export const say: Say = (key, values = {}) =>
  fill((messages as Record<string, string>)[`trainer.${key}`]!, values);
