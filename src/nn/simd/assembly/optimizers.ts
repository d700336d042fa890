/**
 * How a gradient becomes a step, over all parameters at once. The definitions are those of `../../optimizers.ts`
 * and `../../penalties.ts`. Every optimizer leaves the gradient at 0, since passes add to it, and returns 0 in all
 * lanes as long as every parameter is finite, else NaN in one.
 */
import { Net } from './net';
import { add, mul, mulAdd, sub, VECTOR } from './vector';

/** What `Net.optimizer` can be, in the order of `optimizerIds` in `../core.ts`. */
export const SGD = 0;
export const MOMENTUM = 1;
export const ADAM = 2;

/** w ← w − ηg */
export function descend(net: Net): v128 {
  const eta = f32x4.splat(net.rate);
  const end = net.parameters + net.bytes;
  let g = net.gradient;
  let check = f32x4.splat(0);
  for (let at = net.parameters; at < end; at += VECTOR) {
    check = add(check, move(at, mul(eta, v128.load(g))));
    v128.store(g, f32x4.splat(0));
    g += VECTOR;
  }
  return check;
}

/** Takes `step` from the parameters at `at`; 0 when they stay finite. */
function move(at: usize, step: v128): v128 {
  const next = sub(v128.load(at), step);
  v128.store(at, next);
  return sub(next, next);
}

/** v ← μv + g, w ← w − ηv */
export function momentum(net: Net): v128 {
  const eta = f32x4.splat(net.rate);
  const mu = f32x4.splat(net.momentum);
  let check = f32x4.splat(0);
  for (let at: usize = 0; at < net.bytes; at += VECTOR) {
    const v = mulAdd(mu, v128.load(net.memory1 + at), v128.load(net.gradient + at));
    v128.store(net.memory1 + at, v);
    v128.store(net.gradient + at, f32x4.splat(0));
    check = add(check, move(net.parameters + at, mul(eta, v)));
  }
  return check;
}

/** Adam's published settings. */
const BETA_1: f64 = 0.9;
const BETA_2: f64 = 0.999;
const EPSILON: f32 = 1e-8;

/** Moves towards the running averages of g, divided by the root of those of g². */
export function adam(net: Net): v128 {
  net.power1 *= BETA_1;
  net.power2 *= BETA_2;
  const rate = f32x4.splat(<f32>(<f64>net.rate / (1 - net.power1)));
  const correction = f32x4.splat(<f32>(1 / Math.sqrt(1 - net.power2)));
  let check = f32x4.splat(0);
  for (let at: usize = 0; at < net.bytes; at += VECTOR) {
    const g = v128.load(net.gradient + at);
    const mean = blend(net.memory1 + at, g, BETA_1);
    const square = blend(net.memory2 + at, mul(g, g), BETA_2);
    v128.store(net.gradient + at, f32x4.splat(0));
    const size = mulAdd(f32x4.sqrt(square), correction, f32x4.splat(EPSILON));
    check = add(check, move(net.parameters + at, f32x4.div(mul(rate, mean), size)));
  }
  return check;
}

/** The running average at `at` moves towards x. */
function blend(at: usize, x: v128, share: f64): v128 {
  const next = add(
    mul(f32x4.splat(<f32>share), v128.load(at)),
    mul(f32x4.splat(<f32>(1 - share)), x),
  );
  v128.store(at, next);
  return next;
}

/** Adds the gradient of l1 Σ|w| + ½ l2 Σw² over the weights. Where w is 0 the slope of |w| is taken to be 0. */
export function penalize(net: Net): void {
  const one = f32x4.splat(1);
  const zero = f32x4.splat(0);
  for (let at: usize = 0; at < net.bytes; at += VECTOR) {
    const w = v128.load(net.parameters + at);
    const sign = sub(v128.and(f32x4.gt(w, zero), one), v128.and(f32x4.lt(w, zero), one));
    const slope = add(mul(f32x4.splat(net.l1), sign), mul(f32x4.splat(net.l2), w));
    const g = net.gradient + at;
    v128.store(g, mulAdd(v128.load(net.weights + at), slope, v128.load(g)));
  }
}
