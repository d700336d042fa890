/** What a function costs here and now, as a multiple of ReLU. */
import { bind, getActivation, type ElementwiseId } from '#activations/index.ts';

export interface Timing {
  /** Nanoseconds a number. */
  own: number;
  relu: number;
  ratio: number;
  rounds: number;
}

const count = 20_000;
const rounds = 25;
const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!;

/** Both in turn, round by round, so that what else the machine does falls on both. Takes some 50 ms. */
export function timeAgainstRelu(id: ElementwiseId, now: () => number): Timing {
  const z = Float64Array.from({ length: count }, (_, k) => -6 + (12 * k) / count);
  const h = new Float64Array(count);
  const functions = [id, 'relu' as const].map((each) => bind(getActivation(each)).f);
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    functions.forEach((f, which) => {
      const start = now();
      for (let k = 0; k < count; k++) h[k] = f(z[k]!);
      times[which]!.push(((now() - start) * 1e6) / count);
    });
  }
  const [own, relu] = [median(times[0]), median(times[1])];
  return { own, relu, ratio: own / relu, rounds };
}
