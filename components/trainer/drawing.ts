/** How the points of a trainer look; and the words of its chart. */
import type { LossLabels } from '#figures/loss-chart-curves.ts';
import type { Say } from './words.ts';

/** The side of the picture of the plane in its own units. */
export const extent = 360;

type Layer = Readonly<Record<`stroke${string}`, string | number>>;

interface Marker {
  split: 'train' | 'test';
  label: 0 | 1;
  /** Strokes along the same path, one over the other. */
  layers: readonly Layer[];
}

/** Class 0 is round, class 1 square: the shape tells what the colour tells. */
const shapes = [
  { label: 0, cap: 'round', width: 6.5 },
  { label: 1, cap: 'square', width: 5.5 },
] as const;

/** Test points are outlines; training points, over them, are filled and stand off from the ground. */
export const markers: readonly Marker[] = (['test', 'train'] as const).flatMap((split) =>
  shapes.map(({ label, cap, width }) => {
    const layer = (stroke: string, strokeWidth: number): Layer => ({
      stroke,
      'stroke-width': strokeWidth,
      'stroke-linecap': cap,
    });
    const ink = `var(--class-${label})`;
    const paper = 'var(--paper)';
    return {
      split,
      label,
      layers:
        split === 'train'
          ? [layer(paper, width + 1.6), layer(ink, width)]
          : [layer(ink, width + 0.6), layer(paper, width - 2.4)],
    };
  }),
);

export const lossLabels = (say: Say): LossLabels => ({
  x: say('chart.epoch'),
  y: say('chart.loss'),
  train: say('chart.train'),
  test: say('chart.test'),
});
