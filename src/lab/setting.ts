/**
 * A setting is known by its text: the same text stands in links, is the value of a control, and is
 * what an author types. So one place says how a text is read, and what is done with one that does
 * not fit.
 */
import type { TrainingSetup } from '#nn/setup.ts';
import type { Problem } from '#state/fragment.ts';
import { bounds, clamp, within, type BoundName } from './limits.ts';
import type { LabState } from './state.ts';

/** The state with what a text says, or with the nearest that is possible and the reason. */
export interface Taken {
  readonly state: LabState;
  readonly reason?: Problem['reason'];
}

export interface Setting {
  /** What the state has; empty for nothing. */
  text(state: LabState): string;
  take(state: LabState, text: string): Taken;
  /** What a reader can choose from, where that is a list; what the state has is among it. */
  options?(state: LabState): readonly string[];
}

/** Numbers to six significant digits: enough to repeat a run, short enough to send. */
export const writeNumber = (value: number): string => String(Number(value.toPrecision(6)));

/** NaN for what is no number. */
export const readNumber = (text: string): number => (text.trim() === '' ? NaN : Number(text));

export const withSetup = (state: LabState, changes: Partial<TrainingSetup>): LabState => ({
  ...state,
  setup: { ...state.setup, ...changes },
});

/** A number of the setup. */
export function numberSetting(
  name: BoundName & keyof TrainingSetup,
  { initial = NaN, steps }: { initial?: number; steps?: readonly number[] } = {},
): Setting {
  const value = ({ setup }: LabState) => (setup[name] as number | undefined) ?? initial;
  return {
    text: (state) => writeNumber(value(state)),
    take(state, text) {
      const given = readNumber(text);
      if (!Number.isFinite(given)) return { state, reason: 'notNumber' };
      const used = clamp(given, bounds[name]);
      const next = withSetup(state, { [name]: used });
      if (used === given) return { state: next };
      const inside = within(given, { ...bounds[name], whole: false });
      return { state: next, reason: inside ? 'notWhole' : 'outOfRange' };
    },
    ...(steps && {
      options: (state: LabState) =>
        [...new Set([...steps, value(state)])].sort((a, b) => a - b).map(writeNumber),
    }),
  };
}

/** One of several ids of the setup. */
export function choiceSetting<Name extends keyof TrainingSetup>(
  name: Name,
  options: (state: LabState) => readonly string[],
  initial = '',
): Setting {
  return {
    text: ({ setup }) => (setup[name] as string | undefined) ?? initial,
    take: (state, text) =>
      options(state).includes(text)
        ? { state: withSetup(state, { [name]: text }) }
        : { state, reason: 'notChoice' },
    options,
  };
}
