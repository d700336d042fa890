/**
 * Points in the plane that belong to one of two classes, 0 and 1.
 *
 * Shapes and units follow the TensorFlow Playground (Smilkov and others, 2017), so that runs can be
 * compared with it: all but `xor-corners` lie in the square [−6, 6]², and a network sees these
 * coordinates as they are. Unlike there, classes are balanced, `noise` always moves points and never
 * flips a label, and class 1 of `xor` is where the signs *differ*.
 */
import { normal, uniform, type Random } from './random.ts';

/** `count` points; flat, [coordinate][point]: every x₁ first, then every x₂. */
export interface Points {
  readonly count: number;
  readonly inputs: Float64Array;
  /** The class of each point, 0 or 1. */
  readonly labels: Uint8Array;
}

interface Shape {
  /** Without noise both coordinates lie between these. */
  readonly domain: readonly [lower: number, upper: number];
  /** Parts that get equally many points and an equal share of each split. Odd parts are class 1. */
  readonly parts: 2 | 4;
  /** A point of the part. `along` runs evenly through [0, 1) from its first point to its last. */
  place(part: number, along: number, random: Random): readonly [x1: number, x2: number];
}

const square = [-6, 6] as const;

const polar = (radius: number, angle: number) =>
  [radius * Math.sin(angle), radius * Math.cos(angle)] as const;

/** The signs of the coordinates in each of four parts, such that they differ in the odd ones. */
const corners = [
  [1, 1],
  [-1, 1],
  [-1, -1],
  [1, -1],
] as const;

export const datasets = {
  /** A disc of radius 2.5 (class 1) in a ring from 3.5 to 5; both are denser towards their inside. */
  circle: {
    domain: square,
    parts: 2,
    place: (part, _along, random) =>
      polar(
        part === 1 ? uniform(random, 0, 2.5) : uniform(random, 3.5, 5),
        uniform(random, 0, 2 * Math.PI),
      ),
  },
  /** Four squares with sides of 5, one in each quadrant, 0.3 away from both axes. */
  xor: {
    domain: square,
    parts: 4,
    place: (part, _along, random) => [
      corners[part]![0] * uniform(random, 0.3, 5.3),
      corners[part]![1] * uniform(random, 0.3, 5.3),
    ],
  },
  /** Two round normal clouds of variance ½ about (2, 2) (class 1) and (−2, −2). A line parts them. */
  gaussians: {
    domain: square,
    parts: 2,
    place(part, _along, random) {
      const centre = part === 1 ? 2 : -2;
      return [centre + Math.SQRT1_2 * normal(random), centre + Math.SQRT1_2 * normal(random)];
    },
  },
  /** Two arms that start at the centre and make 1¾ turns out to radius 5. */
  spiral: {
    domain: square,
    parts: 2,
    place: (part, along) => polar(5 * along, 3.5 * Math.PI * along + (part === 1 ? 0 : Math.PI)),
  },
  /** Two interlocking half circles of radius 3, as in scikit-learn, where the radius is 1. */
  moons: {
    domain: square,
    parts: 2,
    place(part, along) {
      const x1 = 3 * Math.cos(Math.PI * along);
      const x2 = 3 * Math.sin(Math.PI * along);
      return part === 1 ? [1.5 - x1, 0.75 - x2] : [x1 - 1.5, x2 - 0.75];
    },
  },
  /** The truth table of exclusive or: the corners of the unit square, each as often as another. */
  'xor-corners': {
    domain: [-0.5, 1.5],
    parts: 4,
    place: (part) => [(1 - corners[part]![0]) / 2, (1 - corners[part]![1]) / 2],
  },
} as const satisfies Record<string, Shape>;

export type DatasetId = keyof typeof datasets;

/**
 * Draws `samples` points, the parts of the shape in turn, so that classes differ by at most one.
 *
 * @param noise Standard deviation of a normal displacement of both coordinates, in units of the
 *   domain. It can carry points out of the domain.
 */
export function drawPoints(id: DatasetId, samples: number, noise: number, random: Random): Points {
  const { parts, place }: Shape = datasets[id];
  const inputs = new Float64Array(2 * samples);
  const labels = new Uint8Array(samples);
  const perPart = Math.ceil(samples / parts);
  for (let i = 0; i < samples; i++) {
    const part = i % parts;
    const along = (Math.floor(i / parts) + random()) / perPart;
    const [x1, x2] = place(part, along, random);
    inputs[i] = x1 + noise * normal(random);
    inputs[samples + i] = x2 + noise * normal(random);
    labels[i] = part % 2;
  }
  return { count: samples, inputs, labels };
}

/** The points at the given places, in that order. */
export function pick(points: Points, places: ArrayLike<number>): Points {
  const count = places.length;
  const inputs = new Float64Array(2 * count);
  const labels = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const from = places[i]!;
    inputs[i] = points.inputs[from]!;
    inputs[count + i] = points.inputs[points.count + from]!;
    labels[i] = points.labels[from]!;
  }
  return { count, inputs, labels };
}
