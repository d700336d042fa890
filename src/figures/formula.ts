/** The formula with the numbers put in, typeset at build with a marked place for each number. */
import { numeric, symbolic, texNumber } from '#activations/tex.ts';
import { renderMath } from '#markdown/math.ts';
import type { Curve } from './curve.ts';

/** Class of the place that shows a number: `slot-z`, `slot-alpha`, `slot-f`. */
const slot = (name: string, tex: string) => String.raw`\htmlClass{slot slot-${name}}{${tex}}`;

/** `f(z) = …` with letters. */
export const symbolicFormula = ({ activation }: Curve): string =>
  renderMath(String.raw`${activation.tex.name}(z) = ${activation.tex.f(symbolic(activation))}`, {
    displayMode: true,
  });

/** `f′(z) = …` with letters. */
export const symbolicSlope = ({ activation }: Curve): string =>
  renderMath(String.raw`${activation.tex.name}'(z) = ${activation.tex.df(symbolic(activation))}`, {
    displayMode: true,
  });

/** `f(−1.28) = … = −0.279` with a slot for each number. */
export function numericFormula({ activation, parameters, f }: Curve, z: number): string {
  const { tex } = activation;
  const symbols = numeric(
    { ...parameters, z },
    { format: shortTex, wrap: (name, text, place) => slot(`${name} slot-${place}`, text) },
  );
  return renderMath(
    String.raw`${tex.name}(${symbols.bare.z}) = ${tex.f(symbols)} = ${slot('f', shortTex(f(z)))}`,
    { displayMode: true, visualOnly: true },
  );
}

/** Two decimals for what the reader sets; the value as it comes. */
const shortTex = (value: number) => texNumber(Number(value.toPrecision(4)));
