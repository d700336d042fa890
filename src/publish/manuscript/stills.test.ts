import { expect, test } from 'vitest';
import { fragment } from './dom.ts';
import { paint } from './paint.ts';
import { drawStills } from './stills.ts';

test('a plane keeps its description, its ends and its picture in one drawing', () => {
  const root = fragment(
    '<div class="trainer-surface"><p class="trainer-axis"><span data-end="top">6</span><i data-end="vertical">x₂</i><span data-end="bottom">−6</span></p>' +
      '<div class="trainer-plane" role="img" aria-label="A disc."><svg viewBox="0 0 360 360"><path d="M1 2"></path></svg></div>' +
      '<p><span data-end="left">−6</span><i data-end="horizontal">x₁</i><span data-end="right">6</span></p></div>',
  );
  drawStills(root);
  const picture = root.firstElementChild!;
  expect(picture.getAttribute('aria-label')).toBe('A disc.');
  expect([...picture.querySelectorAll('text')].map(({ textContent }) => textContent)).toEqual([
    '6',
    'x₂',
    '−6',
    '−6',
    'x₁',
    '6',
  ]);
  expect(picture.querySelector('svg svg path')!.getAttribute('d')).toBe('M1 2');
});

test('a matrix is a table with its rows', () => {
  const root = fragment(
    `<span class="matrix two-columns">${[1, 2, 3, 4].map((n) => `<span class="cell">${n}</span>`).join('')}</span>`,
  );
  drawStills(root);
  expect([...root.querySelectorAll('tr')].map(({ textContent }) => textContent)).toEqual([
    '12',
    '34',
  ]);
});

test('a view without a still is an error, not a gap', () => {
  expect(() => drawStills(fragment('<section data-view="gradients"></section>'))).toThrow(
    'gradients',
  );
});

test('nothing in a picture refers to a variable of a style sheet', () => {
  const root = fragment(
    '<svg class="chart"><g fill="var(--class-0)" font-variant="tabular-nums"><text stroke="var(--paper, white)">a</text></g></svg>',
  );
  paint(root);
  expect(root.innerHTML).not.toMatch(/var\(|font-variant/);
  expect(root.querySelector('g')!.getAttribute('fill')).toMatch(/^#[0-9a-f]{6}$/);
});
