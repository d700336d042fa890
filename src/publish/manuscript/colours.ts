/** The colours of the site's style sheets in its light theme, as literals: a picture that stands alone has no variables. */
import { readFileSync } from 'node:fs';

const tokens = readFileSync(new URL('../../styles/tokens.css', import.meta.url), 'utf8');

const light: ReadonlyMap<string, string> = new Map(
  [...tokens.matchAll(/--([a-z0-9-]+): light-dark\((#[0-9a-f]+),/g)].map(([, name, value]) => [
    name!,
    value!,
  ]),
);

/** The colour of a token: `accent`. */
export function colour(name: string): string {
  const value = light.get(name);
  if (!value) throw new Error(`src/styles/tokens.css has no colour "${name}".`);
  return value;
}

/** Paper is white where there is nothing but paper. */
const literal = (name: string) => (name === 'paper' ? '#ffffff' : colour(name));

/** `var(--class-0)` and `var(--paper, white)` in a text, as literals. */
export const resolveVariables = (text: string) =>
  text.replace(/var\(--([a-z0-9-]+)(?:,[^()]*)?\)/g, (_, name: string) => literal(name));
