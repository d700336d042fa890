import { describe, expect, test } from 'vitest';
import { activations } from '#activations/index.ts';
import type { Activation } from '#activations/types.ts';
import { messagesFor, type MessageKey } from '#i18n/messages.ts';
import { decodeState, encodeState, initialState } from '#state/fragment.ts';
import {
  readings,
  sceneOf,
  sliceFields,
  spokenPoint,
  tableHead,
  tableRows,
  toCsv,
  type Say,
} from './slice-scene.ts';
import { hasSlope, sliceById, sliceOf } from './slice.ts';

const t = messagesFor('en');
const say: Say = (key, values) => t(key as MessageKey, values);
const several = Object.values<Activation>(activations).filter((a) => a.kind !== 'elementwise');
const initial = (id: string) =>
  initialState(sliceFields(sliceById(id), 1, 0.01)) as Record<string, number>;

test('a function of one number is no slice', () => {
  expect(() => sliceById('relu')).toThrow('ReLU takes one number');
});

describe.each(several.map((activation) => [activation.id, activation] as const))('%s', (id, a) => {
  const slice = sliceOf(a);
  const fields = sliceFields(slice, 1, 0.01);

  /** The initial setting, and every slider at both ends. */
  const settings = [
    initial(id),
    ...slice.fixed.flatMap(({ name, min, max }) =>
      [min, max].map((value) => ({ ...initial(id), [name]: value })),
    ),
  ];

  test('each drawn slope is the derivative of its value, for every setting', () => {
    const h = 1e-5;
    for (const values of settings) {
      for (const line of slice.lines(values)) {
        for (let x = slice.moving.min + 0.013; x < slice.moving.max; x += 0.37) {
          if (line.kinks.some((kink) => Math.abs(kink - x) < 2 * h)) continue;
          const slope = (line.f(x + h) - line.f(x - h)) / (2 * h);
          expect(line.df(x), `${line.label} at ${x}`).toBeCloseTo(slope, 6);
        }
      }
    }
  });

  test('the picture shows some of every curve', () => {
    const { min, max } = slice.moving;
    const xs = Array.from({ length: 25 }, (_, i) => min + ((max - min) * i) / 24);
    for (const { label, f } of slice.lines(initial(id))) {
      const seen = xs.filter((x) => f(x) >= slice.y[0] && f(x) <= slice.y[1]);
      expect(seen.length, label).toBeGreaterThan(8);
    }
  });

  test('every slider stands on one of its steps, and what a link says is checked', () => {
    expect(decodeState(fields, encodeState(fields, initialState(fields))).problems).toEqual([]);
    for (const { name, min, step, initial: value } of slice.fixed)
      expect((value - min) / step, name).toBeCloseTo(Math.round((value - min) / step), 9);
    const { state, problems } = decodeState(fields, `${slice.moving.name}=99&derivative=0`);
    expect(state[slice.moving.name]).toBe(slice.moving.max);
    expect(state['derivative']).toBe(false);
    expect(problems.map(({ reason }) => reason)).toEqual(['outOfRange']);
  });

  test('what is read, heard and tabulated has a place for every number', () => {
    const scene = sceneOf(slice, initialState(fields));
    const width = slice.more ? 3 : 2;
    expect(readings(scene, say).map(({ length }) => length)).toEqual(scene.lines.map(() => width));
    expect(spokenPoint(scene, say)).toMatch(/^\S+ = 1\.00: .* slope /);
    for (const row of tableRows(scene)) expect(row).toHaveLength(tableHead(scene).length);
    const csv = toCsv(scene).trim().split('\n');
    expect(csv).toHaveLength(242);
    expect(csv[1]!.split(',').every((text) => Number.isFinite(Number(text)))).toBe(true);
  });
});

const kinksOf = (id: string, values = {}) =>
  sliceById(id).lines({ ...initial(id), ...values })[0]!.kinks;

test('the corners of maxout are where the line on top changes', () => {
  expect(kinksOf('maxout')).toEqual([-1.25, 1.75]);
  // The middle line sinks below the others: one corner is left, and none where all are parallel.
  expect(kinksOf('maxout', { b2: -3 })).toEqual([0.25]);
  expect(kinksOf('maxout', { w1: 1, w2: 1, w3: 1 })).toEqual([]);
  // Three lines in one corner.
  expect(kinksOf('maxout', { b1: 0, b2: 0, b3: 0 }).map(Math.abs)).toEqual([0]);
});

test('at a kink no slope is claimed; with v = 0 there is none', () => {
  const [line] = sliceById('reglu').lines({ v: 2 });
  expect([hasSlope(line!, 0), hasSlope(line!, 0.01)]).toEqual([false, true]);
  expect(kinksOf('reglu', { v: 0 })).toEqual([]);
  const scene = sceneOf(sliceById('reglu'), { ...initial('reglu'), u: 0 });
  expect(readings(scene, say)[0]![1]).toMatch(/^none: a kink/);
});

test('the gradient of maxout goes to the line on top, the slope in v is the gate', () => {
  const reading = (id: string, state: object) =>
    readings(sceneOf(sliceById(id), { ...initial(id), ...state }), say).map((row) => row.at(-1));
  expect(reading('maxout', { x: 0 })).toEqual(['', '0.000', '1.000', '0.000']);
  expect(reading('glu', { u: 0, v: -2 })).toEqual(['0.500']);
});
