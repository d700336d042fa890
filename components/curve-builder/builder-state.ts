/** What the curve builder shows: kind of unit, target, and the heights of the handles. */
import {
  build,
  handlePlaces,
  largestError,
  targets,
  type TargetId,
} from '#approximation/hinges.ts';
import type { BuilderScene } from '#figures/curve-builder-chart.ts';
import { frameX, frameY, type Frame } from '#figures/frame.ts';
import { formatNumber } from '#i18n/numbers.ts';
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
  /** `fit`: the handles stand on the target at first; `flat`: at 0. */
  start: 'fit' | 'flat';
}

/** Finer than any read-out, so that a curve set to its target is as far from it as the table says. */
export const heightAt = (g: (x: number) => number, x: number) => Math.round(g(x) * 1e6) / 1e6;

/** How high a handle can stand, up and down. */
export const reach = 1.5;

export const builderFields = ({ kind, target, handles, start }: BuilderStart): Fields => {
  const places = placesAt(kind, handles);
  const first = (x: number | undefined) =>
    x === undefined || start === 'flat' ? 0 : heightAt(targets[target], x);
  return {
    kind: { kind: 'choice', initial: kind, options: kinds },
    target: { kind: 'choice', initial: target, options: targetIds },
    handles: { kind: 'choice', initial: String(handles), options: handleCounts.map(String) },
    ...Object.fromEntries(
      Array.from({ length: most }, (_, i) => [
        `h${i}`,
        { kind: 'number', initial: first(places[i]), min: -reach, max: reach } as const,
      ]),
    ),
  };
};

const kindOf = (state: State) => (state['kind'] === 'bumps' ? 'bumps' : 'hinges');
export const targetOf = (state: State) => targets[state['target'] as TargetId];

/** Where the handles stand in [0, 1]: n handles are n − 1 hinges, or n bumps. */
const placesAt = (kind: BuilderStart['kind'], count: number): number[] =>
  handlePlaces(kind, kind === 'hinges' ? count - 1 : count);

export const placesOf = (state: State): number[] =>
  placesAt(kindOf(state), Number(state['handles']));

export const heightsOf = (state: State): number[] =>
  placesOf(state).map((_, i) => Number(state[`h${i}`]));

export const sceneOf = (state: State): BuilderScene => ({
  kind: kindOf(state),
  network: build(kindOf(state), heightsOf(state)),
  target: targetOf(state),
});

/** The largest distance to the target as a reader is told it; what only rounding leaves is none. */
export function distanceText({ network, target }: BuilderScene): string {
  const distance = largestError(network.g, target);
  return formatNumber(distance < 1e-9 ? 0 : distance, 4);
}

const range = { x: [0, 1], y: [-1.7, 1.7] } as const;
export const frames: Record<'wide' | 'narrow', Frame> = {
  wide: { width: 640, height: 384, margin: { top: 8, right: 84, bottom: 28, left: 42 }, ...range },
  narrow: {
    width: 360,
    height: 300,
    margin: { top: 8, right: 76, bottom: 28, left: 38 },
    ...range,
  },
};

/** Where in the picture the handles can be, as CSS has it: top, right, bottom, left. */
export function insetOf(size: keyof typeof frames): string {
  const frame = frames[size];
  const { width, height } = frame;
  const [x, y] = [frameX(frame), frameY(frame)];
  const sides = [y(reach) / height, 1 - x(1) / width, 1 - y(-reach) / height, x(0) / width];
  return sides.map((share) => `${Number((100 * share).toFixed(2))}%`).join(' ');
}

/** A place from 0 to 1 in few digits. */
export const placeOf = (x: number): string => String(Number(x.toFixed(4)));

/** Weights and biases of a hand-built network with this many hidden units, the output bias included. */
export const parameterCount = (units: number) => 3 * units + 1;
