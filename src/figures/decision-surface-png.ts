/** Pictures of what networks answer as they stand in the page; at build time only. */
import { encode } from 'fast-png';

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
