/** Pieces of TeX, and how tightly each holds together. */

/** How tightly an expression holds together: what must be bracketed inside what. */
export const levels = { cases: 0, sum: 1, product: 2, power: 3, atom: 4 } as const;
export type Level = (typeof levels)[keyof typeof levels];

export interface Piece {
  readonly tex: string;
  readonly level: Level;
}

export const atom = (tex: string): Piece => ({ tex, level: levels.atom });
const tall = (tex: string) => /\\frac|\\begin|\\sqrt/.test(tex);
export const enclose = (left: string, tex: string, right: string) =>
  tall(tex) ? String.raw`\left${left} ${tex} \right${right}` : `${left}${tex}${right}`;
export const bracketed = (tex: string) => enclose('(', tex, ')');

export const names: Readonly<Record<string, string>> = {
  ...{ ln: String.raw`\ln`, sin: String.raw`\sin`, cos: String.raw`\cos`, tan: String.raw`\tan` },
  ...{
    sinh: String.raw`\sinh`,
    cosh: String.raw`\cosh`,
    max: String.raw`\max`,
    min: String.raw`\min`,
  },
  ...{ arctan: String.raw`\arctan`, Phi: String.raw`\Phi`, phi: String.raw`\varphi` },
  sign: String.raw`\operatorname{sgn}`,
};
export const functionName = (name: string) => names[name] ?? String.raw`\operatorname{${name}}`;
export const relations = {
  '<': '<',
  '>': '>',
  '<=': String.raw`\le`,
  '>=': String.raw`\ge`,
} as const;

export function numberPiece(n: number, d: number): Piece {
  const sign = n < 0 ? '-' : '';
  const digits = String(Math.abs(n));
  const tex = digits.includes('e')
    ? digits.replace(/e\+?(-?\d+)/, String.raw` \times 10^{$1}`)
    : digits;
  if (d !== 1)
    return {
      tex: String.raw`${sign}\frac{${tex}}{${d}}`,
      level: sign ? levels.product : levels.power,
    };
  return { tex: sign + tex, level: sign || digits.includes('e') ? levels.product : levels.atom };
}
