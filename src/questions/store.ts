/**
 * Keeps a reader's answers in this browser and nowhere else. Storage may be closed, full, or hold what
 * cannot be read: then answers last as long as the page, and the reader is told once.
 */
import { place } from './kept.ts';
import { emptyProgress, readProgress, withAnswer, writeProgress } from './progress.ts';
import type { Entry, Progress } from './progress.ts';

/** Why answers are not kept; a message `question.say.storage.<trouble>` says it. */
export type Trouble = 'closed' | 'full' | 'unreadable';

/** Holds what could not be stored. */
let memory: Progress | undefined;
let trouble: Trouble | undefined;
let told = false;

/** What is kept; never throws. Read anew each time: another tab may have added to it. */
export function loadProgress(): Progress {
  if (memory) return memory;
  let text: string | null;
  try {
    text = localStorage.getItem(place);
  } catch {
    trouble = 'closed';
    return (memory = emptyProgress);
  }
  try {
    return text === null ? emptyProgress : readProgress(text);
  } catch {
    trouble = 'unreadable';
    return (memory = emptyProgress);
  }
}

/** @returns why it will not last, if it will not */
export function storeProgress(progress: Progress): Trouble | undefined {
  if (!memory) {
    try {
      localStorage.setItem(place, writeProgress(progress));
      return undefined;
    } catch (error) {
      trouble = (error as Error).name === 'QuotaExceededError' ? 'full' : 'closed';
    }
  }
  memory = progress;
  return trouble;
}

export const entryOf = (key: string): Entry | undefined => loadProgress().answers[key];

/** @returns why it will not last, the first time that it will not */
export function keepAnswer(
  key: string,
  given: Pick<Entry, 'outcome' | 'answer'>,
): Trouble | undefined {
  const found = storeProgress(withAnswer(loadProgress(), key, given, new Date()));
  if (!found || told) return undefined;
  told = true;
  return found;
}

/** Takes away what is kept, also what cannot be read. */
export function eraseProgress(): void {
  memory = undefined;
  trouble = undefined;
  told = false;
  try {
    localStorage.removeItem(place);
  } catch {
    // Nothing can be kept there, so nothing is.
  }
}
