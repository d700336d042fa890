import { expect, test } from 'vitest';
import { frameX, frameY } from '#figures/frame.ts';
import { initialState } from '#state/fragment.ts';
import { namesAt } from './slice-labels.ts';
import { sceneOf, sliceFields, sliceFrames } from './slice-scene.ts';
import { sliceById } from './slice.ts';

const ids = ['softmax', 'log-softmax', 'maxout', 'glu', 'swiglu', 'geglu', 'reglu'];

test.each(ids.flatMap((id) => [`${id} wide`, `${id} narrow`]))(
  '%s: every curve has a name, and no name stands on another',
  (which) => {
    const [id = '', size] = which.split(' ');
    const slice = sliceById(id);
    const frame = sliceFrames(slice)[size as 'wide' | 'narrow'];
    const { lines } = sceneOf(slice, initialState(sliceFields(slice, 1, 0.01)));
    const curves = lines.flatMap(({ label, slopeLabel, f, df }) => [
      { label, g: f },
      ...(slopeLabel ? [{ label: slopeLabel, g: df }] : []),
    ]);
    const placed = namesAt(curves, frame);
    expect(placed.map(({ label }) => label)).toEqual(curves.map(({ label }) => label));
    const boxes = placed.map(({ label, x, y }) => ({
      label,
      left: frameX(frame)(x),
      width: 7 * label.length,
      y: frameY(frame)(y),
    }));
    for (const [i, a] of boxes.entries()) {
      expect(a.y, a.label).toBeGreaterThan(8);
      expect(a.y, a.label).toBeLessThan(frame.height);
      for (const b of boxes.slice(i + 1)) {
        const apart =
          a.left + a.width < b.left || b.left + b.width < a.left || Math.abs(a.y - b.y) > 12;
        expect(apart, `${a.label}, ${b.label}`).toBe(true);
      }
    }
  },
);

test('a curve that is out of sight has no name', () => {
  const { wide } = sliceFrames(sliceById('glu'));
  expect(namesAt([{ label: 'far', g: () => 100 }], wide)).toEqual([]);
});
