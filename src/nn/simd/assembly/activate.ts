/** A kernel over a whole layer. */
import * as kernel from './kernels';
import { sigmoid, tanh } from './squashers';
import { VECTOR } from './vector';

/** The place of tanh, which layers can do by themselves (`affineTanh`). */
export const TANH = 4;

function each<K>(z: usize, h: usize, s: usize, p: usize, bytes: usize): void {
  const f = changetype<K>(0);
  for (let end = z + bytes; z < end; z += VECTOR) {
    f.apply(v128.load(z), h, s, p);
    h += VECTOR;
    s += VECTOR;
  }
}

/**
 * Writes activations to h and slopes to s, from the pre-activations at z. z and h may be the same.
 *
 * @param id Its place in `kernelIds` of `../kernels.ts`.
 */
export function activate(id: i32, z: usize, h: usize, s: usize, p: usize, bytes: usize): void {
  // prettier-ignore
  switch (id) {
    case 0: return each<kernel.Identity>(z, h, s, p, bytes);
    case 1: return each<kernel.Step>(z, h, s, p, bytes);
    case 2: return each<kernel.Clip>(z, h, s, p, bytes);
    case 3: return sigmoid(z, h, s, bytes);
    case 4: return tanh(z, h, s, bytes);
    case 5: return each<kernel.Softsign>(z, h, s, p, bytes);
    case 6: return each<kernel.Relu>(z, h, s, p, bytes);
    case 7: return each<kernel.Leaky>(z, h, s, p, bytes);
    case 8: return each<kernel.Exponential>(z, h, s, p, bytes);
    case 9: return each<kernel.Softplus>(z, h, s, p, bytes);
    case 10: return each<kernel.Squareplus>(z, h, s, p, bytes);
    case 11: return each<kernel.Gelu>(z, h, s, p, bytes);
    case 12: return each<kernel.GeluTanh>(z, h, s, p, bytes);
    case 13: return each<kernel.Silu>(z, h, s, p, bytes);
    case 14: return each<kernel.HardSwish>(z, h, s, p, bytes);
    case 15: return each<kernel.Mish>(z, h, s, p, bytes);
    case 16: return each<kernel.Sine>(z, h, s, p, bytes);
    case 17: return each<kernel.Snake>(z, h, s, p, bytes);
  }
}
