/** What is typed after `npm run export --`. */
import { parseArgs } from 'node:util';

export interface Options {
  /** Names of the steps to run. */
  picked: ReadonlySet<string>;
  /** The folder of the site that the book will live in, with slashes at both ends. */
  base: string;
}

/**
 * @param names of all steps, which are run when none is picked
 * @throws when there is no such option, or no step of that name
 */
export function readOptions(typed: readonly string[], names: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...typed],
    options: { only: { type: 'string' }, base: { type: 'string', default: '/' } },
  });
  const picked = values.only?.split(',').map((name) => name.trim()) ?? names;
  const unknown = picked.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    const list = unknown.map((name) => `"${name}"`).join(', ');
    throw new Error(`--only: there is no step ${list}. The steps are ${names.join(', ')}.`);
  }
  return { picked: new Set(picked), base: `/${values.base}/`.replace(/\/+/g, '/') };
}
