/** Points from a table of a reader's own: CSV, or what a spreadsheet puts on the clipboard. */
import Papa from 'papaparse';
import { shuffle, stream } from '#nn/random.ts';
import type { OwnData } from '#nn/own-data.ts';
import type { Task } from '#nn/points.ts';
import { mostPoints } from './limits.ts';
import { fitting } from './own-data.ts';

/** A row that could not be used. */
export interface BadRow {
  /** Of the file, from 1. */
  readonly line: number;
  readonly reason: 'columns' | 'notNumber' | 'noTarget';
  /** What stands there. */
  readonly value: string;
}

export interface CsvTable {
  /** Absent when nothing can be learnt from the table: see `failure`. */
  readonly data?: OwnData;
  readonly failure?: 'empty' | 'columns' | 'classes';
  /** Rows with points; `data` holds a sample when there are more than `mostPoints`. */
  readonly rows: number;
  readonly bad: readonly BadRow[];
  /** The names of the classes, as they stand in the table. */
  readonly classes: readonly string[];
  /** Columns were shifted and stretched to fit the picture. */
  readonly scaled: boolean;
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** More classes than these have no colour of their own. */
const mostClasses = 3;

/**
 * Reads two columns as x and the value to predict, three as x₁, x₂ and a class or a value. Words are
 * classes; so are up to three different whole numbers. A first row without numbers is a heading.
 *
 * @param seed Decides which rows are used when there are too many.
 */
export function readCsv(text: string, seed: number): CsvTable {
  const { rows, decimalComma } = parseRows(text);
  const width = commonWidth(rows);
  const nothing = { rows: 0, bad: [], classes: [], scaled: false };
  if (rows.length === 0) return { ...nothing, failure: 'empty' };
  if (width < 2 || width > 3) return { ...nothing, failure: 'columns' };
  const number = (cell: string) => {
    const text = decimalComma ? cell.replace(',', '.') : cell;
    return text === '' ? NaN : Number(text);
  };
  const inputColumns = width - 1;
  const isHeading = rows[0]!.cells.slice(0, inputColumns).every((c) => Number.isNaN(number(c)));
  const bad: BadRow[] = [];
  const good: { inputs: number[]; target: string }[] = [];
  for (const { line, cells } of isHeading ? rows.slice(1) : rows) {
    if (cells.length !== width) {
      bad.push({ line, reason: 'columns', value: cells.join(', ') });
      continue;
    }
    const inputs = cells.slice(0, inputColumns).map(number);
    const wrong = inputs.findIndex((value) => !Number.isFinite(value));
    const target = cells[inputColumns]!;
    if (wrong >= 0) bad.push({ line, reason: 'notNumber', value: cells[wrong]! });
    else if (target === '') bad.push({ line, reason: 'noTarget', value: cells.join(', ') });
    else if (width === 2 && !Number.isFinite(number(target)))
      bad.push({ line, reason: 'notNumber', value: target });
    else good.push({ inputs, target });
  }
  if (good.length === 0) return { ...nothing, bad, failure: 'empty' };

  const names =
    width === 3
      ? classNames(
          good.map(({ target }) => target),
          number,
        )
      : undefined;
  if (names && names.length > mostClasses)
    return { ...nothing, rows: good.length, bad, classes: names, failure: 'classes' };
  const task: Task = names
    ? { kind: 'classes', classes: Math.max(2, names.length) }
    : { kind: 'values' };
  const kept = sample(good.length, seed).map((at) => good[at]!);
  const columns = Array.from({ length: inputColumns }, (_, d) => kept.map((row) => row.inputs[d]!));
  const targets = kept.map(({ target }) => (names ? names.indexOf(target) : number(target)));
  const { data, scaled } = fitting(task, columns, targets);
  return { data, rows: good.length, bad, classes: names ?? [], scaled };
}

/** Rows that are not empty, with their lines in the file. */
function parseRows(text: string): { rows: Row[]; decimalComma: boolean } {
  const { data, meta } = Papa.parse<string[]>(text.trimEnd());
  let line = 1;
  const rows: Row[] = [];
  for (const raw of data) {
    const cells = raw.map((cell) => cell.trim());
    if (cells.some((cell) => cell !== '')) rows.push({ line, cells });
    // A cell in quotes may span lines.
    line += 1 + raw.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);
  }
  return { rows, decimalComma: meta.delimiter !== ',' };
}

/** The number of columns that most rows have. */
function commonWidth(rows: readonly Row[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
}

/** The classes that a column names, in order; `undefined` where it holds values to predict. */
function classNames(
  column: readonly string[],
  number: (cell: string) => number,
): string[] | undefined {
  const names = [...new Set(column)];
  const numbers = names.map(number);
  if (!numbers.every(Number.isFinite)) return names;
  const whole = numbers.every(Number.isInteger) && names.length <= mostClasses;
  return whole ? names.sort((a, b) => number(a) - number(b)) : undefined;
}

/** Places of the rows to use, in order: all of them, or a random sample. */
function sample(count: number, seed: number): number[] {
  const places = Uint32Array.from({ length: count }, (_, k) => k);
  if (count <= mostPoints) return [...places];
  shuffle(places, stream(seed, 'split'));
  return [...places.subarray(0, mostPoints).sort()];
}
