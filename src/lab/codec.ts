/** A state of the laboratory as a query: only what differs from the state that its author gave. */
import { countParameters } from '#nn/layers.ts';
import { activationsOf } from '#nn/setup.ts';
import type { Problem } from '#state/fragment.ts';
import { settingNames, settings, isSettingName, type SettingName } from './settings.ts';
import type { LabState } from './state.ts';
import { groundOf, objectiveOf } from './task.ts';

/** `,` and `:` need no escape behind `#`, and links are easier to read with them. */
const escape = (text: string): string =>
  encodeURIComponent(text).replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%20', '+');

/** @param names what the query may speak of; all settings when absent */
export function encodeLab(
  base: LabState,
  state: LabState,
  names: readonly SettingName[] = settingNames,
): string {
  return settingNames
    .filter((name) => names.includes(name))
    .map((name) => [name, settings[name].text(state)] as const)
    .filter(([name, text]) => text !== settings[name].text(base))
    .map(([name, text]) => `${name}=${escape(text)}`)
    .join('&');
}

/** Reads a query back: always a state that can be shown, with the problems met on the way. */
export function decodeLab(
  base: LabState,
  query: string,
  names: readonly SettingName[] = settingNames,
): { state: LabState; problems: Problem[] } {
  const problems: Problem[] = [];
  const given = new URLSearchParams(query);
  const texts = new Map(given);
  for (const [field, value] of texts) {
    if (isSettingName(field) && names.includes(field)) continue;
    problems.push({ reason: 'unknown', field, value, used: '' });
    texts.delete(field);
  }
  let state = base;
  // In the order of the settings: layers before their functions, data before the loss.
  for (const name of settingNames) {
    const value = texts.get(name);
    if (value === undefined) continue;
    const taken = settings[name].take(state, value);
    state = taken.state;
    const reasons = [taken.reason, given.getAll(name).length > 1 && 'repeated'] as const;
    const used = shorten(settings[name].text(state));
    for (const reason of reasons) {
      if (reason) problems.push({ reason, field: name, value: shorten(value), used });
    }
  }
  if (!weightsFit(state)) {
    const value = `${state.weights!.length}`;
    problems.push({ reason: 'unreadable', field: 'weights', value, used: '' });
    state = { ...state, weights: undefined };
  }
  return { state, problems };
}

/** Weights that are not those of a network of this shape are of no use. */
function weightsFit({ setup, weights }: LabState): boolean {
  if (!weights) return true;
  const { hidden, normalization = 'none' } = setup;
  const sizes = [groundOf(setup).dimensions, ...hidden, objectiveOf(setup).units];
  return (
    weights.length === countParameters({ sizes, activations: activationsOf(setup), normalization })
  );
}

const shorten = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
