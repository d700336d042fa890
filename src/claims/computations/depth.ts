/** Signal and gradient through untrained layers. */
import type { ElementwiseId } from '#activations/index.ts';
import { typicalSignal } from '#depth/signal.ts';
import type { Computation } from './computation.ts';

const gains = {
  third: Math.sqrt(1 / 3),
  half: 0.5,
  xavier: 1,
  he: Math.SQRT2,
  double: 2,
  four: 4,
  eight: 8,
} as const;

/**
 * Untrained stacks 64 units wide, as the depth meter of the chapters has them: the gradient at the inputs
 * as a multiple of that at the top, and the size of and the differences between activations at the top.
 */
export const depth: Computation = () => {
  const cases: readonly (readonly [ElementwiseId, keyof typeof gains, number])[] = [
    ['identity', 'xavier', 20],
    ['identity', 'xavier', 50],
    ['identity', 'he', 50],
    ['identity', 'half', 50],
    ...[5, 10, 20].flatMap((d) => [
      ['sigmoid', 'xavier', d] as const,
      ['sigmoid', 'four', d] as const,
    ]),
    ['tanh', 'xavier', 10],
    ['tanh', 'half', 10],
    ['tanh', 'xavier', 50],
    ['tanh', 'eight', 10],
    ['relu', 'he', 10],
    ['relu', 'he', 50],
    ['relu', 'xavier', 20],
    ['relu', 'third', 20],
    ['relu', 'double', 20],
    ['leaky-relu', 'he', 50],
  ];
  return Object.fromEntries(
    cases.flatMap(([activation, gain, layers]) => {
      const setup = { activation, depth: layers, gain: gains[gain], width: 64, examples: 16 };
      const signal = typicalSignal([1, 2, 3, 4, 5].map((seed) => ({ ...setup, seed })));
      const key = `${activation}.${gain}.${layers}`;
      return [
        [`${key}.gradient`, signal.gradient[0]!],
        [`${key}.size`, signal.size.at(-1)!],
        [`${key}.contrast`, signal.contrast.at(-1)!],
      ];
    }),
  );
};
