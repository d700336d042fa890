/**
 * What a sentence of the book claims about recorded results, as an author types it:
 *
 *     circle-depth/relu-8.solvedShare > 0.9
 *     0.4 < circle-depth/identity-4-4.testAccuracy.median < 0.7 and circle-depth/identity-4.solved = 0
 *     circle-activations/tanh.solvedAfter.median ≈ 70 ± 10
 *
 * Comparisons joined by `and`. On either side stand numbers and paths (see `recordedValue`), also a
 * number times a path: `2 * circle-depth/relu-4.solvedAfter.median`. `≈` needs its tolerance.
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
  return claim.split(/\s+and\s+/).flatMap((chain) => {
    const parts = chain.trim().split(operator);
    if (parts.length < 3) throw unreadable(claim, `"${chain.trim()}" compares nothing`);
    const broken: string[] = [];
    for (let at = 1; at < parts.length; at += 2) {
      const sign = spelling[parts[at]!] ?? parts[at]!;
      const [right = '', tolerance] = parts[at + 1]!.split(/\s*±\s*/);
      if ((sign === '≈') !== (tolerance !== undefined))
        throw unreadable(claim, '"≈" and "± tolerance" go together');
      const left = parts[at - 1]!.split(/\s*±\s*/)[0]!;
      const values = [left, right].map((side) => read(side, claim, valueAt));
      const within = tolerance === undefined ? 0 : read(tolerance, claim, valueAt);
      if (comparisons[sign]!(values[0]!, values[1]!, within)) continue;
      const text = tolerance === undefined ? right : `${right} ± ${tolerance}`;
      broken.push(`${left} ${sign} ${text} (${values[0]} ${sign} ${values[1]})`);
    }
    return broken;
  });
}

/** `0.9`, `98 %`, `circle-depth/relu-8.solved` or `2 * circle-depth/relu-8.solved`. */
function read(side: string, claim: string, valueAt: (path: string) => number): number {
  const factors = side.split('*').map((text) => {
    const [, digits, percent] = /^\s*(-?\d+(?:\.\d+)?(?:e-?\d+)?)\s*(%?)\s*$/.exec(text) ?? [];
    if (digits !== undefined) return percent ? Number(digits) / 100 : Number(digits);
    if (!/^\s*[\w-]+\/[^\s/]\S*\s*$/.test(text))
      throw unreadable(claim, `"${text.trim()}" is neither a number nor experiment/variant.number`);
    return valueAt(text.trim());
  });
  return factors.reduce((product, factor) => product * factor, 1);
}

const unreadable = (claim: string, reason: string) =>
  new RangeError(`cannot read "${claim}": ${reason}`);
