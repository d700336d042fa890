/** Evenly spaced points at which a network is asked what it makes of its inputs. */

/** From one end to the other, both included: [point], as `Run.logits` takes them. */
export const linePoints = (
  [lower, upper]: readonly [lower: number, upper: number],
  count: number,
): Float64Array =>
  Float64Array.from({ length: count }, (_, k) => lower + ((upper - lower) * k) / (count - 1));

/**
 * The centres of the pixels of a picture of the square `domain`², `size` along each side, row by row from its
 * top left, where x₁ is least and x₂ greatest. Flat, [coordinate][point], as `Run.logits` takes them.
 */
export function gridPoints(
  [lower, upper]: readonly [lower: number, upper: number],
  size: number,
): Float64Array {
  const points = new Float64Array(2 * size * size);
  const centre = (pixel: number) => lower + ((upper - lower) * (pixel + 0.5)) / size;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      points[row * size + column] = centre(column);
      points[(size + row) * size + column] = centre(size - 1 - row);
    }
  }
  return points;
}
