/**
 * Training and evaluation of a small dense network in f32, four examples at a time. Sets of points of any size
 * pass through in chunks of up to 16, whose rows stay in the nearest cache.
 */
import { gather, gatherPoints, RECORD } from './chunk';
import { hits, lossGradient, lossSum } from './losses';
import { net, reserve } from './net';
import { backward, CHUNK, forward, Layer, ROW } from './network';
import { adam, ADAM, descend, momentum, MOMENTUM, penalize } from './optimizers';
import { Four, One, Three, Two } from './rows';
import { add, sub, total } from './vector';

export { addLayer, begin, layOut, reserve, setAim, setShuffling, setTraining } from './net';
export { shuffle } from './shuffle';

/** Where the network's memory begins, and where it ends. */
export function begins(): usize {
  return changetype<usize>(net);
}
export function ends(): usize {
  return net.top;
}

/** Layer by layer, output by output: weights, bias, and zeros up to a whole vector. */
export function parametersAt(): usize {
  return net.parameters;
}

/** Records (`RECORD`) of the points to train on, and of those for the test. */
export function trainAt(): usize {
  return net.train;
}
export function testAt(): usize {
  return net.test;
}

/** How many points the last `score` found classified rightly. */
export function hitCount(): i32 {
  return net.hits;
}

/**
 * Trains on the points at places `from` to `to` − 1, in mini-batches. Stops when a loss or a
 * parameter is no longer finite.
 *
 * @returns The number of mini-batches; less than 0 when it was stopped by the last of them.
 */
export function train(from: i32, to: i32): i32 {
  let steps = 0;
  for (; from < to && !net.broken; from += net.batchSize) {
    const end = min(from + net.batchSize, to);
    const scale = (net.direct ? -net.rate : <f32>1) / <f32>(end - from);
    let check = f32x4.splat(0);
    for (let at = from; at < end; at += CHUNK) {
      const count = min(end - at, CHUNK);
      // Rows of exactly as many vectors as the examples need.
      // prettier-ignore
      switch ((count - 1) >> 2) {
        case 0: check = add(check, learn<One>(at, count, scale)); break;
        case 1: check = add(check, learn<Two>(at, count, scale)); break;
        case 2: check = add(check, learn<Three>(at, count, scale)); break;
        default: check = add(check, learn<Four>(at, count, scale));
      }
    }
    check = add(check, step());
    // What is not finite leaves something when it is taken from itself.
    net.broken = i32(v128.any_true(f32x4.ne(sub(check, check), f32x4.splat(0))));
    steps++;
  }
  return net.broken ? -steps : steps;
}

/** Adds to the gradient what the points from place `from` of the order give, each with a share of `scale`. */
function learn<W>(from: i32, count: i32, scale: f32): v128 {
  gather<W>(net, net.train + <usize>from * RECORD);
  forward<W>(net.first, net.last);
  const last = changetype<Layer>(net.last);
  const check = lossGradient<W>(net.loss, last, net.wanted, count, scale);
  return add(check, backward<W>(net.first, net.last));
}

/** One step against the gradient, unless it has been made already. */
function step(): v128 {
  if (net.direct) return f32x4.splat(0);
  if (net.l1 !== 0 || net.l2 !== 0) penalize(net);
  if (net.optimizer === MOMENTUM) return momentum(net);
  if (net.optimizer === ADAM) return adam(net);
  return descend(net);
}

/** The mean loss on `count` points that lie as records. Counts hits, too. */
export function score(records: usize, count: i32): f64 {
  const last = changetype<Layer>(net.last);
  let sum: f64 = 0;
  net.hits = 0;
  for (let at = 0; at < count; at += CHUNK) {
    const some = min(count - at, CHUNK);
    gather<Four>(net, records + <usize>at * RECORD);
    forward<Four>(net.first, net.last);
    sum += <f64>total(lossSum<Four>(net.loss, last, net.wanted, some));
    net.hits += hits<Four>(last, net.classes, net.threshold, some);
  }
  return sum / <f64>count;
}

/**
 * Pre-activations of the output units at `count` points in f64 rows [coordinate][point]; they follow as rows
 * [output][point]. `step` is the bytes of a row, of whole chunks.
 */
export function logits(points: usize, count: i32, step: usize): void {
  const z = changetype<Layer>(net.last).z;
  const outputs = points + <usize>net.dimensions * step;
  for (let at = 0; at < count; at += CHUNK) {
    const offset = (<usize>at) << 3;
    gatherPoints<Four>(net, points + offset, step);
    forward<Four>(net.first, net.last);
    for (let u = 0; u < net.outputs; u++) {
      const to = outputs + <usize>u * step + offset;
      for (let v: usize = 0; v < ROW; v += 16) {
        const four = v128.load(z + <usize>u * ROW + v);
        v128.store(to + 2 * v, f64x2.promote_low_f32x4(four));
        const rest = v128.shuffle<f32>(four, four, 2, 3, 2, 3);
        v128.store(to + 2 * v, f64x2.promote_low_f32x4(rest), 16);
      }
    }
  }
}
