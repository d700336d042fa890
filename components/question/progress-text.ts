/** The words of a chapter's progress; loaded only for a reader who has answered something. */
import { fill } from '#i18n/fill.ts';
import { countAnswers } from '#questions/progress.ts';
import { loadProgress } from '#questions/store.ts';

export function progressText(keys: readonly string[], words: string): string {
  const { answered } = countAnswers(loadProgress(), keys);
  return answered > 0 ? fill(words, { answered, total: keys.length }) : '';
}
