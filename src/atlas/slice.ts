/**
 * A function of several numbers, seen as a function of one: the others stand still, each on a slider.
 * What is drawn, read out and tabulated follows from here, at build and in the browser.
 */
import { bind, getActivation } from '#activations/index.ts';
import type {
  Activation,
  Elementwise,
  GatedActivation,
  MaxoutActivation,
  VectorActivation,
} from '#activations/types.ts';
import { colourOf } from '#figures/palette.ts';

export type Several = Exclude<Activation, { kind: 'elementwise' }>;

/** An input that the reader sets. */
export interface SliceInput {
  /** In the state of the figure: `z2`. */
  name: string;
  /** As it is written: `z₂`. */
  symbol: string;
  min: number;
  max: number;
  step: number;
  initial: number;
}

/** One output over the input that moves. */
export interface SliceLine {
  /** `p₁`, `GLU` */
  label: string;
  /** `∂p₁/∂z₁`. What a function is only made of has none, and is drawn thin. */
  slopeLabel?: string;
  f(x: number): number;
  df(x: number): number;
  /** Where there is no slope. */
  kinks: readonly number[];
  /** What the column of its own says of this line. */
  more?(x: number): number;
}

export type SliceValues = Readonly<Record<string, number>>;

export interface Slice {
  colour: string;
  /** The input that moves; it starts where the page says. */
  moving: Omit<SliceInput, 'initial' | 'step'>;
  fixed: readonly SliceInput[];
  /** Heights that the picture shows. */
  y: readonly [number, number];
  /** Heads of the columns of slopes: in the moving input, and in something else. */
  slope: string;
  more?: string;
  lines(values: SliceValues): SliceLine[];
}

export function sliceOf(activation: Several): Slice {
  switch (activation.kind) {
    case 'vector':
      return ofVector(activation);
    case 'maxout':
      return ofMaxout(activation);
    case 'gated':
      return ofGated(activation);
  }
}

/** @throws RangeError for an unknown id, and for a function of one number. */
export function sliceById(id: string): Slice {
  const activation = getActivation(id);
  if (activation.kind === 'elementwise')
    throw new RangeError(`${activation.name} takes one number: it is seen whole.`);
  return sliceOf(activation);
}

export const hasSlope = ({ kinks }: SliceLine, x: number): boolean =>
  !kinks.some((kink) => Math.abs(kink - x) < 1e-9);

const subscripts = ['₁', '₂', '₃'];

function ofVector({ id, f, jacobian }: VectorActivation): Slice {
  const letter = id === 'softmax' ? 'p' : 'ℓ';
  const logit = (k: number, initial: number): SliceInput => ({
    ...{ name: `z${k}`, symbol: `z${subscripts[k - 1]}`, min: -4, max: 4, step: 0.1, initial },
  });
  return {
    colour: colourOf(id),
    moving: { name: 'z1', symbol: 'z₁', min: -6, max: 6 },
    fixed: [logit(2, 1), logit(3, -1)],
    y: id === 'softmax' ? [-0.4, 1.06] : [-6, 1.4],
    slope: '∂/∂z₁',
    lines: ({ z2 = 0, z3 = 0 }) =>
      subscripts.map((subscript, k) => ({
        label: letter + subscript,
        slopeLabel: `∂${letter}${subscript}/∂z₁`,
        f: (z) => f([z, z2, z3])[k]!,
        df: (z) => jacobian([z, z2, z3])[k]![0]!,
        kinks: [],
      })),
  };
}

interface Piece {
  readonly w: number;
  readonly b: number;
}

/** The lines wx + b that the unit in the pictures begins with, from the least slope to the greatest. */
export const maxoutPieces: readonly Piece[] = [
  { w: -0.75, b: -1 },
  { w: 0.25, b: 0.25 },
  { w: 1.25, b: -1.5 },
];

function ofMaxout({ id, f, gradient }: MaxoutActivation): Slice {
  const fixed = maxoutPieces.flatMap(({ w, b }, k): SliceInput[] => [
    { name: `w${k + 1}`, symbol: `w${subscripts[k]}`, min: -2, max: 2, step: 0.25, initial: w },
    { name: `b${k + 1}`, symbol: `b${subscripts[k]}`, min: -3, max: 3, step: 0.25, initial: b },
  ]);
  return {
    colour: colourOf(id),
    moving: { name: 'x', symbol: 'x', min: -4, max: 4 },
    fixed,
    y: [-3, 4],
    slope: '∂/∂x',
    more: '∂h/∂z',
    lines(values) {
      const pieces = subscripts.map((_, k) => ({
        w: values[`w${k + 1}`] ?? 0,
        b: values[`b${k + 1}`] ?? 0,
      }));
      const heights = (x: number) => pieces.map(({ w, b }) => w * x + b);
      const shares = (x: number) => gradient(heights(x));
      return [
        {
          label: 'h',
          slopeLabel: 'h′',
          f: (x) => f(heights(x)),
          df: (x) => shares(x).reduce((sum, share, k) => sum + share * pieces[k]!.w, 0),
          kinks: cornersOf(pieces),
        },
        ...pieces.map(({ w, b }, k): SliceLine => ({
          label: `z${subscripts[k]}`,
          f: (x) => w * x + b,
          df: () => w,
          kinks: [],
          more: (x) => shares(x)[k]!,
        })),
      ];
    },
  };
}

/** Where the line on top gives way to another, from left to right. */
function cornersOf(pieces: readonly Piece[]): number[] {
  const top = (x: number) => Math.max(...pieces.map(({ w, b }) => w * x + b));
  const crossings = pieces.flatMap((one, k) =>
    pieces.slice(k + 1).flatMap((other) => {
      if (one.w === other.w) return [];
      const x = (other.b - one.b) / (one.w - other.w);
      const isOnTop = top(x) - (one.w * x + one.b) < 1e-9 * Math.max(1, Math.abs(top(x)));
      return isOnTop ? [x] : [];
    }),
  );
  crossings.sort((a, b) => a - b);
  // Three lines may meet in one corner.
  return crossings.filter((x, i) => i === 0 || x - crossings[i - 1]! > 1e-9);
}

function ofGated({ f, gate, gradient, notation }: GatedActivation): Slice {
  const { breaks, range } = bind(getActivation(gate) as Elementwise).facts;
  const height = range[0]!.upper <= 1 ? 2.2 : 3;
  return {
    colour: colourOf(gate),
    moving: { name: 'u', symbol: 'u', min: -6, max: 6 },
    fixed: [{ name: 'v', symbol: 'v', min: -2, max: 2, step: 0.1, initial: 1 }],
    y: [-height, height],
    slope: '∂/∂u',
    more: '∂/∂v',
    lines: ({ v = 1 }) => [
      {
        label: notation,
        slopeLabel: '∂/∂u',
        f: (u) => f(v, u),
        df: (u) => gradient(v, u)[1],
        // Nothing bends where v is 0.
        kinks: v === 0 ? [] : breaks.filter(({ order }) => order <= 1).map(({ at }) => at),
        more: (u) => gradient(v, u)[0],
      },
    ],
  };
}
