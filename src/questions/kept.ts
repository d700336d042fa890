/** Where answers are kept; apart, so that a page for a reader without any loads no more than this. */
export const place = 'why-neurons-bend.answers';

/** Whether this browser keeps answers to the book. */
export function hasAnswers(): boolean {
  try {
    return localStorage.getItem(place) !== null;
  } catch {
    return false;
  }
}
