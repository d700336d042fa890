/**
 * The plane coloured by what a network makes of it. The same pixels are made at build time and in the
 * browser.
 *
 * Classes: colour tells the class, opacity how far the answer is from undecided: at the decision
 * boundary the paper shows through, light or dark. All colours have the same lightness (CIE L* = 60),
 * so that no class looks surer than another; orange, blue and green-grey differ for every common
 * colour vision. Values: a scale from dark blue over grey to yellow whose lightness grows evenly
 * (after cividis; Nuñez, Anderton and Renslow, 2018).
 */
import { gridPoints, linePoints } from '#nn/grid.ts';
import type { Objective } from '#nn/objective.ts';
import type { Ground } from '#nn/points.ts';

/** Pixels along each side of the picture. */
export const gridSize = 80;

/** Points along the curve of a network with one input. */
const curveSize = 241;

/** Red, green, blue of each class. */
const colours = [
  [209, 122, 38],
  [71, 150, 233],
  [120, 153, 124],
] as const;

/** Opacity, of 255, where the answer is as sure as can be. */
const strongest = 110;

/** Finer steps of opacity than these would not be seen, and would only make the picture heavier. */
const opacitySteps = 16;

/** Red, green, blue of values from the least to the greatest. */
const scale = [
  [0, 34, 78],
  [67, 78, 108],
  [124, 123, 120],
  [188, 174, 108],
  [254, 232, 56],
] as const;

/** How a network is shown: classes of the plane, values over the plane, values over a line. */
export type SurfaceKind = 'classes' | 'heat' | 'curve';

export const surfaceKind = ({
  task,
  dimensions,
}: Pick<Ground, 'task' | 'dimensions'>): SurfaceKind =>
  dimensions === 1 ? 'curve' : task.kind === 'classes' ? 'classes' : 'heat';

/** The points at which a network is asked for its picture, as `Run.logits` takes them. */
export const surfacePoints = ({
  dimensions,
  domain,
}: Pick<Ground, 'dimensions' | 'domain'>): Float64Array =>
  dimensions === 1 ? linePoints(domain, curveSize) : gridPoints(domain, gridSize);

type Meaning = Pick<Objective, 'unit' | 'units' | 'targets'>;

/**
 * Where an output lies between the targets: −1 at that of class 0, 0 undecided, 1 at that of class 1.
 *
 * @param objective One with a single output unit.
 */
export function leaning(
  z: number,
  { unit, targets: [no, yes] }: Pick<Meaning, 'unit' | 'targets'>,
): number {
  const share = (unit.output!(z) - no) / (yes - no);
  return Math.min(1, Math.max(-1, 2 * share - 1));
}

/**
 * One pixel for each point, as RGBA: the class that the network gives it, and how sure the answer is.
 * With one output unit that is how far it leans, with several how far the greatest output stands above
 * the next. What is not a number is left clear.
 *
 * @param logits Pre-activations of the output units, [unit][point].
 * @param objective What the network is trained for: it says what an output means.
 */
export function surfacePixels(
  logits: ArrayLike<number>,
  objective: Meaning,
  pixels: Uint8ClampedArray<ArrayBuffer> = new Uint8ClampedArray(
    (4 * logits.length) / objective.units,
  ),
): Uint8ClampedArray<ArrayBuffer> {
  const paint = (point: number, answer: number, sureness: number) => {
    pixels.set(colours[answer] ?? colours[0], 4 * point);
    const opacity = Math.round(sureness * opacitySteps) / opacitySteps;
    pixels[4 * point + 3] = Number.isNaN(opacity) ? 0 : opacity * strongest;
  };
  if (objective.units > 1) compare(logits, objective, paint);
  else {
    for (let k = 0; k < logits.length; k++) {
      const towards = leaning(logits[k]!, objective);
      paint(k, towards > 0 ? 1 : 0, Math.abs(towards));
    }
  }
  return pixels;
}

/** The greatest of several outputs at each point, and how far it is above the next: 0 to 1. */
function compare(
  logits: ArrayLike<number>,
  { unit, units, targets: [no, yes] }: Meaning,
  paint: (point: number, answer: number, sureness: number) => void,
): void {
  const z = Float64Array.from(logits);
  const o = new Float64Array(z.length);
  const count = z.length / units;
  unit.activate(z, units, count, o);
  for (let k = 0; k < count; k++) {
    let answer = 0;
    for (let u = 1; u < units; u++) if (z[u * count + k]! > z[answer * count + k]!) answer = u;
    let next = -Infinity;
    for (let u = 0; u < units; u++) if (u !== answer) next = Math.max(next, o[u * count + k]!);
    paint(k, answer, Math.min(1, Math.max(0, (o[answer * count + k]! - next) / (yes - no))));
  }
}

/** Red, green, blue of a value: 0 for the least, 1 for the greatest; beyond them as at the end. */
export function heatColour(share: number): [red: number, green: number, blue: number] {
  const at = Math.min(1, Math.max(0, share)) * (scale.length - 1);
  const from = Math.min(scale.length - 2, Math.floor(at));
  const mix = (channel: 0 | 1 | 2) =>
    Math.round(
      scale[from]![channel] + (at - from) * (scale[from + 1]![channel] - scale[from]![channel]),
    );
  return [mix(0), mix(1), mix(2)];
}

/** One pixel for each predicted value, as RGBA. What is not a number is left clear. */
export function heatPixels(
  values: ArrayLike<number>,
  [least, greatest]: readonly [number, number],
  pixels: Uint8ClampedArray<ArrayBuffer> = new Uint8ClampedArray(4 * values.length),
): Uint8ClampedArray<ArrayBuffer> {
  for (let k = 0; k < values.length; k++) {
    const share = (values[k]! - least) / (greatest - least);
    if (!Number.isNaN(share)) pixels.set(heatColour(share), 4 * k);
    pixels[4 * k + 3] = Number.isNaN(share) ? 0 : 255;
  }
  return pixels;
}
