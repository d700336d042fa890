import { describe, expect, test } from 'vitest';
import { mulberry32 } from '#nn/random.ts';
import { differences, leastRuns } from './agreement.ts';
import type { Sample } from './sample.ts';

const sample = (values: readonly number[]): Sample => ({
  values,
  failed: values.map((value) => value === Infinity),
});

/** 100 runs: 10 never, the others after 11, 12, … 100 epochs. */
const epochs = Array.from({ length: 100 }, (_, k) => (k < 10 ? Infinity : k + 1));
const against = (values: readonly number[]) => differences(sample(values), sample(epochs));

describe('the reader’s runs', () => {
  test('agree when they are the recorded ones', () => {
    expect(against(epochs)).toEqual([]);
  });

  test('differ when half of them are faster than three quarters of the record', () => {
    expect(against(epochs.map((n) => n / 3))).toEqual([
      expect.objectContaining({ kind: 'median', lowerQuartile: 35.75 }),
    ]);
  });

  test('differ when many more of them fail', () => {
    const found = against(epochs.map((n) => (n > 60 ? Infinity : n)));
    expect(found).toContainEqual({ kind: 'failed', share: 0.5, recorded: 0.1 });
  });

  test('may all fail where all failed', () => {
    const never = Array.from({ length: 100 }, () => Infinity);
    expect(differences(sample(never.slice(50)), sample(never))).toEqual([]);
    expect(differences(sample(epochs), sample(never))).toHaveLength(2);
  });

  test('seldom differ by chance alone, even when they are few', () => {
    const random = mulberry32(1);
    const draw = () => epochs[Math.floor(random() * epochs.length)]!;
    const falseAlarms = Array.from({ length: 1000 }, () =>
      against(Array.from({ length: leastRuns }, draw)),
    ).filter((found) => found.length > 0);
    expect(falseAlarms.length).toBeLessThan(20);
  });
});
