/**
 * The plane coloured by what a two-class network makes of it. The same pixels are made at build time
 * and in the browser.
 *
 * Colour tells the class, opacity how far the output is from undecided: at the decision boundary the
 * paper shows through, light or dark. Both colours have the same lightness (CIE L* = 60), so that
 * neither class looks surer than the other; orange and blue differ for every common colour vision.
 */
import type { Loss } from '#nn/losses.ts';

/** Pixels along each side of the picture. */
export const gridSize = 80;

/** Red, green, blue of class 0 and class 1. */
const colours = [
  [209, 122, 38],
  [71, 150, 233],
] as const;

/** Opacity, of 255, where the output has reached its target. */
const strongest = 110;

/** Finer steps of opacity than these would not be seen, and would only make the picture heavier. */
const opacitySteps = 64;

/**
 * The centres of the pixels of a picture of the square `domain`², row by row from its top left, where
 * x₁ is least and x₂ greatest. Flat, [coordinate][point], as `Run.logits` takes them.
 */
export function gridPoints(
  [lower, upper]: readonly [lower: number, upper: number],
  size = gridSize,
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

/** Where an output lies between the targets: −1 at that of class 0, 0 undecided, 1 at that of class 1. */
export function leaning(z: number, { output, targets }: Pick<Loss, 'output' | 'targets'>): number {
  const [zero, one] = targets;
  const share = (output(z) - zero) / (one - zero);
  return Math.min(1, Math.max(-1, 2 * share - 1));
}

/**
 * One pixel for each pre-activation of the output unit, as RGBA. What is not a number is left clear.
 *
 * @param loss The one that the network is trained with: it says what an output means.
 */
export function surfacePixels(
  logits: ArrayLike<number>,
  loss: Pick<Loss, 'output' | 'targets'>,
  pixels: Uint8ClampedArray<ArrayBuffer> = new Uint8ClampedArray(4 * logits.length),
): Uint8ClampedArray<ArrayBuffer> {
  for (let k = 0; k < logits.length; k++) {
    const towards = leaning(logits[k]!, loss);
    const [red, green, blue] = colours[towards > 0 ? 1 : 0];
    pixels[4 * k] = red;
    pixels[4 * k + 1] = green;
    pixels[4 * k + 2] = blue;
    const opacity = Math.round(Math.abs(towards) * opacitySteps) / opacitySteps;
    pixels[4 * k + 3] = Number.isNaN(opacity) ? 0 : opacity * strongest;
  }
  return pixels;
}
