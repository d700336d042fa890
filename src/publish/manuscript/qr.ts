/** An address as a square that a telephone can read from paper. */
import { encode } from 'uqr';

/** @param label what the square is, for who cannot see it */
export function qrCode(address: string, label: string): string {
  const quiet = 2;
  const { data, size } = encode(address, { ecc: 'M', border: 0 });
  const runs = data.flatMap((row, y) =>
    [
      ...row
        .map((dark) => (dark ? '1' : '0'))
        .join('')
        .matchAll(/1+/g),
    ].map(({ index, 0: { length } }) => `M${index + quiet} ${y + quiet}h${length}v1h-${length}z`),
  );
  const side = size + 2 * quiet;
  // Dark on white in every theme: many readers of such codes take nothing else.
  return (
    `<svg class="qr" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="${side * 2}" height="${side * 2}" role="img" aria-label="${label}">` +
    `<rect width="${side}" height="${side}" fill="#ffffff"/><path fill="#000000" d="${runs.join('')}"/></svg>`
  );
}
