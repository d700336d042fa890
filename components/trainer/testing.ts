/** What the trainer's tests share. */
import type { TrainingSetup } from '#nn/setup.ts';
import { setup } from '#nn/testing.ts';
import { messageKey, type Say } from './words.ts';
import lab from '../../content/en/messages/lab.json' with { type: 'json' };
import trainer from '../../content/en/messages/trainer.json' with { type: 'json' };
import { fill } from '#i18n/fill.ts';

/** A circle that a network with ReLU learns within a few epochs. */
export const circle: TrainingSetup = { ...setup, samples: 200, hidden: [4, 4] };

/** The same with a learning rate that it cannot bear: it diverges in epoch 1. */
export const diverging: TrainingSetup = {
  ...circle,
  activation: { id: 'identity' },
  learningRate: 10,
};

const messages: Record<string, string> = { ...trainer, ...lab };

export const say: Say = (key, values = {}) => fill(messages[messageKey(key)]!, values);
