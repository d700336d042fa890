/** A small network whose units are boxes with numbers: where they stand. */
import type { Place } from './inside-network.ts';

/** Pixels. A box is as wide as its longest number needs. */
const box = { width: 78, height: 88 };
const inputBox = { width: 46, height: 30 };
const space = { across: 18, down: 14 };

/** Networks with more units than these have no picture, only numbers. */
const most = { layers: 9, units: 8 };

export interface BoxLayout {
  /** [layer][unit] of the centres; x in thousandths of the width, y in pixels. */
  readonly places: readonly (readonly Place[])[];
  readonly height: number;
  /** Below this width in pixels boxes would meet: the drawing then scrolls in its box. */
  readonly minWidth: number;
}

/** Nothing for a network that is too large to be drawn with its numbers. */
export function boxLayout(sizes: readonly number[]): BoxLayout | undefined {
  if (sizes.length > most.layers + 1 || Math.max(...sizes) > most.units) return undefined;
  const widths = sizes.map((_, layer) => (layer === 0 ? inputBox.width : box.width));
  const minWidth = widths.reduce((sum, width) => sum + width + space.across, -space.across);
  const pitch = box.height + space.down;
  const height = Math.max(...sizes) * pitch;
  let left = 0;
  const places = sizes.map((units, layer) => {
    const centre = left + widths[layer]! / 2;
    left += widths[layer]! + space.across;
    return Array.from({ length: units }, (_, unit) => ({
      x: Math.round((1000 * centre) / minWidth),
      y: Math.round(height / 2 + (unit - (units - 1) / 2) * pitch),
    }));
  });
  return { places, height, minWidth };
}
