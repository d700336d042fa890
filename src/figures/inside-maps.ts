/**
 * A unit's response as the pixels of a small picture: nothing where it is least, full colour where it is
 * greatest. Opacity over the paper gives even steps of lightness, on light paper and on dark (a test
 * says how even). The colour is that of the activation function, as everywhere in the book.
 */
import { rgb } from 'd3-color';
import { colourOf } from './palette.ts';

export type Rgb = readonly [red: number, green: number, blue: number];

/** The colour of the maps of a layer: that of its activation; neutral for the output. */
export function mapColour(activation: string | undefined): Rgb {
  const { r, g, b } = rgb(colourOf(activation ?? ''));
  return [r, g, b];
}

/** One row of pixels from a map of one input, several from a map of two. */
export function mapPixels(
  values: Float32Array,
  [red, green, blue]: Rgb,
  pixels: Uint8ClampedArray<ArrayBuffer> = new Uint8ClampedArray(4 * values.length),
): Uint8ClampedArray<ArrayBuffer> {
  for (let k = 0; k < values.length; k++) {
    pixels[4 * k] = red;
    pixels[4 * k + 1] = green;
    pixels[4 * k + 2] = blue;
    pixels[4 * k + 3] = 255 * values[k]!;
  }
  return pixels;
}

/** With one input a unit is a curve over it: a path in a box of 100 × 100. */
export function mapCurve(values: Float32Array): string {
  const last = Math.max(1, values.length - 1);
  let path = '';
  values.forEach((value, k) => {
    const x = Math.round((1000 * k) / last) / 10;
    path += `${k === 0 ? 'M' : 'L'}${x} ${Math.round(10 * (92 - 84 * value)) / 10}`;
  });
  return path;
}
