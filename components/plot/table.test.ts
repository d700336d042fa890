import { expect, test } from 'vitest';
import { curveOf } from '#figures/curve.ts';
import type { Say } from '#figures/describe.ts';
import { tableRows, toCsv } from './table.ts';

const say: Say = (key, values) => [key, ...Object.values(values ?? {})].join(' ');
const x = [-6, 6] as const;

test('a kink is marked in the table as it is in the read-out', () => {
  const rows = tableRows([curveOf('relu'), curveOf('tanh')], x, say);
  expect(rows.find(([z]) => z === '0')).toEqual(['0', '0.000', 'kink 0', '0.000', '1.000']);
});

test('in a file the slopes stay numbers, and a last column tells of the kink', () => {
  const lines = toCsv([curveOf('relu'), curveOf('prelu')], x, say).split('\n');
  expect(lines[0]).toBe("z,relu,relu',prelu,prelu',remark");
  expect(lines).toContain("0,0,0,0,0.25,relu': kink 0; prelu': kink 0.25");
  expect(lines.at(-2)).toBe('6,6,1,6,1,');
  expect(toCsv([curveOf('tanh')], x, say)).toMatch(/^z,tanh,tanh'\n/);
});

test('the table stands at whole numbers where there are not too many', () => {
  const zs = (from: number, to: number) =>
    tableRows([curveOf('relu')], [from, to], say).map(([z]) => z);
  expect(zs(-5, 3)).toEqual(['−5', '−4', '−3', '−2', '−1', '0', '1', '2', '3']);
  expect(zs(-1, 1)).toHaveLength(13);
});
