/** A dense network: where its numbers lie, and its passes over a chunk of up to 16 examples. */
import { activate, TANH } from './activate';
import { affine, affineTanh, propagate, Rows } from './rows';
import { add } from './vector';

/** The most examples that pass through at once, and the bytes of a row of so many. */
export const CHUNK = 16;
export const ROW: usize = 64;

@unmanaged
export class Layer {
  inputs: i32;
  outputs: i32;
  /** Of the activation (`activate`); in the last layer, of the output unit. */
  kernel: i32;
  /** The constants of the kernel, one after the other. */
  a: f32;
  b: f32;
  c: f32;
  d: f32;
  /** Weights, [output][input], every row followed by its bias and zeros up to a whole vector. */
  parameters: usize;
  /** Bytes from one row of weights to the next. */
  stride: usize;
  /** ∂L/∂W and ∂L/∂b, like the weights; where it is added to them directly (`Net.direct`), the weights. */
  gradient: usize;
  /** Rows of the inputs, of z, f(z), f′(z) and ∂L/∂z. In hidden layers f(z) takes the place of z. */
  x: usize;
  z: usize;
  h: usize;
  slope: usize;
  delta: usize;
}

/** Bytes from one layer to the next. */
export const LAYER: usize = (offsetof<Layer>() + 15) & ~15;

/** z = Wx + b, h = f(z), from the layer at `first` to the one at `last`; rows of `W` vectors. */
export function forward<W>(first: usize, last: usize): void {
  for (let at = first; at <= last; at += LAYER) {
    const layer = changetype<Layer>(at);
    const outputs = layer.outputs;
    const w = layer.parameters;
    const z = layer.z;
    if (layer.kernel === TANH) {
      affineTanh<W>(layer.x, layer.inputs, w, layer.stride, z, outputs, layer.h, layer.slope);
      continue;
    }
    affine<W>(layer.x, layer.inputs, w, layer.stride, z, outputs);
    const bytes = (<usize>outputs * offsetof<W>()) << 4;
    activate(layer.kernel, z, layer.h, layer.slope, at + offsetof<Layer>('a'), bytes);
  }
}

/**
 * Adds to the gradient what the examples of the last forward pass give; the last δ is there already.
 *
 * @returns 0 in all lanes, or NaN in one when what comes out is not finite.
 */
export function backward<W>(first: usize, last: usize): v128 {
  let check = f32x4.splat(0);
  for (let at = last; at >= first; at -= LAYER) {
    const layer = changetype<Layer>(at);
    const delta = layer.delta;
    const outputs = layer.outputs;
    // Nothing below the first layer wants to know ∂L/∂x.
    if (at > first) {
      const under = changetype<Layer>(at - LAYER);
      const w = layer.parameters;
      propagate<W>(delta, outputs, w, layer.stride, under.slope, under.delta, layer.inputs);
    }
    // After the weights have been used: the gradient may be taken from them straight away.
    const sums = Rows.gradient<W>(delta, outputs, layer.x, layer.inputs, layer.gradient);
    check = add(check, sums);
  }
  return check;
}
