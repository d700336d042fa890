/**
 * Refuses two functions with the same id, by the lines that define them. The registry refuses them too
 * (`byId`), but only when both are made and nobody knows any longer where. So this runs when it is imported, which
 * has to be before anything that imports the registry.
 */
import { readdirSync, readFileSync } from 'node:fs';

interface SourceFile {
  /** As it is named to the author. */
  readonly file: string;
  readonly text: string;
}

/** Where each id is defined, as `file:line`: as a property of a function, or of a unit with a gate. */
export function definitionsIn(files: readonly SourceFile[]): Map<string, string[]> {
  const places = new Map<string, string[]>();
  for (const { file, text } of files) {
    for (const [i, line] of text.split('\n').entries()) {
      const id = /^ {2}id: '([^']+)'|\bgatedUnit\('([^']+)'/.exec(line)?.slice(1).find(Boolean);
      if (id) places.set(id, [...(places.get(id) ?? []), `${file}:${i + 1}`]);
    }
  }
  return places;
}

/** One line for each id that is defined more than once. */
export const repeatedIds = (files: readonly SourceFile[]): string[] =>
  [...definitionsIn(files)]
    .filter(([, places]) => places.length > 1)
    .map(([id, places]) => `The id "${id}" is defined at ${places.join(' and at ')}.`);

const folder = new URL('../activations/', import.meta.url);

export const activationFiles = (): SourceFile[] =>
  readdirSync(folder)
    .filter((name) => /(?<!\.test)\.ts$/.test(name))
    .map((name) => ({
      file: `src/activations/${name}`,
      text: readFileSync(new URL(name, folder), 'utf8'),
    }));

const problems = repeatedIds(activationFiles());
if (problems.length > 0) throw new Error(problems.join('\n'));
