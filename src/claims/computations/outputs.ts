/** Softmax, pairs of output and loss, gates, and the luck of the best. */
import { activations, bind } from '#activations/index.ts';
import { hinges, largestError, targets } from '#approximation/hinges.ts';
import { mulberry32, normal } from '#nn/random.ts';
import { mean, places, type Computation } from './computation.ts';

const sigmoid = bind(activations.sigmoid);
const softmax = (z: readonly number[]) => activations.softmax.f(z);

/** The nine logits that have gone around in a tutorial. */
const nine = [0.2, 0.02, 0.15, 1.3, 0.5, 0.06, 1.1, 0.05, 3.75];
const at = (temperature: number) => softmax(nine.map((z) => z / temperature));
const entropy = (p: readonly number[]) =>
  -p.reduce((sum, q) => sum + (q > 0 ? q * Math.log(q) : 0), 0);
const winner = (p: readonly number[]) => p.indexOf(Math.max(...p));

export const nineLogits: Computation = () => {
  const p = at(1);
  const raised = softmax(nine.map((z, k) => (k === 3 ? z + 1 : z)));
  const shifted = softmax(nine.map((z) => z + 1));
  const temperatures = [0.1, 0.5, 1, 2, 5, 100];
  return {
    largest: p[8]!,
    total: nine.reduce((sum, z) => sum + Math.exp(z), 0),
    sigmoids: nine.reduce((sum, z) => sum + sigmoid.f(z), 0),
    softmaxes: p.reduce((sum, q) => sum + q, 0),
    fallen: raised.filter((q, k) => k !== 3 && q < p[k]!).length,
    shift: Math.max(...shifted.map((q, k) => Math.abs(q - p[k]!))),
    winners: new Set(temperatures.map((t) => winner(at(t)))).size,
    ...Object.fromEntries(temperatures.map((t) => [`T${t}`, at(t)[8]!])),
    'entropy.T0.1': entropy(at(0.1)),
    'entropy.T100': entropy(at(100)),
  };
};

/** The largest |softmax(z₁, z₂)₁ − σ(z₁ − z₂)| over 10,000 random pairs (seed 1). */
export const twoLogits: Computation = () => {
  const random = mulberry32(1);
  const gaps = Array.from({ length: 10_000 }, () => {
    const [a, b] = [10 * normal(random), 10 * normal(random)];
    return Math.abs(softmax([a, b])[0]! - sigmoid.f(a - b));
  });
  return { pairs: gaps.length, largest: Math.max(...gaps) };
};

/** Steps of gradient descent on one logit until p > 0.9, from −8, with rate 0.5 and target 1. */
function stepsFrom(slope: (p: number) => number): number {
  let [z, steps] = [-8, 0];
  for (; sigmoid.f(z) <= 0.9; steps++) z -= 0.5 * slope(sigmoid.f(z));
  return steps;
}

const squaredSlope = (p: number) => (p - 1) * p * (1 - p);

export const pairs: Computation = () => {
  const p = places(0, 1, 300_001);
  const steepest = p.reduce((a, b) =>
    Math.abs(squaredSlope(b)) > Math.abs(squaredSlope(a)) ? b : a,
  );
  const wrong = sigmoid.f(-10);
  return {
    largest: Math.abs(squaredSlope(steepest)),
    largestAt: steepest,
    'squared.-10': squaredSlope(wrong),
    'cross.-10': wrong - 1,
    'squared.steps': stepsFrom(squaredSlope),
    'cross.steps': stepsFrom((q) => q - 1),
  };
};

/** A ReLU as the output of a classifier, at pre-activation −2: its “probability”, its loss, its slope. */
export const reluOutput: Computation = () => {
  const { f, df } = bind(activations.relu);
  return { p: f(-2), loss: -Math.log(f(-2)), slope: df(-2), 'p.3': f(3) };
};

/** The least mean squared error of an output below 1, for targets spread evenly over [0, 10]: ∫₁¹⁰ (t − 1)²/10 dt. */
export const tanhFloor: Computation = () => ({ error: 9 ** 3 / 30 });

/** What a gate that is open by σ(b) leaves after 100 steps. */
export const gates: Computation = () =>
  Object.fromEntries([0, 1, 5].map((b) => [String(b), sigmoid.f(b) ** 100]));

/** The best of `m` candidates, each right on each of `n` cases with probability `p`: expected score, exactly. */
function expectedBest(m: number, n: number, p: number): number {
  let [share, below, expected] = [(1 - p) ** n, 0, 0];
  for (let k = 0; k <= n; k++) {
    const upTo = Math.min(1, below + share);
    expected += (k / n) * (upTo ** m - below ** m);
    below = upTo;
    share *= ((n - k) / (k + 1)) * (p / (1 - p));
  }
  return expected;
}

export const bestOfTwenty: Computation = () => ({
  best: expectedBest(20, 50, 0.8),
  one: expectedBest(1, 50, 0.8),
  deviation: Math.sqrt((0.8 * 0.2) / 50),
  bound: Math.sqrt((0.8 * 0.2) / 50) * Math.sqrt(2 * Math.log(20)),
});

/** The share of a layer's arithmetic that is its function, when one evaluation costs as much as five multiplications. */
export const costShare: Computation = () =>
  Object.fromEntries([4, 64, 256, 1024].map((n) => [String(n), (5 * n) / (n * n + 5 * n)]));

/** How close a quadratic, and hinges, can come: what squares and what ReLUs in one hidden layer can draw. */
export const fits: Computation = () => {
  const x = places(-1, 1, 101);
  const sine = x.map((v) => Math.sin(Math.PI * v));
  // On places that lie symmetrically the best quadratic for an odd function is a multiple of x.
  const slope = mean(x.map((v, k) => v * sine[k]!)) / mean(x.map((v) => v * v));
  const wave = targets.wave;
  const errors = [5, 10, 20, 40, 80].map((pieces) => [
    `hinges.${pieces}`,
    largestError(hinges(places(0, 1, pieces + 1).map(wave)).g, wave),
  ]);
  return {
    quadratic: mean(x.map((v, k) => (sine[k]! - slope * v) ** 2)),
    ...Object.fromEntries(errors),
  };
};
