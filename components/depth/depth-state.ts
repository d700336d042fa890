/** What the depth meter shows, and the state that its address can hold. */
import { elementwise, type ElementwiseId } from '#activations/index.ts';
import { typicalSignal, type DepthSignal } from '#depth/signal.ts';
import type { Fields, State } from '#state/fragment.ts';

export const depths = [5, 10, 20, 50] as const;

/** Weight scales with a name, as multiples of 1/√n; keys of `depth.gain.…`. */
export const namedGains = {
  /** `nn.Linear` draws weights uniformly between ±1/√n: variance 1/(3n). */
  pytorch: Math.sqrt(1 / 3),
  /** For layers of equal width. */
  xavier: 1,
  he: Math.SQRT2,
} as const;

/** The slider moves in powers of 2: equal steps are equal factors. */
export const scale = { min: -6, max: 4, step: 0.05 } as const;

export interface DepthStart {
  activation: ElementwiseId;
  depth: number;
  /** Power of 2. */
  scale: number;
}

export const depthFields = ({ activation, depth, scale: initial }: DepthStart): Fields => ({
  activation: { kind: 'choice', initial: activation, options: elementwise.map(({ id }) => id) },
  depth: { kind: 'choice', initial: String(depth), options: depths.map(String) },
  scale: { kind: 'number', initial, min: scale.min, max: scale.max },
});

export const gainOf = (state: State): number => 2 ** Number(state['scale']);

/** Units per layer, examples, and the seeds whose typical value is shown. */
export const shown = { width: 64, examples: 16, seeds: [1, 2, 3, 4, 5] } as const;

export function signalOf(state: State): DepthSignal {
  const { width, examples, seeds } = shown;
  const setup = {
    activation: state['activation'] as ElementwiseId,
    depth: Number(state['depth']),
    gain: gainOf(state),
    width,
    examples,
  };
  return typicalSignal(seeds.map((seed) => ({ ...setup, seed })));
}
