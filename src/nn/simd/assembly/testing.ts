/** What `../functions.test.ts` and `../kernels.test.ts` look at. Not part of the core. */
import { activate } from './activate';
import { exp, expm1, log1p, logFromOne, sine } from './functions';
import { VECTOR } from './vector';

export { activate };

export const heap: usize = __heap_base;

/** The function with this number of whole vectors of f32 at `from`, to `to`. */
export function apply(id: i32, from: usize, to: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += VECTOR) {
    const x = v128.load(from + at);
    let y = x;
    if (id === 0) y = exp(x);
    else if (id === 1) y = expm1(x);
    else if (id === 2) y = log1p(x);
    else if (id === 3) y = logFromOne(x);
    else if (id === 4) y = sine(x, 0);
    else y = sine(x, 1);
    v128.store(to + at, y);
  }
}
