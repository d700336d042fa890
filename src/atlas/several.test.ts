/** Every statement on the pages of the functions that take more than one number, checked by numbers. */
import { describe, expect, test } from 'vitest';
import { activations, bind, getActivation } from '#activations/index.ts';
import { contains } from '#activations/sets.ts';
import type {
  Activation,
  Elementwise,
  GatedActivation,
  MaxoutActivation,
  VectorActivation,
} from '#activations/types.ts';
import { messagesFor } from '#i18n/messages.ts';
import { mulberry32, uniform } from '#nn/random.ts';
import { severalRows, type statements } from './several.ts';
import { sliceById } from './slice.ts';
import { gateOf } from './strands.ts';
import { traitsOf } from './traits.ts';

const random = mulberry32(7);
const number = (size = 6) => uniform(random, -size, size);
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const logits = () => Array.from({ length: 2 + Math.floor(random() * 4) }, () => number());
const repeatedly = (check: () => void) => {
  for (let i = 0; i < 200; i++) check();
};

/** What both functions of a vector have in common, by their outputs and by the shares that these stand for. */
function ofVector({ f, jacobian }: VectorActivation) {
  return {
    shift(z: number[]) {
      f(z.map((entry) => entry + 3.5)).forEach((value, i) =>
        expect(value).toBeCloseTo(f(z)[i]!, 12),
      );
    },
    order(z: number[]) {
      const byLogit = z.map((_, i) => i).sort((a, b) => z[a]! - z[b]!);
      const inOrder = byLogit.map((i) => f(z)[i]!);
      expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
    },
    own: (z: number[]) => z.map((_, i) => jacobian(z)[i]![i]!),
    others: (z: number[]) =>
      z.flatMap((_, i) => z.flatMap((_, j) => (i === j ? [] : [jacobian(z)[i]![j]!]))),
    /** Between −h and h, in every direction, the slopes agree: nothing jumps. */
    smoothness(z: number[]) {
      const near = z.map((entry) => entry + 1e-9);
      near[0]! += 1e-9;
      jacobian(z).forEach((row, i) =>
        row.forEach((slope, j) => expect(jacobian(near)[i]![j]).toBeCloseTo(slope, 7)),
      );
    },
  };
}

const softmax: VectorActivation = activations.softmax;
const logSoftmax: VectorActivation = activations['log-softmax'];
const maxout: MaxoutActivation = activations.maxout;
const [shares, logs] = [ofVector(softmax), ofVector(logSoftmax)];

const ofSoftmax: Record<(typeof statements)['softmax'][number], (z: number[]) => void> = {
  range: (z) => expect(softmax.f(z).every((p) => p > 0 && p < 1)).toBe(true),
  sum(z) {
    expect(sum(softmax.f(z))).toBeCloseTo(1, 12);
    z.forEach((_, j) => expect(sum(softmax.jacobian(z).map((row) => row[j]!))).toBeCloseTo(0, 12));
  },
  shift: shares.shift,
  order: shares.order,
  ownSlope(z) {
    const p = softmax.f(z);
    shares.own(z).forEach((slope, i) => expect(slope).toBeCloseTo(p[i]! * (1 - p[i]!), 12));
    expect(shares.own(z).every((slope) => slope > 0 && slope <= 0.25)).toBe(true);
    expect(shares.own([0, 0])).toEqual([0.25, 0.25]);
  },
  otherSlopes(z) {
    const p = softmax.f(z);
    expect(softmax.jacobian(z)[0]![1]).toBeCloseTo(-p[0]! * p[1]!, 12);
    expect(shares.others(z).every((slope) => slope < 0 && slope >= -0.25)).toBe(true);
    expect(shares.others([0, 0])).toEqual([-0.25, -0.25]);
  },
  smoothness: shares.smoothness,
};

const ofLogSoftmax: Record<(typeof statements)['log-softmax'][number], (z: number[]) => void> = {
  range: (z) => expect(logSoftmax.f(z).every((value) => value < 0)).toBe(true),
  sum: (z) => expect(sum(logSoftmax.f(z).map(Math.exp))).toBeCloseTo(1, 12),
  shift: logs.shift,
  order(z) {
    logs.order(z);
    const out = logSoftmax.f(z);
    expect(out[0]! - out[1]!).toBeCloseTo(z[0]! - z[1]!, 12);
  },
  ownSlope(z) {
    const p = softmax.f(z);
    logs.own(z).forEach((slope, i) => expect(slope).toBeCloseTo(1 - p[i]!, 12));
    expect(logs.own(z).every((slope) => slope > 0 && slope < 1)).toBe(true);
    expect(logs.own([-20, 0])[0]).toBeCloseTo(1, 8);
  },
  otherSlopes(z) {
    const p = softmax.f(z);
    logSoftmax
      .jacobian(z)
      .forEach((row, i) =>
        row.forEach((slope, j) => i !== j && expect(slope).toBeCloseTo(-p[j]!, 12)),
      );
    expect(logs.others(z).every((slope) => slope < 0 && slope > -1)).toBe(true);
  },
  smoothness: logs.smoothness,
};

/** Three lines anywhere, and the largest of them. */
function unit() {
  const values = Object.fromEntries(sliceById('maxout').fixed.map(({ name }) => [name, number(2)]));
  const [h] = sliceById('maxout').lines(values);
  return { h: h!, weights: [values['w1']!, values['w2']!, values['w3']!] };
}

const ofMaxout: Record<(typeof statements)['maxout'][number], () => void> = {
  shape() {
    const { h } = unit();
    const [a, b] = [number(), number()];
    expect(h.f((a + b) / 2)).toBeLessThanOrEqual((h.f(a) + h.f(b)) / 2 + 1e-12);
    // Straight wherever no corner lies between.
    if (h.kinks.every((kink) => kink < Math.min(a, b) || kink > Math.max(a, b)))
      expect(h.f((a + b) / 2)).toBeCloseTo((h.f(a) + h.f(b)) / 2, 12);
  },
  corners: () => expect(unit().h.kinks.length).toBeLessThanOrEqual(2),
  slope() {
    const { h, weights } = unit();
    const slopes = [number(), number()].sort((a, b) => a - b).map(h.df);
    expect(slopes[0]).toBeLessThanOrEqual(slopes[1]!);
    for (const slope of slopes) {
      expect(slope).toBeGreaterThanOrEqual(Math.min(...weights));
      expect(slope).toBeLessThanOrEqual(Math.max(...weights));
    }
  },
  gradient() {
    const z = [number(), number(), number(), number()];
    expect(maxout.gradient(z)).toEqual(z.map((entry) => (entry === maxout.f(z) ? 1 : 0)));
  },
  saturation() {
    const { h, weights } = unit();
    expect(h.df(-1e9)).toBe(Math.min(...weights));
    expect(h.df(1e9)).toBe(Math.max(...weights));
  },
  smoothness() {
    const { h } = unit();
    for (const kink of h.kinks) {
      expect(h.f(kink - 1e-9)).toBeCloseTo(h.f(kink + 1e-9), 7);
      expect(h.df(kink - 1e-6)).toBeLessThan(h.df(kink + 1e-6));
    }
  },
};

function ofGated(activation: GatedActivation) {
  const { f, gradient } = activation;
  const gate = getActivation(activation.gate) as Elementwise;
  const { f: g, facts } = bind(gate);
  const checks: Record<(typeof statements)['gated'][number], () => void> = {
    inV() {
      const [u, a, b] = [number(), number(), number()];
      expect(f(a + b, u)).toBeCloseTo(f(a, u) + f(b, u), 12);
      expect(gradient(a, u)[0]).toBe(g(u));
    },
    inU() {
      const [v, u] = [number(), number()];
      expect(f(v, u)).toBeCloseTo(v * f(1, u), 12);
      expect(f(1, u)).toBe(g(u));
    },
    gateRange: () =>
      expect(contains(facts.range, gradient(number(), number())[0], 1e-12)).toBe(true),
    slopeU() {
      const v = number();
      expect(contains(facts.slopeRange, gradient(v, number())[1] / v, 1e-12)).toBe(true);
      expect(gradient(0, number())[1]).toBeCloseTo(0, 15);
    },
    sign() {
      const [v, u] = [number(), number()];
      expect(f(-v, u)).toBeCloseTo(-f(v, u), 15);
    },
    smoothness() {
      const kinks = sliceById(activation.id).lines({ v: number() })[0]!.kinks;
      expect(kinks.length > 0).toBe(
        traitsOf(gateOf(activation) as Elementwise).smoothness === 'c0',
      );
    },
  };
  return checks;
}

describe.each([
  ['softmax', ofSoftmax],
  ['log-softmax', ofLogSoftmax],
] as const)('%s', (_id, checks) => {
  test.each(Object.entries(checks))('%s', (_name, check) => repeatedly(() => check(logits())));
});

const gated = Object.values(activations).filter((a) => a.kind === 'gated');
describe.each([
  ['maxout', ofMaxout] as const,
  ...gated.map((activation) => [activation.id, ofGated(activation)] as const),
])('%s', (_id, checks) => {
  test.each(Object.entries(checks))('%s', (_name, check) => repeatedly(check));
});

test('every statement has its words, filled in', () => {
  const t = messagesFor('en');
  for (const activation of Object.values<Activation>(activations)) {
    if (activation.kind === 'elementwise') continue;
    for (const { term, text } of severalRows(activation, t)) {
      expect(term, activation.id).not.toBe('');
      expect(text, activation.id).not.toMatch(/\{[a-z]|undefined|NaN/);
    }
  }
  const row = (id: 'glu' | 'reglu', term: string) =>
    severalRows(activations[id], t).find((one) => one.term === term)?.text;
  expect(row('glu', 'Range of the gate')).toMatch(/^\(0, 1\)/);
  expect(row('reglu', 'Smoothness')).toMatch(/C⁰/);
});
