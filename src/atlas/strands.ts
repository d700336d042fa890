/**
 * The lines of a function's picture in the atlas. A function of one number has its curve and its slope.
 * The others get a picture that shows what they do when all but one of their inputs stand still.
 */
import { activations, getActivation } from '#activations/index.ts';
import type {
  Activation,
  Elementwise,
  GatedActivation,
  MaxoutActivation,
  VectorActivation,
} from '#activations/types.ts';
import { curveOf } from '#figures/curve.ts';
import { colourOf } from '#figures/palette.ts';
import { jumpsOf, sample, type Polyline } from '#figures/sample.ts';
import { sliceOf } from './slice.ts';

export interface Strand {
  /** What it is called: `ReLU′`, `p₁`, `v = 2`. */
  label: string;
  colour: string;
  /** `piece`: something that the function is made of, drawn thin. */
  role: 'value' | 'slope' | 'piece';
  points: Polyline;
}

type Extent = readonly [number, number];

/** So many intervals that whole and half numbers, where kinks are, fall on points of [−4, 4] and [−6, 6]. */
const count = 384;

export function strandsOf(activation: Activation, x: Extent): Strand[] {
  switch (activation.kind) {
    case 'elementwise':
      return ofElementwise(activation, x);
    case 'vector':
      return ofVector(activation, x);
    case 'maxout':
      return ofMaxout(activation, x);
    case 'gated':
      return ofGated(activation, x);
  }
}

function ofElementwise({ id, notation }: Elementwise, x: Extent): Strand[] {
  const { f, df, facts } = curveOf(id);
  const colour = colourOf(id);
  const line = (g: (z: number) => number, order: 0 | 1) =>
    sample(g, x, jumpsOf(facts.breaks, order), count);
  return [
    { label: `${notation}′`, colour, role: 'slope', points: line(df, 1) },
    { label: notation, colour, role: 'value', points: line(f, 0) },
  ];
}

const subscripts = ['₁', '₂', '₃'];

/** Both outputs for the two logits (z, 0), with their slopes as z moves. */
function ofVector(activation: VectorActivation, x: Extent): Strand[] {
  const { id } = activation;
  const colour = colourOf(id);
  const letter = id === 'softmax' ? 'p' : 'ℓ';
  const strand = (label: string, role: Strand['role'], g: (z: number) => number): Strand => ({
    label,
    colour,
    role,
    points: sample(g, x, [], count),
  });
  return [0, 1].flatMap((i) => {
    const label = letter + subscripts[i]!;
    return [
      strand(`${label}′`, 'slope', (z) => activation.jacobian([z, 0])[i]![0]!),
      strand(label, 'value', (z) => activation.f([z, 0])[i]!),
    ];
  });
}

/** The unit of the page's figure, as it stands there at first. */
function ofMaxout(activation: MaxoutActivation, x: Extent): Strand[] {
  const { colour, fixed, lines } = sliceOf(activation);
  const initial = Object.fromEntries(fixed.map(({ name, initial: value }) => [name, value]));
  const strand = (role: Strand['role'], label: string, g: (at: number) => number): Strand => ({
    label,
    colour: role === 'piece' ? 'currentColor' : colour,
    role,
    points: sample(g, x, [], count),
  });
  const [top, ...pieces] = lines(initial);
  const slope = strand('slope', top!.slopeLabel!, top!.df);
  return [
    ...pieces.map(({ label, f }) => strand('piece', label, f)),
    { ...slope, points: sample(top!.df, x, top!.kinks, count) },
    strand('value', top!.label, top!.f),
  ];
}

/** Values v whose products with the gate are drawn. */
export const gatedValues = [-1, 0.5, 1, 2] as const;

/** v · g(u) over the gate's pre-activation u, a curve for each of some values v, in the colour of the gate. */
function ofGated({ f, gate }: GatedActivation, x: Extent): Strand[] {
  return gatedValues.map((v) => ({
    label: `v = ${String(v).replace('-', '−')}`,
    colour: colourOf(gate),
    role: 'value',
    points: sample((u) => f(v, u), x, [], count),
  }));
}

/** The function that a gated unit sends its second input through. */
export const gateOf = ({ gate }: GatedActivation): Activation => getActivation(gate);

/** Ids of the gated units that use a function as their gate. */
export const gatedBy = (id: string): Activation[] =>
  Object.values<Activation>(activations).filter((a) => a.kind === 'gated' && a.gate === id);
