/** The points of a two-class data set as SVG paths: dots of zero length that their line caps make visible. */
import type { Points } from '#nn/datasets.ts';

/**
 * The points of each class as one path. Drawn with round caps they are discs, with square ones squares.
 *
 * @param domain What the picture shows in both directions; points outside fall outside.
 * @param extent The side of the picture in the units of the path.
 */
export function pointPaths(
  { count, inputs, labels }: Points,
  [lower, upper]: readonly [lower: number, upper: number],
  extent: number,
): [class0: string, class1: string] {
  const paths: [string, string] = ['', ''];
  const place = (value: number) =>
    Math.round(((value - lower) / (upper - lower)) * extent * 10) / 10;
  for (let k = 0; k < count; k++) {
    const x = place(inputs[k]!);
    const y = Math.round((extent - place(inputs[count + k]!)) * 10) / 10;
    // A length of exactly 0 has no caps in some renderers.
    paths[labels[k]!]! += `M${x} ${y}h.1`;
  }
  return paths;
}
