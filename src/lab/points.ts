/** The reader's own points as text for an address: what they are, then every number in two bytes. */
import type { OwnData } from '#nn/own-data.ts';
import { bytesToText, textToBytes } from './base64.ts';
import { mostPoints } from './limits.ts';

/** Steps of a number per unit: finer than a picture shows. Numbers reach to ±8. */
const resolution = 4096;
const greatest = 32767 / resolution;

/**
 * A number as an address keeps it. Points are rounded to this when they are made, so that a link
 * trains on exactly the same.
 */
export const keepable = (value: number): number =>
  Math.round(Math.min(greatest, Math.max(-greatest, value)) * resolution) / resolution;

/** Own data without any points: two classes in the plane. */
export const noPoints: OwnData = {
  task: { kind: 'classes', classes: 2 },
  dimensions: 2,
  inputs: [],
  targets: [],
};

/** `c2.…`: classes of points with two coordinates; `v1.…`: numbers to predict from one. */
export function writePoints({ task, dimensions, inputs, targets }: OwnData): string {
  const numbers = Int16Array.from(
    [...inputs, ...(task.kind === 'values' ? targets : [])],
    (value) => keepable(value) * resolution,
  );
  const classes = task.kind === 'classes' ? Uint8Array.from(targets) : new Uint8Array();
  const body = new Uint8Array([...new Uint8Array(numbers.buffer), ...classes]);
  const head = `${task.kind === 'classes' ? `c${task.classes}` : 'v'}${dimensions}`;
  return targets.length === 0 && head === 'c22' ? '' : `${head}.${bytesToText(body)}`;
}

/** `undefined` for a text that does not describe points. */
export function readPoints(text: string): OwnData | undefined {
  const [, kind, classes, digit, packed] = /^(v|c([2-3]))([12])\.([\w-]*)$/.exec(text) ?? [];
  const bytes = packed === undefined ? undefined : textToBytes(packed);
  if (!bytes) return undefined;
  const dimensions = Number(digit) as 1 | 2;
  const perPoint = kind === 'v' ? 2 * (dimensions + 1) : 2 * dimensions + 1;
  const count = bytes.length / perPoint;
  if (!Number.isInteger(count) || count > mostPoints) return undefined;
  const values = (dimensions + (kind === 'v' ? 1 : 0)) * count;
  const numbers = Array.from(new Int16Array(bytes.buffer, 0, values), (q) => q / resolution);
  const inputs = numbers.slice(0, dimensions * count);
  if (kind === 'v')
    return { task: { kind: 'values' }, dimensions, inputs, targets: numbers.slice(inputs.length) };
  const targets = [...bytes.subarray(2 * values)];
  if (targets.some((target) => target >= Number(classes))) return undefined;
  return { task: { kind: 'classes', classes: Number(classes) }, dimensions, inputs, targets };
}
