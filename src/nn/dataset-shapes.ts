/** Data sets of points in the plane that belong to classes. */
import type { Dataset } from './datasets.ts';
import { normal, uniform, type Random } from './random.ts';

interface Shape {
  readonly domain: readonly [lower: number, upper: number];
  /** A multiple of the number of classes: the parts belong to them in turn. */
  readonly parts: number;
  /** As in `Dataset`. */
  readonly fixed?: boolean;
  /** A point of the part, before noise; `along` as in `Dataset.draw`. */
  place(part: number, along: number, random: Random): readonly [x1: number, x2: number];
}

const classes = (count: number, { domain, parts, fixed = false, place }: Shape) =>
  ({
    task: { kind: 'classes', classes: count },
    dimensions: 2,
    domain,
    parts,
    fixed,
    draw(part, along, noise, random) {
      const [x1, x2] = place(part, along, random);
      return {
        x: [x1 + noise * normal(random), x2 + noise * normal(random)],
        target: part % count,
      };
    },
  }) as const satisfies Dataset;

const square = [-6, 6] as const;

/** At that distance from the centre; the angle runs from the x₂-axis towards the x₁-axis. */
const polar = (radius: number, angle: number) =>
  [radius * Math.sin(angle), radius * Math.cos(angle)] as const;

/** The signs of the coordinates in each of four parts, such that they differ in the odd ones. */
const corners = [
  [1, 1],
  [-1, 1],
  [-1, -1],
  [1, -1],
] as const;

export const shapes = {
  /** A disc of radius 2.5 (class 1) in a ring from 3.5 to 5; both are denser towards their inside. */
  circle: classes(2, {
    domain: square,
    parts: 2,
    place: (part, _along, random) =>
      polar(
        part === 1 ? uniform(random, 0, 2.5) : uniform(random, 3.5, 5),
        uniform(random, 0, 2 * Math.PI),
      ),
  }),
  /** Four squares with sides of 5, one in each quadrant, 0.3 away from both axes. */
  xor: classes(2, {
    domain: square,
    parts: 4,
    place: (part, _along, random) => [
      corners[part]![0] * uniform(random, 0.3, 5.3),
      corners[part]![1] * uniform(random, 0.3, 5.3),
    ],
  }),
  /** Two round normal clouds of variance ½ about (2, 2) (class 1) and (−2, −2). A line parts them. */
  gaussians: classes(2, {
    domain: square,
    parts: 2,
    place(part, _along, random) {
      const centre = part === 1 ? 2 : -2;
      return [centre + Math.SQRT1_2 * normal(random), centre + Math.SQRT1_2 * normal(random)];
    },
  }),
  /** Two arms that start at the centre and make 1¾ turns out to radius 5. */
  spiral: classes(2, {
    domain: square,
    parts: 2,
    place: (part, along) => polar(5 * along, 3.5 * Math.PI * along + (part === 1 ? 0 : Math.PI)),
  }),
  /** Two interlocking half circles of radius 3, as in scikit-learn, where the radius is 1. */
  moons: classes(2, {
    domain: square,
    parts: 2,
    place(part, along) {
      const x1 = 3 * Math.cos(Math.PI * along);
      const x2 = 3 * Math.sin(Math.PI * along);
      return part === 1 ? [1.5 - x1, 0.75 - x2] : [x1 - 1.5, x2 - 0.75];
    },
  }),
  /** The truth table of exclusive or: the corners of the unit square, each as often as another. */
  'xor-corners': classes(2, {
    domain: [-0.5, 1.5],
    parts: 4,
    fixed: true,
    place: (part) => [(1 - corners[part]![0]) / 2, (1 - corners[part]![1]) / 2],
  }),
  /** Three arms a third of a turn apart, half a turn each, out to radius 5: one class for each arm. */
  'three-arms': classes(3, {
    domain: square,
    parts: 3,
    place: (part, along) => polar(5 * along, Math.PI * along + (2 * Math.PI * part) / 3),
  }),
};
