import { expect, test } from 'vitest';
import { clean } from './clean.ts';
import { fragment } from './dom.ts';
import { strip } from './strip.ts';

function cleaned(html: string, chart: 'wide' | 'narrow' = 'wide'): Element {
  const root = fragment(html);
  clean(root, chart);
  strip(root);
  return root;
}

test('controls, hidden parts and scripts go, and the text stays', () => {
  const root = cleaned(
    '<p>Text <button>Reset</button></p><div class="controls"><input></div><p hidden>no</p>' +
      '<script>1</script><p role="status"></p><p role="status">Two agree.</p>',
  );
  expect(root.innerHTML).toBe('<p>Text </p><p>Two agree.</p>');
});

test('what only a live page can mean gives way to what a still says', () => {
  const root = cleaned(
    '<p>ReLU. <span class="live-only">Drag <b>z</b>: where</span><span class="still-only">Where</span> is it 0?</p>',
  );
  expect(root.innerHTML).toBe('<p>ReLU. Where is it 0?</p>');
});

test('of two drawings one is kept', () => {
  const charts =
    '<div class="chart-wide"><svg id="w"></svg></div><div class="chart-narrow"><svg id="n"></svg></div>';
  expect(cleaned(charts, 'wide').querySelectorAll('svg')).toHaveLength(1);
  expect(cleaned(charts, 'narrow').querySelector('svg')!.id).toBe('n');
});

test('words and citations lead to the glossary and the bibliography', () => {
  const root = cleaned(
    '<p><button class="term" popovertarget="term-kink">kink</button> <button class="term" popovertarget="cite-he-2015">(He)</button></p>',
  );
  const links = [...root.querySelectorAll('a')].map((a) => [a.className, a.getAttribute('href')]);
  expect(links).toEqual([
    ['term', '#glossary_kink'],
    ['cite', '#bibliography_he-2015'],
  ]);
});

test('a derivation lies open, under its title', () => {
  const root = cleaned(
    '<details class="derivation"><summary>Why</summary><div><p>Since.</p></div></details>',
  );
  expect(root.innerHTML).toBe(
    '<div class="derivation"><p class="fold-title">Why</p><p>Since.</p></div>',
  );
});

test('of the tables of a figure only the results of an experiment are kept', () => {
  const root = cleaned(
    '<details class="data-table"><summary>Table</summary><div><table class="experiment-summary"></table><table class="experiment-runs"></table></div></details>' +
      '<details class="data-table"><summary>Table</summary><table></table></details>',
  );
  expect([...root.querySelectorAll('table')].map(({ className }) => className)).toEqual([
    'experiment-summary',
  ]);
});
