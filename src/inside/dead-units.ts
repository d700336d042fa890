/**
 * Keeps account of dead units from look to look: since when, and which of them came back.
 * Plain data and a pure reducer: `looks.reduce(noteDead, undefined)`.
 */
import type { Inside } from './types.ts';

/** A stretch of epochs in which a unit was seen dead. */
export interface DeadSpan {
  /** Hidden layer and unit, both from 0. */
  readonly layer: number;
  readonly unit: number;
  /** The epoch of the first look that found it dead. */
  readonly from: number;
  /** The epoch of the first look that found it alive again; absent while it is dead. */
  readonly to?: number;
}

export interface DeadUnits {
  /** Epochs of the first and of the last look. Between two looks nobody has seen anything. */
  readonly first: number;
  readonly epoch: number;
  /** Units of each hidden layer. */
  readonly layers: readonly number[];
  /** In the order in which they began. */
  readonly spans: readonly DeadSpan[];
}

/** The account after one more look. A look at an earlier epoch, or at other layers, begins anew. */
export function noteDead(before: DeadUnits | undefined, { epoch, layers }: Inside): DeadUnits {
  const hidden = layers.slice(0, -1);
  const sizes = hidden.map(({ units }) => units);
  const goesOn = before && epoch >= before.epoch && String(before.layers) === String(sizes);
  const known: DeadUnits = goesOn ? before : { first: epoch, epoch, layers: sizes, spans: [] };

  const dead = hidden.map((layer) => new Set(layer.dead));
  const spans = known.spans.map((span) => {
    // Taking it from the set leaves those that are newly dead.
    if (span.to !== undefined || dead[span.layer]!.delete(span.unit)) return span;
    return { ...span, to: epoch };
  });
  const begun = dead.flatMap((units, layer) =>
    [...units].map((unit): DeadSpan => ({ layer, unit, from: epoch })),
  );
  return { ...known, epoch, spans: [...spans, ...begun] };
}

/** The units that are dead at the last look. */
export const stillDead = ({ spans }: DeadUnits): DeadSpan[] =>
  spans.filter(({ to }) => to === undefined);

/** The stretches that ended: units that came back. */
export const cameBack = ({ spans }: DeadUnits): DeadSpan[] =>
  spans.filter(({ to }) => to !== undefined);
