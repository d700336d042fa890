/** What the tests of this folder share: the vector functions and kernels by themselves. */
import { compileAssembly } from '#build/simd-core.ts';

interface Exports {
  readonly memory: WebAssembly.Memory;
  readonly heap: WebAssembly.Global;
  apply(id: number, from: number, to: number, bytes: number): void;
  activate(id: number, z: number, h: number, s: number, p: number, bytes: number): void;
}

const module = await WebAssembly.compile(await compileAssembly('testing.ts'));
const exports = new WebAssembly.Instance(module).exports as unknown as Exports;

/** In the order of `assembly/testing.ts`. */
const names = ['exp', 'expm1', 'log1p', 'logFromOne', 'sin', 'cos'] as const;

/** Room for so many f32, in whole vectors, `blocks` times; where the first begins, and the distance. */
function room(length: number, blocks: number): { at: number; bytes: number } {
  const at = (Number(exports.heap.value) + 15) & ~15;
  const bytes = Math.ceil(length / 4) * 16;
  const pages = Math.ceil((at + blocks * bytes - exports.memory.buffer.byteLength) / 0x10000);
  if (pages > 0) exports.memory.grow(pages);
  return { at, bytes };
}

const singles = (at: number, length: number) => new Float32Array(exports.memory.buffer, at, length);

/** A function of `assembly/functions.ts` at every x. */
export function vectorFunction(name: (typeof names)[number], x: Float32Array): Float32Array {
  const { at, bytes } = room(x.length, 2);
  singles(at, x.length).set(x);
  exports.apply(names.indexOf(name), at, at + bytes, bytes);
  return singles(at + bytes, x.length).slice();
}

/** f and f′ by a kernel at every z. */
export function runKernel(
  kernel: number,
  constants: readonly number[],
  z: Float32Array,
): { f: Float32Array; df: Float32Array } {
  const { at, bytes } = room(z.length + 4, 4);
  singles(at, 4).set(constants);
  singles(at + bytes, z.length).set(z);
  exports.activate(kernel, at + bytes, at + 2 * bytes, at + 3 * bytes, at, bytes);
  return {
    f: singles(at + 2 * bytes, z.length).slice(),
    df: singles(at + 3 * bytes, z.length).slice(),
  };
}

/** Every n-th f32 from 0 to the largest, and the same below 0. */
export function singlesFrom(every: number): Float32Array {
  const bits = Math.floor(0x7f800000 / every);
  const words = new Uint32Array(2 * bits);
  for (let k = 0; k < bits; k++) {
    words[k] = k * every;
    words[bits + k] = k * every + 0x80000000;
  }
  return new Float32Array(words.buffer);
}

/** f32 evenly between two numbers. */
export const between = (lower: number, upper: number, count: number): Float32Array =>
  Float32Array.from({ length: count }, (_, k) => lower + ((upper - lower) * k) / (count - 1));
