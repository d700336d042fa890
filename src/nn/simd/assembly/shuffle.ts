/** The order of the points to train on, changed in place: a point is one vector. */
import { RECORD } from './chunk';
import { net } from './net';

/** What mulberry32 adds to its state for each number. */
const STEP: u32 = 0x6d2b79f5;

/** What lies between the first state of four and the others, and between the first bound and the others. */
const STATES = memory.data<u32>([STEP, 2 * STEP, 3 * STEP, 4 * STEP], 16);
const BOUNDS = memory.data<i32>([1, 0, -1, -2], 16);

/** The numbers of mulberry32 in four states. */
function numbers(state: v128): v128 {
  const odd = v128.or(state, i32x4.splat(1));
  let t = i32x4.mul(v128.xor(state, i32x4.shr_u(state, 15)), odd);
  const more = i32x4.mul(v128.xor(t, i32x4.shr_u(t, 7)), v128.or(t, i32x4.splat(61)));
  t = v128.xor(t, i32x4.add(t, more));
  return v128.xor(t, i32x4.shr_u(t, 14));
}

/** The whole parts of t/2³² · bound. */
function below(t: v128, bounds: v128): v128 {
  const low = i64x2.extmul_low_i32x4_u(t, bounds);
  const high = i64x2.extmul_high_i32x4_u(t, bounds);
  return v128.shuffle<u32>(low, high, 1, 3, 5, 7);
}

/** Exchanges two records, the second by its distance from the first of all. */
function swap(a: usize, records: usize, distance: i32): void {
  const b = records + <usize>distance;
  const record = v128.load(a);
  v128.store(a, v128.load(b));
  v128.store(b, record);
}

/**
 * Fisher and Yates's shuffle with mulberry32: the same as in `../../random.ts`, but four random numbers are made
 * at a time. Those that are left over at the end are made again for the next shuffle.
 */
export function shuffle(): void {
  const records = net.train;
  let state = net.shuffling;
  let last = <i32>net.trainCount - 1;
  for (; last > 0; last -= 4) {
    const t = numbers(i32x4.add(i32x4.splat(state), v128.load(STATES)));
    const places = below(t, i32x4.add(i32x4.splat(last), v128.load(BOUNDS)));
    const distances = i32x4.shl(places, 4);
    const at = records + <usize>last * RECORD;
    swap(at, records, i32x4.extract_lane(distances, 0));
    if (last > 1) swap(at - RECORD, records, i32x4.extract_lane(distances, 1));
    if (last > 2) swap(at - 2 * RECORD, records, i32x4.extract_lane(distances, 2));
    if (last > 3) swap(at - 3 * RECORD, records, i32x4.extract_lane(distances, 3));
    state += <u32>min(last, 4) * STEP;
  }
  net.shuffling = state;
}
