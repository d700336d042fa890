/** Formulas in TeX: what the templates `tex.f` and `tex.df` are filled with, and helpers to write them. */
import type { Elementwise, Symbols } from './types.ts';

/** A piecewise formula: rows of a value and the condition under which it holds. */
export const cases = (...rows: readonly (readonly [value: string, condition: string])[]): string =>
  String.raw`\begin{cases} ${rows.map((row) => row.join(' & ')).join(String.raw` \\ `)} \end{cases}`;

/** The symbols of a function's general formula: z and its parameters' letters. */
export function symbolic(activation: Pick<Elementwise, 'parameters'>): Symbols {
  const letters: Record<string, string> = { z: 'z' };
  for (const [name, { tex }] of Object.entries(activation.parameters)) {
    letters[name] = tex;
  }
  return symbols(letters, letters, String.raw`\,`);
}

/**
 * A number in TeX with four significant digits, in powers of ten below 10⁻⁴ and from 10⁶ on. −0 reads
 * 0; ±∞ and NaN have signs of their own.
 */
export function texNumber(value: number): string {
  if (Number.isNaN(value)) return String.raw`\mathrm{NaN}`;
  if (!Number.isFinite(value)) return value > 0 ? String.raw`\infty` : String.raw`-\infty`;
  const size = Math.abs(value);
  if (size === 0) return '0';
  if (size >= 1e-4 && size < 1e6) return String(Number(value.toPrecision(4)));
  const [mantissa, exponent] = value.toExponential(3).split('e') as [string, string];
  return String.raw`${Number(mantissa)} \times 10^{${Number(exponent)}}`;
}

export interface NumericOptions {
  /** How a number reads, by default `texNumber`. */
  format?: (value: number) => string;
  /**
   * Put around every number, for marking it. `name` is `z` or the parameter's; `text` has its brackets
   * already; `place` says whether a negative number is bracketed there.
   */
  wrap?: (name: string, text: string, place: 'bracketed' | 'bare') => string;
}

/** The symbols of a formula with numbers put in: a value for z and for each parameter. */
export function numeric(
  values: Readonly<Record<string, number>> & { readonly z: number },
  { format = texNumber, wrap = (_name, text) => text }: NumericOptions = {},
): Symbols {
  const bracketed: Record<string, string> = {};
  const bare: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) {
    const text = format(value);
    // A power of ten needs brackets too: 2 · 10⁻⁵ squared is not 2 · 10⁻⁵².
    const needsBrackets = /^-|\^/.test(text);
    bracketed[name] = wrap(name, needsBrackets ? `(${text})` : text, 'bracketed');
    bare[name] = wrap(name, text, 'bare');
  }
  return symbols(bracketed, bare, String.raw` \cdot `);
}

/** An index signature of strings beside `bare` is more than the type system can follow: hence the cast. */
const symbols = (
  bracketed: Readonly<Record<string, string>>,
  bare: Readonly<Record<string, string>>,
  times: string,
): Symbols => ({ ...bracketed, bare, times }) as unknown as Symbols;
