/** The picture of a decision surface as it stands in the page; at build time only. */
import { encode } from 'fast-png';

/** A square picture from its RGBA pixels, as a `data:` address. */
export function surfaceDataUri(pixels: Uint8ClampedArray): string {
  const size = Math.sqrt(pixels.length / 4);
  const png = encode({ width: size, height: size, data: pixels }, { zlib: { level: 9 } });
  return `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
}
