import { expect, test } from 'vitest';
import { readCsv } from './csv.ts';
import { mostPoints } from './limits.ts';
import { ownReach } from '#nn/own-data.ts';

const read = (text: string) => readCsv(text, 1);

test('three columns with a heading, classes as words', () => {
  const { data, bad, classes } = read('x1,x2,species\n1,2,cat\n-1,0.5,dog\n3,-2,"cat"\n');
  expect(bad).toEqual([]);
  expect(classes).toEqual(['cat', 'dog']);
  expect(data).toEqual({
    task: { kind: 'classes', classes: 2 },
    dimensions: 2,
    inputs: [1, -1, 3, 2, 0.5, -2],
    targets: [0, 1, 0],
  });
});

test('classes as numbers are sorted: −1 comes before 1', () => {
  expect(read('1,2,1\n3,1,-1').data!.targets).toEqual([1, 0]);
});

test('two columns are x and the value to predict', () => {
  const { data } = read('0;0,5\n1;-1\n-1,5;1');
  expect(data).toEqual({
    task: { kind: 'values' },
    dimensions: 1,
    inputs: [0, 1, -1.5],
    targets: [0.5, -1, 1],
  });
});

test('many different numbers in the third column are values', () => {
  expect(read('1,2,0.1\n1,1,0.7\n0,1,1.9\n1,0,-2').data!.task).toEqual({ kind: 'values' });
});

test('a bad row is named by its line, and the others stay', () => {
  const { data, bad, rows } = read('x,y,class\n1,2,a\n\n1,two,b\n3,4\n5,5,\n2,2,b\n');
  expect(bad).toEqual([
    { line: 4, reason: 'notNumber', value: 'two' },
    { line: 5, reason: 'columns', value: '3, 4' },
    { line: 6, reason: 'noTarget', value: '5, 5, ' },
  ]);
  expect(rows).toBe(2);
  expect(data!.targets).toEqual([0, 1]);
});

test('numbers that would not fit the picture are shifted and stretched', () => {
  const { data, scaled } = read('1000,1,a\n2000,2,b\n3000,3,a');
  expect(scaled).toBe(true);
  const [x1, ...rest] = data!.inputs.slice(0, 3);
  expect(x1).toBeCloseTo(-0.85 * ownReach.classes, 3);
  expect(rest[0]).toBe(0);
  expect(data!.inputs.slice(3)).toEqual([1, 2, 3]);
});

test('of 100,000 rows a sample is used, the same each time', () => {
  const text = Array.from({ length: 100_000 }, (_, k) => `${k % 5},${k % 3},${k % 2}`).join('\n');
  const { data, rows } = read(text);
  expect(rows).toBe(100_000);
  expect(data!.targets).toHaveLength(mostPoints);
  expect(new Set(data!.targets).size).toBe(2);
  expect(read(text).data).toEqual(data);
});

test.each([
  ['', 'empty'],
  ['x,y,class', 'empty'],
  ['a,b\n', 'empty'],
  ['1,2,3,4\n5,6,7,8', 'columns'],
  ['1\n2', 'columns'],
  ['1,2,a\n1,2,b\n1,2,c\n1,2,d', 'classes'],
])('nothing can be learned from %j', (text, failure) => {
  const table = read(text);
  expect(table.failure).toBe(failure);
  expect(table.data).toBeUndefined();
});

test('one class only is data, too', () => {
  expect(read('1,2,a\n2,3,a').data!.task).toEqual({ kind: 'classes', classes: 2 });
});
