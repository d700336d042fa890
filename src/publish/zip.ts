import { zipSync, type Zippable } from 'fflate';

interface Options {
  /** Entries that are stored as they are; others are deflated. */
  stored?: readonly string[];
}

/**
 * A zip whose bytes depend on nothing but its arguments.
 *
 * @param entries path -> content, in the order in which they are to lie in the file
 * @param date its day is that of every entry; from 1980 on
 */
export function zip(
  entries: ReadonlyMap<string, Uint8Array>,
  date: Date,
  { stored = [] }: Options = {},
): Uint8Array {
  // A zip holds local time. Noon is there in every time zone on every day.
  const mtime = new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), 12);
  const files: Zippable = {};
  for (const [path, content] of entries) {
    files[path] = [content, { mtime, level: stored.includes(path) ? 0 : 9 }];
  }
  return zipSync(files);
}
