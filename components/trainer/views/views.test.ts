import { describe, expect, test } from 'vitest';
import { fill } from '#i18n/fill.ts';
import { noteDead, type DeadUnits } from '#inside/dead-units.ts';
import type { Inside } from '#inside/types.ts';
import messages from '../../../content/en/messages/views.json' with { type: 'json' };
import type { Say } from '../words.ts';
import { summary } from './dead-parts.ts';
import { listed, short } from './parts.ts';
import { neighbour } from './roving.ts';

const say: Say = (key, values = {}) =>
  fill((messages as Record<string, string>)[`view.${key}`]!, values);

describe('what is said of dead units', () => {
  const inside = (epoch: number, dead: number[], flat = dead) =>
    ({ epoch, layers: [{ units: 4, dead, flat }, { units: 1 }] }) as unknown as Inside;
  const told = (...looks: Inside[]) => {
    const dead = looks.reduce<DeadUnits | undefined>(noteDead, undefined)!;
    return summary(dead, looks.at(-1)!, say);
  };

  test('none', () => {
    expect(told(inside(0, []), inside(7, []))).toBe(
      'None of the 4 hidden units is dead at epoch 7.',
    );
  });

  test('which, since when, and that none came back', () => {
    expect(told(inside(0, [3]), inside(7, [1, 3]))).toBe(
      '2 of the 4 hidden units are dead at epoch 7: layer 1, unit 4 (from the start), layer 1, unit 2 (since epoch 7). No unit that died has come back.',
    );
  });

  test('which came back', () => {
    expect(told(inside(0, []), inside(2, [1]), inside(5, []))).toMatch(
      /^None .* Once a dead unit came back: layer 1, unit 2 \(dead from epoch 2 to 5\)\.$/,
    );
  });

  test('that a unit is cut off, not flat', () => {
    expect(told(inside(0, [2], []))).toMatch(/One of them still responds/);
  });

  test('that nobody looked before the first look', () => {
    expect(told(inside(40, [2]))).toMatch(/since epoch 40 or earlier/);
  });
});

test('long lists end with how many more there are', () => {
  const items = Array.from({ length: 20 }, (_, i) => String(i));
  expect(listed(items, say, 3)).toBe('0, 1, 2 and 17 more');
  expect(listed(items.slice(0, 4), say, 3)).toBe('0, 1, 2, 3');
});

test.each([
  [0, '0'],
  [-0.12345, '−0.123'],
  [1234.5, '1230'],
  [0.000597, '5.97 · 10⁻⁴'],
  [-3e-9, '−3 · 10⁻⁹'],
  [NaN, '–'],
])('%d reads %s', (value, text) => expect(short(value)).toBe(text));

describe('arrow keys', () => {
  const places = [
    { x: 0, y: 0 },
    { x: 0, y: 10 },
    { x: 5, y: 2 },
    { x: 5, y: 12 },
  ];

  test.each([
    [0, 'ArrowDown', 1],
    [0, 'ArrowRight', 2],
    [1, 'ArrowRight', 3],
    [3, 'ArrowLeft', 1],
    [3, 'ArrowUp', 2],
    [0, 'ArrowUp', 0],
    [2, 'a', 2],
  ])('from %d by %s to %d', (from, key, to) => expect(neighbour(places, from, key)).toBe(to));
});
