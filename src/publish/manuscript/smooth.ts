/**
 * Pictures of few pixels, made large. In a page the browser smooths them as it enlarges them; on paper and in
 * many reading systems each pixel would be a square.
 */
import { decode, encode } from 'fast-png';

/** How many pixels there are for one, along each side. */
const factor = 4;

/** The same picture with more pixels, each between those around it; colours count by how opaque they are. */
export function smoothed(uri: string): string {
  const { width, height, rgba } = pixelsOf(uri);
  const data = new Uint8Array(4 * factor ** 2 * width * height);
  const across = between(width);
  between(height).forEach(([up, down, share], row) => {
    across.forEach(([left, right, portion], column) => {
      const parts = [
        [up * width + left, (1 - share) * (1 - portion)],
        [up * width + right, (1 - share) * portion],
        [down * width + left, share * (1 - portion)],
        [down * width + right, share * portion],
      ].map(([place, weight]) => ({ at: 4 * place!, opacity: weight! * rgba[4 * place! + 3]! }));
      const opacity = parts.reduce((sum, part) => sum + part.opacity, 0);
      const to = 4 * (row * factor * width + column);
      for (const channel of [0, 1, 2]) {
        const sum = parts.reduce(
          (total, part) => total + part.opacity * rgba[part.at + channel]!,
          0,
        );
        data[to + channel] = opacity === 0 ? 0 : Math.round(sum / opacity);
      }
      data[to + 3] = Math.round(opacity);
    });
  });
  const png = encode(
    { width: factor * width, height: factor * height, data, channels: 4 },
    { zlib: { level: 9 } },
  );
  return `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
}

/** For each new pixel of a side: the old ones before and after its centre, and how near it is to the second. */
const between = (size: number): [before: number, after: number, share: number][] =>
  Array.from({ length: factor * size }, (_, k) => {
    const at = Math.min(size - 1, Math.max(0, (k + 0.5) / factor - 0.5));
    const before = Math.floor(at);
    return [before, Math.min(size - 1, before + 1), at - before];
  });

/** Flat, [pixel][red, green, blue, opacity]. */
function pixelsOf(uri: string): { width: number; height: number; rgba: ArrayLike<number> } {
  const png = Buffer.from(uri.slice(uri.indexOf(',') + 1), 'base64');
  const { width, height, data, palette, channels } = decode(png);
  if (palette) return { width, height, rgba: [...data].flatMap((number) => palette[number]!) };
  if (channels !== 4) throw new RangeError(`A picture of ${channels} channels is not expected.`);
  return { width, height, rgba: data };
}
