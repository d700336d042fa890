/** What follows from the curves themselves. Each computation gives its numbers by name. */
import { activations, bind, type ElementwiseId } from '#activations/index.ts';
import { places, type Computation } from './computation.ts';

const { relu, tanh, sigmoid } = activations;
const leaky = (alpha: number) => bind(activations['leaky-relu'], { alpha });

/** f(u + v) − f(u) − f(v) + f(0), which is 0 for every affine f: with u = v = 1, and with u = 1, v = −1. */
export const equalSteps: Computation = () =>
  Object.fromEntries(
    (['identity', 'sigmoid', 'tanh', 'relu', 'leaky-relu'] as const).flatMap(
      (id: ElementwiseId) => {
        const { f } = bind(activations[id]);
        return [
          [`${id}.same`, f(2) - f(1) - f(1) + f(0)],
          [`${id}.opposite`, f(0) - f(1) - f(-1) + f(0)],
        ];
      },
    ),
  );

/** The image of a midpoint, and the midpoint of the images: equal for every affine f. */
export const midpoint: Computation = () =>
  Object.fromEntries(
    (['relu', 'tanh'] as const).flatMap((id: ElementwiseId) => {
      const { f } = bind(activations[id]);
      return [
        [`${id}.image`, f(0.5)],
        [`${id}.middle`, (f(-1) + f(2)) / 2],
      ];
    }),
  );

/** Exclusive or from two units, with ReLU and with nothing in its place. */
export const xorByHand: Computation = () => {
  const network = (f: (z: number) => number) => (a: number, b: number) =>
    f(a + b) - 2 * f(a + b - 1);
  const bent = network(bind(relu).f);
  const straight = network((z) => z);
  const corners = ['00', '10', '01', '11'].map(
    (bits) => [bits, Number(bits[0]), Number(bits[1])] as const,
  );
  return Object.fromEntries(
    corners.flatMap(([bits, a, b]) => [
      [`bent.${bits}`, bent(a, b)],
      [`straight.${bits}`, straight(a, b)],
    ]),
  );
};

/** Slopes of sigmoid and tanh; where each is largest, and how large. */
export const slopes: Computation = () => {
  const curves = { sigmoid: bind(sigmoid), tanh: bind(tanh) };
  return Object.fromEntries(
    Object.entries(curves).flatMap(([id, { df, facts }]) => [
      ...[0, 2, 5, 10, 18].map((z) => [`${id}.${z}`, df(z)]),
      [`${id}.largest`, facts.slopeMax.value],
      [`${id}.at`, facts.slopeMax.at],
      [`${id}.reached`, facts.slopeMax.attained ? 1 : 0],
      [`${id}.decay`, Math.log(df(10) / df(9))],
    ]),
  );
};

/** The value and the slope at 0. */
export const nearZero: Computation = () =>
  Object.fromEntries(
    (['tanh', 'sigmoid', 'relu', 'gelu', 'silu', 'elu', 'sine'] as const).flatMap(
      (id: ElementwiseId) => {
        const { f, df } = bind(activations[id]);
        return [
          [`${id}.value`, f(0)],
          [`${id}.slope`, df(0)],
        ];
      },
    ),
  );

/** The largest distance between tanh z and 2σ(2z) − 1 over many z. */
export const tanhFromSigmoid: Computation = () => {
  const [t, s] = [bind(tanh).f, bind(sigmoid).f];
  return {
    largest: Math.max(...places(-20, 20, 4001).map((z) => Math.abs(t(z) - (2 * s(2 * z) - 1)))),
  };
};

/** L(w) = σ(w)², the squared error of one sigmoid with target 0, along a chord; and its curvature. */
export const chord: Computation = () => {
  const s = bind(sigmoid).f;
  const loss = (w: number) => s(w) ** 2;
  const curvature = (w: number) => 2 * s(w) ** 2 * (1 - s(w)) * (2 - 3 * s(w));
  const steepest = places(0, 5, 50_001).reduce((a, b) => (curvature(b) < curvature(a) ? b : a));
  return {
    left: loss(1),
    middle: loss(3),
    right: loss(5),
    chord: (loss(1) + loss(5)) / 2,
    turn: Math.LN2,
    atTurn: curvature(Math.LN2),
    least: curvature(steepest),
    leastAt: steepest,
  };
};

/** How many different outputs and slopes ReLU has over 1001 places, none of them 0. */
export const reluValues: Computation = () => {
  const { f, df } = bind(relu);
  const z = places(-5, 5, 1000);
  return {
    places: z.length,
    outputs: new Set(z.map(f)).size,
    slopes: new Set(z.map(df)).size,
  };
};

/** The weight of |z| in leaky ReLU, (1 − α)/2. */
export const bentPart: Computation = () =>
  Object.fromEntries([0, 0.01, 0.2, 0.95].map((alpha) => [String(alpha), (1 - alpha) / 2]));

/** max(αz, z) beside the two-piece form. */
export const maxForm: Computation = () =>
  Object.fromEntries(
    [0.01, 2, -1].flatMap((alpha) =>
      [-1, 1].flatMap((z) => [
        [`${alpha}.max.${z}`, Math.max(alpha * z, z)],
        [`${alpha}.pieces.${z}`, leaky(alpha).f(z)],
      ]),
    ),
  );

/** What one path of k = 5 silent units carries, and the mean-square factor of a layer as a multiple of ReLU's. */
export const leakyDepth: Computation = () =>
  Object.fromEntries(
    [0.01, 0.2].flatMap((alpha) => [
      [`${alpha}.path`, alpha ** 5],
      [`${alpha}.layer`, 1 + alpha ** 2],
      [`${alpha}.gain`, Math.sqrt(2 / (1 + alpha ** 2))],
    ]),
  );

/** How far the outputs of ReLU and of leaky ReLU move when the input does, over many pairs. */
export const movement: Computation = () => {
  const z = places(-5, 5, 401);
  const pairs = z.flatMap((a) => z.filter((b) => b < a).map((b) => [a, b] as const));
  const moved = (f: (z: number) => number) => pairs.map(([a, b]) => Math.abs(f(a) - f(b)));
  const straight = moved((v) => v);
  const [plain, leaking] = [moved(bind(relu).f), moved(leaky(0.01).f)];
  return {
    pairs: pairs.length,
    'relu.largest': Math.max(...plain.map((d, k) => d / straight[k]!)),
    'leaky.largest': Math.max(...leaking.map((d, k) => d / straight[k]!)),
    // Rounding: the two agree to the last digit where both inputs are positive.
    less: leaking.filter((d, k) => d < plain[k]! - 1e-12).length,
    'relu.outlier': bind(relu).f(-100),
    'leaky.outlier': leaky(0.01).f(-100),
  };
};
