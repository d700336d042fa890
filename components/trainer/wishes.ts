/** What a reader sets a setting to, and what becomes of it. */
import { settings, type SettingName } from '#lab/settings.ts';
import type { LabState } from '#lab/state.ts';
import type { Problem } from '#state/fragment.ts';
import { worded } from './notices.ts';
import { changeText } from './control-words.ts';
import type { Say } from './words.ts';

interface Granted {
  readonly state: LabState;
  /** What could not be done as it was wished, in the reader's words. */
  readonly problems: readonly Problem[];
  /** The network is another one. */
  readonly renews: boolean;
  /** What changed, in words. */
  readonly change: string;
}

/** Settings that say how the run is shown, not what it is. */
const shownBy: ReadonlySet<SettingName> = new Set(['speed', 'views']);

/** Out of bounds, a wish becomes the nearest that is possible. */
export function grant(before: LabState, name: SettingName, text: string, say: Say): Granted {
  const { state, reason } = settings[name].take(before, text);
  const used = settings[name].text(state);
  const problems = reason ? worded([{ reason, field: name, value: text, used }], state, say) : [];
  const renews = !shownBy.has(name);
  return {
    // Weights of a link belong to the network of that link.
    state: renews ? { ...state, weights: undefined } : state,
    problems,
    renews,
    change: renews ? changeText(name, state, say) : '',
  };
}
