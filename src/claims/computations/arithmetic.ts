/** What becomes of formulas in floating point, and formulas as people have typed them. */
import { activations, bind } from '#activations/index.ts';
import type { Framework } from '#activations/types.ts';
import type { Computation } from './computation.ts';

/** The textbook forms, wrong on purpose: this is what a reader would type. */
const naive = {
  sigmoid: (z: number) => 1 / (1 + Math.exp(-z)),
  tanh: (z: number) => (Math.exp(z) - Math.exp(-z)) / (Math.exp(z) + Math.exp(-z)),
  softplus: (z: number) => Math.log(1 + Math.exp(z)),
  softmax: (z: readonly number[]) => {
    const total = z.reduce((sum, entry) => sum + Math.exp(entry), 0);
    return z.map((entry) => Math.exp(entry) / total);
  },
};

/** The least z ≥ 0 at which `reached` holds, given that it holds from there on. */
function onset(reached: (z: number) => boolean, upTo = 1000): number {
  let [low, high] = [0, upTo];
  while (high - low > 1e-9) {
    const middle = (low + high) / 2;
    if (reached(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** Rounding to fewer bits. */
const rounding = { 64: (v: number) => v, 32: Math.fround, 16: Math.f16round } as const;

/**
 * From which z on σ, with every step of its textbook form rounded, and tanh, rounded once, are exactly
 * 1; by the number of bits.
 */
export const roundedToOne: Computation = () => {
  const tail = Object.fromEntries(
    Object.entries(rounding).flatMap(([bits, round]) => [
      [`sigmoid.${bits}`, onset((z) => round(1 / round(1 + round(Math.exp(-z)))) === 1)],
      [`tanh.${bits}`, onset((z) => round(Math.tanh(z)) === 1)],
    ]),
  );
  return {
    ...tail,
    'sigmoid.slope.37': naive.sigmoid(37) * (1 - naive.sigmoid(37)),
    'sigmoid.true.37': bind(activations.sigmoid).df(37),
    'tanh.slope.20': 1 - Math.tanh(20) ** 2,
    'tanh.true.20': bind(activations.tanh).df(20),
  };
};

/** Where eᶻ is too large for the format: the logarithm of its largest number. */
const overflows = {
  64: Math.log(Number.MAX_VALUE),
  32: Math.log(3.4028234663852886e38),
  16: Math.log(65_504),
};

export const overflow: Computation = () => {
  const wide = naive.softmax([1000, 1001, 1002]);
  const right = activations.softmax.f([1000, 1001, 1002]);
  const error = (z: number) => Math.abs(naive.tanh(z) / Math.tanh(z) - 1);
  const p40 = naive.sigmoid(40);
  return {
    ...Object.fromEntries(Object.entries(overflows).map(([bits, z]) => [`exp.${bits}`, z])),
    'tanh.710': naive.tanh(710),
    'tanh.stable.710': Math.tanh(710),
    'tanh.error.1e-5': error(1e-5),
    'tanh.error.1e-12': error(1e-12),
    'tanh.error.1e-17': error(1e-17),
    'sigmoid.-710': naive.sigmoid(-710),
    'sigmoid.stable.-710': bind(activations.sigmoid).f(-710),
    'softmax.first': wide[0]!,
    'softmax.stable.first': right[0]!,
    'softmax.stable.second': right[1]!,
    'softmax.stable.third': right[2]!,
    'log-softmax': Math.log(naive.softmax([0, -800])[1]!),
    'log-softmax.stable': activations['log-softmax'].f([0, -800])[1]!,
    'cross-entropy.40': -Math.log(1 - p40),
    'cross-entropy.stable.40': bind(activations.softplus).f(40),
    'softplus.710': naive.softplus(710),
    'softplus.stable.710': bind(activations.softplus).f(710),
  };
};

/** The slope that a library takes when none is given, and f(−10) with it. */
export const frameworkSlopes: Computation = () => {
  const { frameworks } = activations['leaky-relu'];
  return Object.fromEntries(
    (Object.keys(frameworks) as Framework[]).flatMap((framework) => {
      const slope = Number(/=([\d.]+)/.exec(frameworks[framework]?.defaults ?? '')?.[1]);
      return [
        [framework, slope],
        [`${framework}.-10`, slope * -10],
      ];
    }),
  );
};

/** `np.maximum(x, alpha * x ** 2)`, which was printed as PReLU, beside PReLU; α = 0.01. */
export const preluAsPrinted: Computation = () => {
  const prelu = bind(activations.prelu, { alpha: 0.01 }).f;
  return Object.fromEntries(
    [-10, -5, -1, 5, 150].flatMap((x) => [
      [`printed.${x}`, Math.max(x, 0.01 * x ** 2)],
      [`right.${x}`, prelu(x)],
    ]),
  );
};
