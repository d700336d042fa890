/**
 * What a sentence of the book claims about recorded results, as an author types it:
 *
 *     circle-depth/relu-8.solvedShare > 0.9
 *     0.4 < circle-depth/identity-4-4.testAccuracy.median < 0.7 and circle-depth/identity-4.solved = 0
 *     circle-activations/tanh.solvedAfter.median ≈ 70 ± 10
 *
 *     leaky-slope/'α=0.3'.testAccuracy.median < 0.9
 *
 * Comparisons joined by `and`. On either side stand numbers and paths (see `valueAt` in src/claims/values.ts), also a
 * number times a path: `2 * circle-depth/relu-4.solvedAfter.median`. `≈` needs its tolerance. The name
 * of a variant with a space or a sign of comparison in it stands between single quotes.
 */

const comparisons: Readonly<Record<string, (a: number, b: number, tolerance: number) => boolean>> =
  {
    '<': (a, b) => a < b,
    '<=': (a, b) => a <= b,
    '=': (a, b) => a === b,
    '>=': (a, b) => a >= b,
    '>': (a, b) => a > b,
    '≈': (a, b, tolerance) => a === b || Math.abs(a - b) <= tolerance,
  };

const operator = /\s*(<=|>=|≤|≥|<|>|=|≈)\s*/;
const spelling: Readonly<Record<string, string>> = { '≤': '<=', '≥': '>=' };

/**
 * What of a claim does not hold, in words with the numbers as they are; nothing when all of it holds.
 *
 * @param valueAt the number at a path
 * @throws RangeError when the claim cannot be read, or has a path without a number
 */
export function brokenClaims(claim: string, valueAt: (path: string) => number): string[] {
  // Quoted names may hold signs that comparisons are made of, so they are numbered meanwhile.
  const names: string[] = [];
  const numbered = claim.replace(
    /'([^']*)'/g,
    (_quoted, name: string) => `#${names.push(name) - 1}#`,
  );
  const whole = (text: string) =>
    text.replace(/#(\d+)#/g, (_mark, place: string) => names[Number(place)]!);
  try {
    return brokenComparisons(numbered, (path) => valueAt(whole(path))).map(whole);
  } catch (error) {
    if (error instanceof Unreadable)
      throw new RangeError(`cannot read "${claim}": ${whole(error.message)}`);
    throw error;
  }
}

class Unreadable extends Error {}

function brokenComparisons(claim: string, valueAt: (path: string) => number): string[] {
  return claim.split(/\s+and\s+/).flatMap((chain) => {
    const parts = chain.trim().split(operator);
    if (parts.length < 3) throw new Unreadable(`"${chain.trim()}" compares nothing`);
    const broken: string[] = [];
    for (let at = 1; at < parts.length; at += 2) {
      const sign = spelling[parts[at]!] ?? parts[at]!;
      const [right = '', tolerance] = parts[at + 1]!.split(/\s*±\s*/);
      if ((sign === '≈') !== (tolerance !== undefined))
        throw new Unreadable('"≈" and "± tolerance" go together');
      const left = parts[at - 1]!.split(/\s*±\s*/)[0]!;
      const values = [left, right].map((side) => read(side, valueAt));
      const within = tolerance === undefined ? 0 : read(tolerance, valueAt);
      if (comparisons[sign]!(values[0]!, values[1]!, within)) continue;
      const text = tolerance === undefined ? right : `${right} ± ${tolerance}`;
      broken.push(`${left} ${sign} ${text} (${values[0]} ${sign} ${values[1]})`);
    }
    return broken;
  });
}

/** `0.9`, `98 %`, `circle-depth/relu-8.solved` or `2 * circle-depth/relu-8.solved`. */
function read(side: string, valueAt: (path: string) => number): number {
  const factors = side.split('*').map((text) => {
    const [, digits, percent] = /^\s*(-?\d+(?:\.\d+)?(?:e-?\d+)?)\s*(%?)\s*$/.exec(text) ?? [];
    if (digits !== undefined) return percent ? Number(digits) / 100 : Number(digits);
    if (!/^\s*[\w-]+\/[^\s/]\S*\s*$/.test(text))
      throw new Unreadable(`"${text.trim()}" is neither a number nor experiment/variant.number`);
    return valueAt(text.trim());
  });
  return factors.reduce((product, factor) => product * factor, 1);
}
