import { rgb } from 'd3-color';
import { expect, test } from 'vitest';
import { elementwise } from '#activations/index.ts';
import { colourOf } from './palette.ts';

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const { r, g, b } = rgb(colour);
  const [red, green, blue] = [r, g, b].map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light! + 0.05) / (dark! + 0.05);
}

const paper = { light: '#fbf8f2', dark: '#1c1a18' };

test.each(elementwise.map(({ id }) => id))('%s can be seen on light and dark paper', (id) => {
  expect(contrast(colourOf(id), paper.light)).toBeGreaterThan(3);
  expect(contrast(colourOf(id), paper.dark)).toBeGreaterThan(3);
});

test('every function has a colour of its own', () => {
  const colours = new Set(elementwise.map(({ id }) => colourOf(id)));
  expect(colours.size).toBe(elementwise.length);
});
