/** What is known about the functions that take more than one number, in words: the rows of their pages. */
import { bind } from '#activations/index.ts';
import type { Elementwise, GatedActivation } from '#activations/types.ts';
import type { MessageKey, Translate } from '#i18n/messages.ts';
import type { Several } from './slice.ts';
import { gateOf } from './strands.ts';
import { traitsOf } from './traits.ts';
import { setText, type Row } from './words.ts';

/** What is stated of each kind; every statement is checked against the functions in `several.test.ts`. */
export const statements = {
  softmax: ['range', 'sum', 'shift', 'order', 'ownSlope', 'otherSlopes', 'smoothness'],
  'log-softmax': ['range', 'sum', 'shift', 'order', 'ownSlope', 'otherSlopes', 'smoothness'],
  maxout: ['shape', 'corners', 'slope', 'gradient', 'saturation', 'smoothness'],
  gated: ['inV', 'inU', 'gateRange', 'slopeU', 'sign', 'smoothness'],
} as const;

export function severalRows(activation: Several, t: Translate): Row[] {
  const kind = activation.kind === 'gated' ? 'gated' : (activation.id as keyof typeof statements);
  const values = activation.kind === 'gated' ? gateValues(activation, t) : {};
  return statements[kind].map((name) => ({
    term: t(`atlas.several.${name}` as MessageKey),
    text: t(`atlas.several.${kind}.${name}` as MessageKey, values),
  }));
}

/** What the statements about a gated unit say of its gate. */
function gateValues(activation: GatedActivation, t: Translate) {
  const gate = gateOf(activation) as Elementwise;
  const { range, slopeRange } = bind(gate).facts;
  return {
    gate: gate.notation,
    range: setText(range),
    slopes: setText(slopeRange),
    smoothness: t(`atlas.smoothness.${traitsOf(gate).smoothness}`),
  };
}
