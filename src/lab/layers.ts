/** Hidden layers and their activation functions as text, and what changes when layers come and go. */
import {
  elementwise,
  getActivation,
  isActivationId,
  type ElementwiseId,
} from '#activations/index.ts';
import { contains } from '#activations/sets.ts';
import type { Elementwise } from '#activations/types.ts';
import { ownFunction } from '#formula/index.ts';
import type { ActivationRef } from '#nn/kernels.ts';
import { bounds, clamp, mostLayers } from './limits.ts';
import { readNumber, withSetup, writeNumber, type Setting, type Taken } from './setting.ts';
import type { LabState } from './state.ts';

/** `8-4` for eight units, then four; `none` for no hidden layer. */
export const writeHidden = (hidden: readonly number[]): string => hidden.join('-') || 'none';

/** The numbers in a text such as `4 4` or `4-4`; what is not a number becomes NaN. */
export const readHidden = (text: string): number[] =>
  text.trim() === 'none'
    ? []
    : text
        .split(/[\s-]+/)
        .filter(Boolean)
        .map(Number);

/** The state with other layers. With activations layer by layer, a new layer has that of the last. */
function withHidden(state: LabState, hidden: readonly number[]): LabState {
  const { activation } = state.setup;
  if ('id' in activation) return withSetup(state, { hidden });
  const refs = hidden.map((_, l) => activation[Math.min(l, activation.length - 1)]);
  const filled = refs.map((ref) => ref ?? ({ id: 'relu' } as const));
  return withSetup(state, { hidden, activation: filled.length > 0 ? filled : activation });
}

const commonShapes = ['none', '2', '4', '8', '4-4', '8-8', '4-4-4'];

export const hiddenSetting: Setting = {
  text: ({ setup }) => writeHidden(setup.hidden),
  take(state, text) {
    const given = readHidden(text);
    if (given.some(Number.isNaN)) return { state, reason: 'notNumber' };
    const used = given.slice(0, mostLayers).map((units) => clamp(units, bounds.units));
    const next = withHidden(state, used);
    return writeHidden(used) === writeHidden(given)
      ? { state: next }
      : { state: next, reason: 'outOfRange' };
  },
  options: ({ setup }) => [...new Set([...commonShapes, writeHidden(setup.hidden)])],
};

/** `prelu:alpha:0.3`, with `:fixed` or `:learned` where a parameter does not do what it does by default. */
export function writeRef(ref: ActivationRef): string {
  const parameters = Object.entries(ref.parameters ?? {}).map(
    ([name, value]) => `:${name}:${writeNumber(value)}`,
  );
  const learned = 'learned' in ref && ref.learned !== undefined;
  return ref.id + parameters.join('') + (learned ? (ref.learned ? ':learned' : ':fixed') : '');
}

/** What a text means; with the reason where that is not what it says. */
function readRef(text: string, formula: string): { ref?: ActivationRef; reason?: Taken['reason'] } {
  const [id = '', ...rest] = text.split(':');
  const last = rest.at(-1);
  const learned = last === 'learned' ? true : last === 'fixed' ? false : undefined;
  if (learned !== undefined) rest.pop();
  const pairs = Array.from(
    { length: Math.ceil(rest.length / 2) },
    (_, k) => [rest[2 * k]!, readNumber(rest[2 * k + 1] ?? '')] as const,
  );
  if (id !== 'own' && !isActivationId(id)) return { reason: 'notChoice' };
  const activation = id === 'own' ? ownFunction(formula) : getActivation(id);
  if (activation.kind !== 'elementwise') return { reason: 'notChoice' };
  const known = pairs.filter(([name, value]) => allowed(activation, name, value));
  const parameters = known.length > 0 && { parameters: Object.fromEntries(known) };
  const ref: ActivationRef =
    id === 'own'
      ? { id, formula, ...parameters }
      : { id: id as ElementwiseId, ...parameters, ...(learned !== undefined && { learned }) };
  return { ref, reason: known.length < pairs.length ? 'outOfRange' : undefined };
}

function allowed({ parameters }: Elementwise, name: string, value: number): boolean {
  if (!Object.hasOwn(parameters, name) || !Number.isFinite(value)) return false;
  const { domain } = parameters[name]!;
  return !domain || contains([domain], value);
}

/** One function for all layers, or one for each with commas between. */
export const activationSetting: Setting = {
  text({ setup: { activation } }) {
    return 'id' in activation ? writeRef(activation) : activation.map(writeRef).join(',');
  },
  take(state, text) {
    const read = text.split(',').map((one) => readRef(one, state.formula));
    const refs = read.map(({ ref }) => ref).filter((ref) => ref !== undefined);
    const reason = read.find((one) => one.reason)?.reason;
    if (refs.length < read.length) return { state, reason };
    const next = withSetup(state, { activation: refs.length === 1 ? refs[0]! : refs });
    const { hidden } = state.setup;
    if (refs.length === 1 || refs.length === hidden.length) return { state: next, reason };
    return { state: withHidden(next, hidden), reason: reason ?? 'outOfRange' };
  },
  options: () => [...elementwise.map(({ id }) => id), 'own'],
};

/** The formula behind `own`; one that cannot be read leaves the one before. */
export const formulaSetting: Setting = {
  text: ({ formula }) => formula,
  take(state, formula) {
    try {
      ownFunction(formula);
    } catch {
      return { state, reason: 'unreadable' };
    }
    // Another formula has other parameters.
    const renew = (ref: ActivationRef): ActivationRef =>
      ref.id === 'own' && ref.formula !== formula ? { id: 'own', formula } : ref;
    const { activation } = state.setup;
    const renewed = 'id' in activation ? renew(activation) : activation.map(renew);
    return { state: { ...withSetup(state, { activation: renewed }), formula } };
  },
};
