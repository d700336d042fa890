/** What the tests of this folder share: formulas of every kind, and random ones. */
import { mulberry32 } from '#nn/random.ts';

/** Formulas as readers type them; parameters are a and b. */
export const corpus: readonly string[] = [
  ...[
    'z',
    '-z',
    '2 z + 1',
    'z^2',
    'z^3/3 - z',
    '-2/3 z^2 - -z',
    '2 * -z',
    '2*3 z',
    'z(1 + z)(z - 2)',
  ],
  ...['z * sigmoid(1.7 z)', 'max(0, z)^2', 'a z / (1 + |z|)', 'z > 0 ? z : a z', 'σ(z)²'],
  ...['1/(1 + e^-z)', '(e^z - e^-z)/(e^z + e^-z)', 'z tanh(ln(1 + e^z))', 'ln(1 + e^(b z))/b'],
  ...['sin²(z) + √(1 + z²)', 'z + sin(a z)^2/a', 'cos(z)/(2 + sin(z))', '2/π arctan(π z/2)'],
  ...['clamp(z, -1, 1)', 'min(1, max(-1, z), 3)', 'where(z < 0, e^z - 1, z)', '|2 z| |z|'],
  ...[
    'z < -1 ? -1 : z > 1 ? 1 : z',
    '-1 < z < 1 ? z^3 : z',
    'max(a z, z, -b z)',
    'z sign(z) + |z - 1|',
  ],
  ...[
    '0.5 z (1 + erf(z/√2))',
    'z Φ(z)',
    'φ(z) - z φ(z)^2',
    'e^(-z²/2)',
    '(1 + z^2)^a',
    '2^z',
    'a^z',
  ],
  ...['z/(1 + z^2)^(1/2)', '1/(1 + |z|)^2', 'ln(1 + |z|) sign(z)', 'sinh(z)/cosh(z)', 'arsinh(z)'],
  ...[
    'relu(z)^2',
    'leaky-relu(z, 0.2)',
    'elu(2 z - 1) swish(z)',
    'hard-sigmoid(z) z',
    'mish(z) - gelu(z)',
  ],
  ...[
    'softplus(z) tanh(z)',
    'snake(z, 2)',
    'H(z) z',
    'identity(z) + selu(z)',
    'log1p(z^2) expm1(z/4)',
  ],
  ...['1.5e-7 z', 'tan(z/4)', 'pow(1 + z^2, 1/3)', 'z/(a^2 + 1)/(b^2 + 1)', 'exp(sin(cos(z)))'],
];

/** A formula put together at random, with values for every z in reach. */
export function randomFormula(seed: number): string {
  const random = mulberry32(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const leaf = () => pick(['z', 'z', 'z', 'a', 'b', '2', '0.5', '-1.5', '3']);
  const grow = (depth: number): string => {
    if (depth === 0 || random() < 0.12) return leaf();
    const part = () => grow(depth - 1);
    return pick([
      () => `(${part()} + ${part()})`,
      () => `(${part()} - ${part()})`,
      () => `${part()} * (${part()})`,
      () => `${part()} / (2 + sin(${part()}))`,
      () => `(${part()})^${pick(['2', '3'])}`,
      () => `(1 + (${part()})^2)^${pick(['(1/2)', '(-1)', '(-3/2)', '0.3'])}`,
      () =>
        `${pick(['sin', 'cos', 'tanh', 'σ', 'arctan', 'erf', 'softplus', 'gelu', 'silu'])}(${part()})`,
      () => `e^(-(${part()})^2)`,
      () => `ln(1 + |${part()}|)`,
      () => `√(1 + (${part()})^2)`,
      () => `max(${part()}, ${part()})`,
      () => `min(${part()}, ${part()})`,
      () => `relu(${part()})`,
      () => `(${part()} > ${part()} ? ${part()} : ${part()})`,
    ])();
  };
  return `${grow(3)} + z`;
}

/** The difference quotient that errs by h⁴. */
export const slope = (g: (x: number) => number, x: number, h = 1e-3): number =>
  (8 * (g(x + h) - g(x - h)) - (g(x + 2 * h) - g(x - 2 * h))) / (12 * h);
