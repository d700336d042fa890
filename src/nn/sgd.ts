import { type Affine } from './linear.ts';
import { meanLoss, meanLossGradient, type Loss } from './losses.ts';
import { backward, createTrace, forward, layerViews, type Network, type Trace } from './network.ts';

/** What one step of gradient descent works on, made once and used again. */
export interface Workspace {
  readonly trace: Trace;
  /** ∂L/∂parameters, in the order of `Network.parameters`. */
  readonly gradient: Float64Array;
  /** The same by layer. */
  readonly gradientLayers: readonly Affine[];
}

export function createWorkspace(network: Network, batchSize: number): Workspace {
  const gradient = new Float64Array(network.parameters.length);
  return {
    trace: createTrace(network, batchSize),
    gradient,
    gradientLayers: layerViews(network.sizes, gradient),
  };
}

/**
 * The mean loss of a batch and its gradient, left in the workspace.
 *
 * @param inputs [input][example].
 * @returns The loss; when it is not finite the gradient means nothing.
 */
export function lossAndGradient(
  network: Network,
  loss: Loss,
  inputs: Float64Array,
  labels: Uint8Array,
  count: number,
  { trace, gradientLayers }: Workspace,
): number {
  const z = forward(network, inputs, count, trace);
  meanLossGradient(loss, z, labels, count, trace.delta.at(-1)!);
  backward(network, trace, gradientLayers);
  return meanLoss(loss, z, labels, count);
}

/** Steepest descent: every parameter goes against its slope, learningRate times as far. */
export function descend(
  { parameters }: Network,
  gradient: Float64Array,
  learningRate: number,
): void {
  for (let p = 0; p < parameters.length; p++) parameters[p]! -= learningRate * gradient[p]!;
}
