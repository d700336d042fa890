import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import type { EpochRecord } from '#nn/train.ts';
import { frameX, frameY } from './frame.ts';
import { lossFrame, sameAxes } from './loss-chart-axes.ts';
import { moveLossCurves } from './loss-chart-curves.ts';
import { lossChart } from './loss-chart.ts';
import { renderStatic } from './render-static.ts';

const labels = { x: 'epoch', y: 'loss', train: 'training', test: 'test' };

const record = (epoch: number, train: number, test: number): EpochRecord => ({
  epoch,
  train: { loss: train, accuracy: 1 },
  test: { loss: test, accuracy: 1 },
});

/** Losses that fall from 1.4, the test loss a little above the other. */
const falling = (epochs: number) =>
  Array.from({ length: epochs + 1 }, (_, e) => record(e, 1.4 / (1 + e), 1.4 / (1 + e) + 0.02));

function draw(history: EpochRecord[], frame = lossFrame(history, 'narrow')) {
  const { document } = parseHTML(renderStatic(lossChart(history, frame, labels)));
  const group = document.querySelector('.losses')!;
  const [train, test] = [...group.querySelectorAll('path')].map((path) => path.getAttribute('d')!);
  const [trainLabel, testLabel] = [...group.querySelectorAll('text')].map((text) => ({
    text: text.textContent,
    x: Number(text.getAttribute('x')),
    y: Number(text.getAttribute('y')),
  }));
  const words = [...document.querySelectorAll('text')].map((text) => text.textContent);
  return {
    frame,
    group,
    train: train!,
    test: test!,
    trainLabel: trainLabel!,
    testLabel: testLabel!,
    words,
  };
}

const corners = (path: string) => path.split(/[ML]/).length - 1;

describe('the axes', () => {
  test('grow in steps, and stand still between them', () => {
    const at = (epochs: number) => lossFrame(falling(epochs), 'wide').x[1];
    expect([0, 50, 51, 100, 400, 401].map(at)).toEqual([50, 50, 100, 100, 400, 800]);
    expect(sameAxes(lossFrame(falling(51), 'wide'), lossFrame(falling(100), 'wide'))).toBe(true);
    expect(sameAxes(lossFrame(falling(50), 'wide'), lossFrame(falling(51), 'wide'))).toBe(false);
  });

  test('begin at 0, hold the largest loss, and do not follow one that runs away', () => {
    const y = (loss: number) => lossFrame([record(0, 0.1, loss)], 'wide').y;
    expect([0.3, 1, 1.01, 2.5, 9, 1e118].map(y)).toEqual([
      [0, 1],
      [0, 1],
      [0, 1.5],
      [0, 3],
      [0, 10],
      [0, 10],
    ]);
  });
});

test('a curve goes past every epoch, and has no more corners than that takes', () => {
  const history = falling(20);
  const { frame, train } = draw(history);
  const line = train
    .split(/[ML]/)
    .slice(1)
    .map((place) => place.split(' ').map(Number));
  expect(line.length).toBeLessThan(21);
  for (const {
    epoch,
    train: { loss },
  } of history) {
    const [x, y] = [frameX(frame)(epoch), frameY(frame)(loss)];
    const next = Math.max(
      1,
      line.findIndex(([to]) => to! >= x - 0.1),
    );
    const [[ax, ay], [bx, by]] = [line[next - 1]!, line[next]!] as [number[], number[]];
    expect(Math.abs(ay! + ((x - ax!) / (bx! - ax!)) * (by! - ay!) - y)).toBeLessThan(0.5);
  }
});

test('both curves are named at their ends, and the axes by their symbols', () => {
  const { frame, trainLabel, testLabel, words } = draw(falling(20));
  expect([trainLabel.text, testLabel.text]).toEqual(['training', 'test']);
  expect(words).toEqual(expect.arrayContaining(['epoch', 'loss', '0', '20', '40']));
  for (const { x } of [trainLabel, testLabel]) expect(x).toBeCloseTo(frameX(frame)(20) + 6, 0);
});

test.each([
  ['at the bottom', [record(0, 1, 1), record(1, 0, 0)]],
  ['at the top', [record(0, 1, 1), record(1, 1e118, 1e117)]],
  ['in between', [record(0, 1, 1), record(1, 0.5, 0.51)]],
])('labels %s stay apart and inside', (_where, history) => {
  const { frame, trainLabel, testLabel } = draw(history);
  expect(Math.abs(trainLabel.y - testLabel.y)).toBeGreaterThanOrEqual(16);
  for (const { y } of [trainLabel, testLabel]) {
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(frameY(frame)(0));
  }
});

test('the higher curve has the higher label', () => {
  const { trainLabel, testLabel } = draw([record(0, 1, 1), record(1, 0.2, 0.8)]);
  expect(testLabel.y).toBeLessThan(trainLabel.y);
});

test('a loss that runs away leaves the picture at its top', () => {
  const { frame, test: path } = draw([record(0, 1, 1), record(1, 1, 1e118), record(2, 1, 2)]);
  const heights = path
    .split(/[ML]/)
    .slice(1)
    .map((corner) => Number(corner.split(' ')[1]));
  for (const y of heights) expect(y).toBeGreaterThanOrEqual(frame.margin.top);
  expect(Math.min(...heights)).toBe(frame.margin.top);
});

test('a long history is thinned, and keeps its last epoch', () => {
  const { frame, test: path } = draw(falling(3001));
  expect(corners(path)).toBeLessThan(310);
  const last = path.split('L').at(-1)!.split(' ').map(Number);
  expect(last[0]).toBeCloseTo(frameX(frame)(3001), 0);
});

test('moving the curves gives what drawing them anew would give', () => {
  const [short, long] = [falling(5), falling(30)];
  const frame = lossFrame(long, 'narrow');
  const { group } = draw(short, frame);
  moveLossCurves(group, long, frame);
  expect(group.outerHTML).toBe(draw(long, frame).group.outerHTML);
});

test('the first epoch alone is a dot', () => {
  expect(draw(falling(0)).train).toMatch(/^M[\d. ]+h\.1$/);
});

test('without a record there is nothing to see', () => {
  const { train, test, group } = draw([]);
  expect([train, test]).toEqual(['', '']);
  expect(group.querySelectorAll('[visibility=hidden]')).toHaveLength(2);
});
