/** Which letters stand in a formula: what a notation has to explain. */

/** `$…$` and `$$…$$` in Markdown, without the dollars. */
export const formulasIn = (markdown: string): string[] =>
  [...markdown.matchAll(/\$\$([^$]+)\$\$|\$([^$]+)\$/g)].map(
    ([, display, inline]) => (display ?? inline)!,
  );

/** Commands whose argument is a word and no letter: `\text{for all }`. */
const worded = /\\(?:text|operatorname|begin|end)\s*\*?\{[^}]*\}/g;

const greek =
  'alpha|beta|gamma|delta|epsilon|varepsilon|eta|theta|lambda|mu|phi|Phi|pi|sigma|tau|omega';

/**
 * Single Latin letters, and Greek ones as they are typed, each once: `x`, `W`, `\alpha`. Other commands are
 * no letters, and neither is the number e where it is raised to a power.
 */
export function lettersOf(tex: string): Set<string> {
  const named = new RegExp(String.raw`\\(?:${greek})(?![a-zA-Z])`, 'g');
  const plain = tex.replace(worded, ' ');
  const letters = plain
    .replace(named, ' ')
    .replace(/\\[a-zA-Z]+/g, ' ')
    .match(/[a-zA-Z]/g);
  return new Set([...(plain.match(named) ?? []), ...(letters ?? [])]);
}
