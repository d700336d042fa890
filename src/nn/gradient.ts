/** The loss of a batch and its gradient: one forward and one backward pass. */
import { layerViews, type Layer } from './layers.ts';
import { backward, createTrace, forward, type Network, type Trace } from './network.ts';
import type { Objective } from './objective.ts';

/** What a step of gradient descent works on, made once and used again. */
export interface Workspace {
  readonly trace: Trace;
  /** Outputs of the network, [output][example]. */
  readonly outputs: Float64Array;
  /** ∂L/∂parameters, in the order of `Network.parameters`. */
  readonly gradient: Float64Array;
  /** The same by layer. */
  readonly gradientLayers: readonly Layer[];
}

export function createWorkspace(network: Network, batchSize: number): Workspace {
  const gradient = new Float64Array(network.parameters.length);
  return {
    trace: createTrace(network, batchSize),
    outputs: new Float64Array(network.sizes.at(-1)! * batchSize),
    gradient,
    gradientLayers: layerViews(network, gradient),
  };
}

/**
 * The mean loss of a mini-batch and its gradient, left in the workspace. A training step: batch
 * normalization takes its statistics from the batch.
 *
 * @param inputs [input][example].
 * @param wanted What the outputs should be, [output][example] (`wantedOutputs`).
 * @returns The loss; when it is not finite the gradient means nothing.
 */
export function lossAndGradient(
  network: Network,
  objective: Objective,
  inputs: Float64Array,
  wanted: Float64Array,
  count: number,
  { trace, outputs, gradientLayers }: Workspace,
): number {
  const { unit, units } = objective;
  const z = forward(network, inputs, count, trace, true);
  unit.activate(z, units, count, outputs);
  objective.gradient(z, outputs, wanted, units, count, trace.delta[trace.delta.length - 1]!);
  backward(network, trace, gradientLayers);
  return objective.mean(z, outputs, wanted, units, count);
}
