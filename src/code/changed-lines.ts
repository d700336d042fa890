/** Which lines of a listing are new against the one before it, so that a page can mark them. */

/**
 * @returns Numbers of the lines of `code`, from 1, that are not among those of `before`, however they are
 *   indented. Empty lines never count.
 */
export function changedLines(code: string, before: string): Set<number> {
  const old = new Set(before.split('\n').map((line) => line.trim()));
  const changed = code
    .split('\n')
    .flatMap((line, i) => (line.trim() && !old.has(line.trim()) ? [i + 1] : []));
  return new Set(changed);
}
