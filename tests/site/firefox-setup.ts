/** Before the tests in Firefox: they need one, and the build. Nobody who has none should think that they passed. */
import { existsSync } from 'node:fs';
import { findFirefox } from '../tools/firefox.ts';
import { builds } from './builds.ts';

export default function setup() {
  const { folder, script } = builds.root;
  if (!existsSync(folder)) throw new Error(`${folder} is not there: \`npm run ${script}\` first.`);
  findFirefox();
}
