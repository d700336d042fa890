/** Pictures of what networks answer as they stand in the page; at build time only. */
import { encode } from 'fast-png';

/**
 * Pre-activations on a grid with half as many points along each side, each the mean of the four around it. Enough
 * for a still: colours change slowly, and the boundary is a line of its own. It weighs a third.
 *
 * @param logits [unit][point], by rows of a square with an even side.
 */
export function coarser(logits: ArrayLike<number>, units: number): Float64Array {
  const size = Math.sqrt(logits.length / units);
  const half = size / 2;
  return Float64Array.from({ length: logits.length / 4 }, (_, k) => {
    const [row, column] = [Math.floor(k / half), k % half];
    // One unit's square follows the other's, so rows count on from unit to unit.
    const first = 2 * row * size + 2 * column;
    const four = [first, first + 1, first + size, first + size + 1];
    return four.reduce((sum, place) => sum + logits[place]!, 0) / 4;
  });
}

/** A square picture from its RGBA pixels, as a `data:` address. */
export function surfaceDataUri(pixels: Uint8ClampedArray): string {
  const size = Math.sqrt(pixels.length / 4);
  const image = { width: size, height: size, ...(numbered(pixels) ?? { data: pixels }) };
  const png = encode(image, { zlib: { level: 9 } });
  return `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
}

/** A list of the colours, and each pixel as a number in it: much lighter. None for more colours than a byte counts. */
function numbered(pixels: Uint8ClampedArray) {
  const colours = Array.from({ length: pixels.length / 4 }, (_, k) => [
    ...pixels.subarray(4 * k, 4 * k + 4),
  ]);
  const palette = [...new Map(colours.map((colour) => [colour.join(), colour])).values()]
    // The format wants opaque colours last.
    .sort((a, b) => a[3]! - b[3]!);
  if (palette.length > 256) return undefined;
  const numbers = new Map(palette.map((colour, number) => [colour.join(), number]));
  const data = Uint8Array.from(colours, (colour) => numbers.get(colour.join())!);
  return { data, palette, channels: 1, depth: 8 } as const;
}
