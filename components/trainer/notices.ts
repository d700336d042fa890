/** What was not possible in a link, or in a field, in the words of the controls. */
import { isSettingName, type SettingName } from '#lab/settings.ts';
import type { LabState } from '#lab/state.ts';
import type { Problem } from '#state/fragment.ts';
import { choiceText } from './control-words.ts';
import type { Say } from './words.ts';

/** Problems with the labels of settings and choices in place of the names that links have for them. */
export const worded = (problems: readonly Problem[], state: LabState, say: Say): Problem[] =>
  problems.map((problem) => {
    const { field, used } = problem;
    if (!isSettingName(field)) return problem;
    return { ...problem, field: say(labelKey(field)), used: wordsOf(field, used, state, say) };
  });

/** Some settings have no control of their own, or one whose label is the beginning of a formula. */
const labelKey = (name: SettingName): string =>
  name === 'formula' ? 'ownFunction' : `setup.${name}`;

/** A choice as its control shows it; what is no choice stays as it is. */
function wordsOf(name: SettingName, text: string, state: LabState, say: Say): string {
  try {
    return choiceText[name]?.(text, say, state) ?? text;
  } catch {
    return text; // Cut short, as long texts are in notices.
  }
}

/** The notices of links, worded for what a reader enters. */
export function enteredMessages(messages: Record<string, string>): Record<string, string> {
  const entries = Object.entries(messages).map(([key, text]) => {
    const own = messages[key.replace('figure.notice.', 'trainer.notice.')];
    return [key, key.startsWith('figure.notice.') && own ? own : text] as const;
  });
  return Object.fromEntries(entries);
}
