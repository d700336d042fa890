/** Collects examples into rows: four at a time are a transposed square of numbers. */
import { choose, VECTOR } from './vector';

/** A point in memory: x₁, x₂, the wanted output of a single unit, its class. Four f32. */
export const RECORD: usize = 16;

/** (a₀, b₀, a₁, b₁) */
function low(a: v128, b: v128): v128 {
  return v128.shuffle<f32>(a, b, 0, 4, 1, 5);
}

function high(a: v128, b: v128): v128 {
  return v128.shuffle<f32>(a, b, 2, 6, 3, 7);
}

function halves(a: v128, b: v128): v128 {
  return v128.shuffle<f32>(a, b, 0, 1, 4, 5);
}

function otherHalves(a: v128, b: v128): v128 {
  return v128.shuffle<f32>(a, b, 2, 3, 6, 7);
}

/** Where the rows of a chunk go. */
@unmanaged
export class Chunk {
  dimensions: i32;
  outputs: i32;
  /** What an output should be for another class, and for its own. */
  no: f32;
  yes: f32;
  x: usize;
  wanted: usize;
  classes: usize;
}

/** As many points as rows of `W` vectors hold, from `records` on. */
export function gather<W>(chunk: Chunk, records: usize): void {
  const row: usize = offsetof<W>() << 4;
  const single = chunk.outputs === 1;
  const plane = chunk.dimensions > 1;
  let x = chunk.x;
  let target = chunk.wanted;
  let kind = chunk.classes;
  for (let v: usize = 0; v < row; v += VECTOR, records += 4 * RECORD) {
    const a = v128.load(records);
    const b = v128.load(records, 16);
    const c = v128.load(records, 32);
    const d = v128.load(records, 48);
    const inputs1 = low(a, b);
    const inputs2 = low(c, d);
    v128.store(x + v, halves(inputs1, inputs2));
    if (plane) v128.store(x + row + v, otherHalves(inputs1, inputs2));
    const wanted1 = high(a, b);
    const wanted2 = high(c, d);
    const classes = otherHalves(wanted1, wanted2);
    v128.store(kind + v, classes);
    if (single) v128.store(target + v, halves(wanted1, wanted2));
    else wantClasses(chunk, classes, v, row);
  }
}

/** Every unit wants to be on for its own class. */
function wantClasses(chunk: Chunk, classes: v128, v: usize, row: usize): void {
  for (let u = 0; u < chunk.outputs; u++) {
    const own = f32x4.eq(classes, f32x4.splat(<f32>u));
    const wanted = choose(own, f32x4.splat(chunk.yes), f32x4.splat(chunk.no));
    v128.store(chunk.wanted + v + <usize>u * row, wanted);
  }
}

/** Points that lie as f64 rows [coordinate][point], `step` bytes from one coordinate to the next. */
export function gatherPoints<W>(chunk: Chunk, points: usize, step: usize): void {
  const row: usize = offsetof<W>() << 4;
  for (let d = 0; d < chunk.dimensions; d++) {
    for (let v: usize = 0; v < row; v += VECTOR) {
      const at = points + <usize>d * step + 2 * v;
      const first = f32x4.demote_f64x2_zero(v128.load(at));
      const second = f32x4.demote_f64x2_zero(v128.load(at, 16));
      v128.store(chunk.x + <usize>d * row + v, halves(first, second));
    }
  }
}
