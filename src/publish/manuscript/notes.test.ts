import { expect, test } from 'vitest';
import { fragment } from './dom.ts';
import { takeNotes } from './notes.ts';

const note = (text: string) => `<aside class="margin-note"><p>${text}</p></aside>`;

test('a note leaves a link at the end of the text that it stands beside', () => {
  const root = fragment(
    `<p>Before.</p>${note('one')}<ul><li>a</li><li>b</li></ul>${note('two')}` +
      `<figure></figure>${note('three')}<p>After.</p><table></table>${note('four')}<h2>Next</h2><table></table>${note('five')}`,
  );
  const notes = takeNotes(root, 'ch');
  expect(notes.map(({ label, html }) => [label, html])).toEqual([
    ['1', '<p>one</p>'],
    ['2', '<p>two</p>'],
    ['3', '<p>three</p>'],
    ['4', '<p>four</p>'],
    ['5', '<p>five</p>'],
  ]);
  const places = notes.map(({ ref, id }) => {
    const link = root.querySelector(`[id="${ref}"]`)!;
    expect(link.getAttribute('href')).toBe(`#${id}`);
    expect(link.getAttribute('role')).toBe('doc-noteref');
    return link.parentElement!.textContent;
  });
  expect(places).toEqual(['Before.1', 'b2', 'After.34', 'After.34', '5']);
  expect(root.querySelector('aside')).toBeNull();
});

test('hints have names and are not counted among the notes of the margin', () => {
  const root = fragment(
    `<p class="hints"></p><aside class="hint-note" title="Hint 1">x</aside>` +
      `<aside class="hint-note" title="Hint 2">y</aside><p>Text.</p>${note('z')}`,
  );
  const notes = takeNotes(root, 'ch');
  expect(notes.map(({ kind, label }) => [kind, label])).toEqual([
    ['hint', 'Hint 1'],
    ['hint', 'Hint 2'],
    ['margin', '1'],
  ]);
  expect(root.querySelector('.hints')!.children).toHaveLength(2);
});
