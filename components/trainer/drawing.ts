/** How the points of a trainer look; and the words of its chart. */
import { heatColour, surfaceKind } from '#figures/decision-surface.ts';
import { valueSteps } from '#figures/decision-surface-points.ts';
import type { LossLabels } from '#figures/loss-chart-curves.ts';
import type { Ground } from '#nn/points.ts';
import type { Say } from './words.ts';

/** The side of the picture of the plane in its own units. */
export const extent = 360;

/** Strokes along the same path, one over the other. */
type Layer = Readonly<Record<`stroke${string}`, string | number>>;

export interface Marker {
  readonly split: 'train' | 'test';
  /** Of `pointPaths`. */
  readonly group: number;
  readonly layers: readonly Layer[];
}

interface Shape {
  readonly cap: 'round' | 'square';
  readonly width: number;
  readonly ink: string;
}

/** Class 0 is round, class 1 square, class 2 a triangle: the shape tells what the colour tells. */
const classShapes: readonly Shape[] = [
  { cap: 'round', width: 6.5, ink: 'var(--class-0)' },
  { cap: 'square', width: 5.5, ink: 'var(--class-1)' },
  { cap: 'round', width: 5, ink: 'var(--class-2)' },
];

const heatShapes: readonly Shape[] = Array.from({ length: valueSteps }, (_, step) => ({
  cap: 'round',
  width: 6.5,
  ink: `rgb(${heatColour((step + 0.5) / valueSteps).join(' ')})`,
}));

const curveShapes: readonly Shape[] = [{ cap: 'round', width: 4.5, ink: 'var(--class-1)' }];

const shapesOf = (ground: Pick<Ground, 'task' | 'dimensions'>): readonly Shape[] => {
  if (ground.task.kind === 'classes') return classShapes.slice(0, ground.task.classes);
  return surfaceKind(ground) === 'heat' ? heatShapes : curveShapes;
};

/** Test points are outlines; training points, over them, are filled and stand off from the ground. */
export function markersOf(ground: Pick<Ground, 'task' | 'dimensions'>): Marker[] {
  const paper = 'var(--paper)';
  // On a heat map the colour of a point is its value: its rim, not its filling, tells the splits apart.
  const heat = surfaceKind(ground) === 'heat';
  return (['test', 'train'] as const).flatMap((split) =>
    shapesOf(ground).map(({ cap, width, ink }, group): Marker => {
      const layer = (stroke: string, strokeWidth: number): Layer => ({
        stroke,
        'stroke-width': strokeWidth,
        'stroke-linecap': cap,
        'stroke-linejoin': 'miter',
      });
      if (heat) {
        const rim = split === 'train' ? 'white' : 'black';
        return { split, group, layers: [layer(rim, width + 2.4), layer(ink, width)] };
      }
      return {
        split,
        group,
        layers:
          split === 'train'
            ? [layer(paper, width + 1.6), layer(ink, width)]
            : [layer(ink, width + 0.6), layer(paper, width - 2.2)],
      };
    }),
  );
}

export const lossLabels = (say: Say): LossLabels => ({
  x: say('chart.epoch'),
  y: say('chart.loss'),
  train: say('chart.train'),
  test: say('chart.test'),
});
