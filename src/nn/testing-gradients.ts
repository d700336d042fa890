/** The gradient check of the tests: backpropagation against central differences. */
import { bind } from '#activations/index.ts';
import { createWorkspace, lossAndGradient } from './gradient.ts';
import { initializeRest } from './initialization.ts';
import { activationFunction, type ActivationRef } from './kernels.ts';
import { createNetwork, createTrace, forward, type Network } from './network.ts';
import type { NormalizationId } from './normalization.ts';
import { wantedOutputs, type Objective } from './objective.ts';
import { addPenalty } from './penalties.ts';
import { mulberry32, normal } from './random.ts';

const h = 1e-6;

export interface Place {
  readonly network: Network;
  readonly inputs: Float64Array;
  readonly count: number;
}

/** A network and a batch, drawn until no pre-activation is so close to a break that ±h could cross it. */
export function awayFromBreaks(
  activations: readonly ActivationRef[],
  sizes: readonly number[],
  count: number,
  normalization: NormalizationId = 'none',
): Place {
  const breaks = activations.map(
    (ref) => bind(activationFunction(ref), ref.parameters).facts.breaks,
  );
  for (let seed = 1; seed <= 500; seed++) {
    const random = mulberry32(seed);
    const network = createNetwork(sizes, activations, normalization);
    for (let p = 0; p < network.parameters.length; p++)
      network.parameters[p] = 0.7 * normal(random);
    // Else a gain might be 0, or a running variance negative.
    initializeRest(network);
    for (const layer of network.layers) {
      const gain = layer.normalization?.gain ?? [];
      gain.forEach((_, u) => (gain[u] = 1 + 0.2 * normal(random)));
    }
    const inputs = Float64Array.from({ length: sizes[0]! * count }, () => normal(random));
    const trace = createTrace(network, count);
    forward(network, inputs, count, trace, true);
    const distances = breaks.flatMap((list, l) =>
      list.flatMap(({ at }) => [...trace.z[l]!].map((z) => Math.abs(z - at))),
    );
    if (Math.min(...distances) > 100 * h) return { network, inputs, count };
  }
  throw new Error('every network drawn has a pre-activation at a break');
}

/** What is minimized: the loss of the batch and the penalty on the weights. */
export interface Minimized {
  readonly objective: Objective;
  readonly targets: Float64Array;
  readonly l1?: number;
  readonly l2?: number;
}

export function backpropagated(
  { network, inputs, count }: Place,
  { objective, targets, l1 = 0, l2 = 0 }: Minimized,
): Float64Array {
  const work = createWorkspace(network, count);
  const wanted = wantedOutputs(objective, targets);
  lossAndGradient(network, objective, inputs, wanted, count, work);
  addPenalty(network.layers, work.gradientLayers, l1, l2);
  return work.gradient;
}

/** ∂L/∂p for every parameter by central differences; the error is O(h²). */
function numeric(
  { network, inputs, count }: Place,
  { objective, targets, l1 = 0, l2 = 0 }: Minimized,
): number[] {
  const wanted = wantedOutputs(objective, targets);
  const work = createWorkspace(network, count);
  const { parameters, layers } = network;
  // With batch normalization every pass moves the running averages, which no training step looks at.
  const start = parameters.slice();
  const total = () => {
    const weights = layers.flatMap((layer) => [...layer.weights]);
    const penalty = weights.reduce((sum, w) => sum + l1 * Math.abs(w) + (l2 * w * w) / 2, 0);
    return penalty + lossAndGradient(network, objective, inputs, wanted, count, work);
  };
  return Array.from(start, (value, p) => {
    parameters.set(start);
    parameters[p] = value + h;
    const above = total();
    parameters.set(start);
    parameters[p] = value - h;
    const below = total();
    parameters.set(start);
    return (above - below) / (2 * h);
  });
}

/** The largest difference between the two, relative where slopes are large. */
export function largestError(place: Place, minimized: Minimized): number {
  const gradient = backpropagated(place, minimized);
  const errors = numeric(place, minimized).map(
    (slope, p) => Math.abs(gradient[p]! - slope) / Math.max(1, Math.abs(slope)),
  );
  return errors.some(Number.isNaN) ? NaN : Math.max(...errors);
}
