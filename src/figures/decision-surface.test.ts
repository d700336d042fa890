import { lab, rgb, type RGBColor } from 'd3-color';
import { describe, expect, test } from 'vitest';
import { createObjective } from '#nn/objective.ts';
import { leaning, surfacePixels } from './decision-surface.ts';

const task = { kind: 'classes', classes: 2 } as const;
const entropy = createObjective(task, 'binary-cross-entropy');
/** The logit of a probability. */
const logit = (p: number) => Math.log(p / (1 - p));
const pixel = (z: number) => [...surfacePixels([z], entropy)];

describe('how far an output leans', () => {
  test.each([
    ['binary-cross-entropy', 'sigmoid', [-Infinity, 0, Infinity], [-1, 0, 1]],
    ['squared-error', 'identity', [-7, -1, 0, 0.5, 1, 7], [-1, -1, 0, 0.5, 1, 1]],
    ['squared-error', 'tanh', [-Infinity, 0, Infinity], [-1, 0, 1]],
  ] as const)('%s of %s', (loss, output, logits, expected) => {
    const objective = createObjective(task, loss, output);
    expect(logits.map((z) => leaning(z, objective))).toEqual(expected);
  });
});

test('undecided points, and what is not a number, leave the paper as it is', () => {
  expect(pixel(0)[3]).toBe(0);
  expect(pixel(NaN)[3]).toBe(0);
});

test('colour tells the class, opacity the distance from ½', () => {
  const shares = [0.5, 0.6, 0.7, 0.8, 0.9, 0.99];
  const ones = shares.map((p) => pixel(logit(p)));
  const zeros = shares.map((p) => pixel(logit(1 - p)));
  expect(new Set(ones.slice(1).map((c) => c.slice(0, 3).join())).size).toBe(1);
  expect(ones[1]!.slice(0, 3)).not.toEqual(zeros[1]!.slice(0, 3));
  expect(ones.map((c) => c[3])).toEqual(zeros.map((c) => c[3]));
  const opacity = ones.map((c) => c[3]!);
  expect(opacity).toEqual(opacity.toSorted((a, b) => a - b));
  expect(new Set(opacity).size).toBe(shares.length);
});

test('pixels are written into a given array', () => {
  const pixels = new Uint8ClampedArray(8);
  expect(surfacePixels([1, -1], entropy, pixels)).toBe(pixels);
  expect(pixels.some((value) => value > 0)).toBe(true);
});

describe.each([
  ['light', '#fbf8f2'],
  ['dark', '#1c1a18'],
])('on %s paper', (_name, paper) => {
  const seen = (z: number): RGBColor => {
    const [r, g, b, a] = pixel(z) as [number, number, number, number];
    const under = rgb(paper);
    const blend = (over: number, base: number) => (over * a + base * (255 - a)) / 255;
    return rgb(blend(r, under.r), blend(g, under.g), blend(b, under.b));
  };
  const shares = [0.55, 0.65, 0.75, 0.85, 0.95, 0.999];

  test('both classes are equally far from the paper at every share', () => {
    for (const p of shares) {
      const [one, zero] = [lab(seen(logit(p))), lab(seen(logit(1 - p)))];
      expect(Math.abs(one.l - zero.l), `p = ${p}`).toBeLessThan(2);
    }
  });

  test('lightness goes in even steps', () => {
    for (const side of [1, -1]) {
      const steps = [0.5, 0.6, 0.7, 0.8, 0.9, 1].map((p) => lab(seen(side * logit(p))).l);
      const differences = steps.slice(1).map((l, i) => Math.abs(l - steps[i]!));
      const [least, most] = [Math.min(...differences), Math.max(...differences)];
      expect(most / least).toBeLessThan(1.5);
    }
  });

  test.each(Object.entries(colourVisions))('the classes differ for %s', (_vision, matrix) => {
    const [zero, one] = [-9, 9].map((z) => lab(simulate(seen(z), matrix)));
    expect(Math.hypot(zero!.l - one!.l, zero!.a - one!.a, zero!.b - one!.b)).toBeGreaterThan(25);
  });
});

/** Colours as a dichromat sees them: Machado, Oliveira and Fernandes (2009), severity 1. */
const colourVisions = {
  trichromats: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopes: [
    0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998,
  ],
  deuteranopes: [
    0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881,
  ],
  tritanopes: [
    1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039,
  ],
};

function simulate({ r, g, b }: RGBColor, m: number[]): RGBColor {
  const linear = [r, g, b].map((v) =>
    v <= 10.31475 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4,
  );
  const [red, green, blue] = [0, 3, 6].map((row) => {
    const v = Math.max(
      0,
      m[row]! * linear[0]! + m[row + 1]! * linear[1]! + m[row + 2]! * linear[2]!,
    );
    return 255 * (v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055);
  });
  return rgb(red!, green!, blue!);
}
