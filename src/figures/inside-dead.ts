/** When each unit was dead: a strip for every unit, dark where it was dead, as SVG paths. */
import type { DeadUnits } from '#inside/dead-units.ts';

/** Units of the drawing: epochs are stretched to `width`, a unit has a row. */
export const stripWidth = 1000;
/** The space between two layers, in rows. */
const gap = 0.6;

/** The last epoch of the axis: it doubles, so that it stands still most of the time. */
export function lastEpoch(epoch: number): number {
  let last = 50;
  while (last < epoch) last *= 2;
  return last;
}

/** The row of the first unit of each layer, and the number of rows of all, gaps included. */
export function stripRows(layers: readonly number[]): { tops: number[]; rows: number } {
  let row = 0;
  const tops = layers.map((units) => {
    const top = row;
    row += units + gap;
    return Math.round(top * 10) / 10;
  });
  return { tops, rows: Math.max(1, Math.round((row - gap) * 10) / 10) };
}

/** The stretches in which units were dead, one row each; those that last reach up to the last look. */
export function deadPath({ spans, layers, epoch: latest }: DeadUnits): string {
  const last = lastEpoch(latest);
  const { tops } = stripRows(layers);
  const at = (epoch: number) => Math.round((epoch / last) * stripWidth * 10) / 10;
  return spans
    .map(({ layer, unit, from, to = latest }) => {
      const start = at(from);
      // A unit found dead at the last look only is seen, too.
      const length = Math.max(4, at(to) - start);
      const top = Math.round((tops[layer]! + unit) * 10) / 10;
      return `M${start} ${top}h${Math.round(length * 10) / 10}v1h-${Math.round(length * 10) / 10}z`;
    })
    .join('');
}

/** Behind them: a row for each unit, as long as anybody has looked. */
export function lookedPath({ layers, first, epoch }: DeadUnits): string {
  const last = lastEpoch(epoch);
  const { tops } = stripRows(layers);
  const start = Math.round((first / last) * stripWidth);
  const length = Math.round(((epoch - first) / last) * stripWidth);
  return layers
    .map((units, layer) => `M${start} ${tops[layer]}h${length}v${units}h-${length}z`)
    .join('');
}
