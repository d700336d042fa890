/** The registry: every activation function of the book. Everything else iterates it. */
import { celu, elu, selu } from './exponential.ts';
import { geglu, glu, reglu, swiglu } from './gated.ts';
import { gelu, geluTanh } from './gelu.ts';
import { identity, step } from './linear.ts';
import { maxout } from './maxout.ts';
import { sine, snake } from './periodic.ts';
import { leakyRelu, prelu, relu, relu6, rrelu } from './rectifiers.ts';
import { byId, nearest } from './registry.ts';
import { softplus, squareplus } from './softplus.ts';
import { hardSigmoid, hardTanh, sigmoid, softsign, tanh } from './squashers.ts';
import { hardSwish, mish, silu } from './swish.ts';
import { logSoftmax, softmax } from './vector.ts';
import type { Activation, Elementwise } from './types.ts';

const elementwiseById = byId([
  identity,
  step,
  sigmoid,
  hardSigmoid,
  tanh,
  hardTanh,
  softsign,
  relu,
  relu6,
  leakyRelu,
  prelu,
  rrelu,
  elu,
  selu,
  celu,
  softplus,
  squareplus,
  gelu,
  geluTanh,
  silu,
  hardSwish,
  mish,
  sine,
  snake,
]);

/** All functions by id, in the order in which the book presents them. */
export const activations = byId([
  ...Object.values(elementwiseById),
  softmax,
  logSoftmax,
  maxout,
  glu,
  swiglu,
  geglu,
  reglu,
]);

/** Functions of one number, in the same order. */
export const elementwise: readonly Elementwise[] = Object.values(elementwiseById);

export type ElementwiseId = keyof typeof elementwiseById;
export type ActivationId = keyof typeof activations;

/** Whether `id` names a function of the registry. */
export const isActivationId = (id: string): id is ActivationId => Object.hasOwn(activations, id);

/** Whether `id` names a function of one number. */
export const isElementwiseId = (id: string): id is ElementwiseId =>
  Object.hasOwn(elementwiseById, id);

/**
 * The function with this id.
 *
 * @throws RangeError for an unknown id, with the names that look most like it.
 */
export function getActivation<Id extends ActivationId>(id: Id): (typeof activations)[Id];
export function getActivation(id: string): Activation;
export function getActivation(id: string): Activation {
  if (isActivationId(id)) return activations[id];
  const near = nearest(id, Object.values(activations)).map((a) => `"${a.id}" (${a.name})`);
  const hint = near.length > 0 ? ` Near: ${near.join(', ')}.` : '';
  throw new RangeError(`No activation function has the id "${id}".${hint}`);
}

export { bind, defaultParameters, type Bound } from './bind.ts';
export { SELU_ALPHA, SELU_LAMBDA } from './exponential.ts';
export { rreluSlope } from './rectifiers.ts';
