import { getActivation } from '#activations/index.ts';
import { activationsOf } from '#nn/setup.ts';
import { setupOf, type Experiment } from './experiment.ts';

/**
 * What a variant is called in a table: by its function when all variants of that name have the same one,
 * otherwise by its own key, up to `@`.
 */
export function variantName(experiment: Experiment, key: string): string {
  const [row = key] = key.split('@');
  const [first] = activationsOf(setupOf(experiment, key, 0));
  if (!first || first.id === 'own' || first.id !== row) return row;
  return getActivation(first.id).name;
}
