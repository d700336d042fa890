/** What the curve builder shows: kind of unit, target, and the heights of the handles. */
import { build, handlePlaces, targets, type TargetId } from '#approximation/hinges.ts';
import type { BuilderScene } from '#figures/curve-builder-chart.ts';
import type { Frame } from '#figures/frame.ts';
import type { Fields, State } from '#state/fragment.ts';

export const kinds = ['hinges', 'bumps'] as const;
export const targetIds = Object.keys(targets) as TargetId[];
/** Few enough for a thumb. */
export const handleCounts = [4, 6, 8] as const;
const most = 8;

export interface BuilderStart {
  kind: (typeof kinds)[number];
  target: TargetId;
  handles: number;
  /** Heights at first; missing ones are 0. */
  heights: readonly number[];
}

export const builderFields = ({ kind, target, handles, heights }: BuilderStart): Fields => ({
  kind: { kind: 'choice', initial: kind, options: kinds },
  target: { kind: 'choice', initial: target, options: targetIds },
  handles: { kind: 'choice', initial: String(handles), options: handleCounts.map(String) },
  ...Object.fromEntries(
    Array.from({ length: most }, (_, i) => [
      `h${i}`,
      { kind: 'number', initial: heights[i] ?? 0, min: -1.5, max: 1.5 } as const,
    ]),
  ),
});

export const kindOf = (state: State) => (state['kind'] === 'bumps' ? 'bumps' : 'hinges');
export const targetOf = (state: State) => targets[state['target'] as TargetId];

/** Where the handles stand in [0, 1]: n handles are n − 1 hinges, or n bumps. */
export const placesOf = (state: State): number[] => {
  const count = Number(state['handles']);
  return handlePlaces(kindOf(state), kindOf(state) === 'hinges' ? count - 1 : count);
};

export const heightsOf = (state: State): number[] =>
  placesOf(state).map((_, i) => Number(state[`h${i}`]));

export const sceneOf = (state: State): BuilderScene => ({
  kind: kindOf(state),
  network: build(kindOf(state), heightsOf(state)),
  target: targetOf(state),
});

const range = { x: [0, 1], y: [-1.7, 1.7] } as const;
export const frames: Record<'wide' | 'narrow', Frame> = {
  wide: { width: 640, height: 384, margin: { top: 8, right: 84, bottom: 28, left: 36 }, ...range },
  narrow: {
    width: 360,
    height: 300,
    margin: { top: 8, right: 76, bottom: 28, left: 30 },
    ...range,
  },
};

/** Weights and biases of a hand-built network with this many hidden units, the output bias included. */
export const parameterCount = (units: number) => 3 * units + 1;
