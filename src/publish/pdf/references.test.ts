import { expect, test } from 'vitest';
import { messagesFor } from '#i18n/messages.ts';
import { fragment, plain } from '#publish/manuscript/dom.ts';
import { emptyMark, emptyPages, leadToPages, unknown, writePages } from './references.ts';

const t = messagesFor('en');

/** The text after the last printing. */
function numbered(html: string, pages: Record<string, number>): string {
  const root = fragment(html);
  leadToPages(root, t);
  const printed = writePages(root.innerHTML, new Map(Object.entries(pages)), new Set());
  expect(printed).not.toContain('data-of');
  return plain(fragment(printed).textContent);
}

test('a question says on which page its answer is', () => {
  expect(
    numbered('<p class="answer-link"><a href="#answers_a">Answer and reasons</a></p>', {
      answers_a: 143,
    }),
  ).toBe('Answer and reasons page 143');
});

const places =
  '<ul class="index"><li><span class="index-term">bend</span> <a class="index-place" href="#a">A</a>, ' +
  '<a class="index-place" href="#b">B</a>, <a class="index-place" href="#c">C</a></li></ul>';

test('an entry of the index names each page once', () => {
  expect(numbered(places, { a: 7, b: 7, c: 12 })).toBe('bend 7, 12');
});

test('a word that sends to another word keeps it', () => {
  const entry =
    '<ul class="index"><li><span class="index-term">kink</span> see <a class="index-place" href="#a">bend</a></li></ul>';
  expect(numbered(entry, { a: 7 })).toBe('kink see bend');
});

test('whoever cannot see the index still hears where a page leads', () => {
  const root = fragment(places);
  leadToPages(root, t);
  expect(root.querySelector('.index-place')!.getAttribute('aria-label')).toBe('A');
});

test('before the first printing every number has a place', () => {
  const root = fragment('<p class="answer-link"><a href="#a">Answer</a></p>');
  leadToPages(root, t);
  expect(writePages(root.innerHTML, unknown, new Set())).toMatch(/page-of">\d{3}</);
});

test('chapters begin on the right, and an empty page moves all that follow', () => {
  const html = emptyMark('a') + emptyMark('b') + emptyMark('c');
  const pages = new Map([
    ['a', 6],
    ['b', 12],
    ['c', 21],
  ]);
  const empty = emptyPages(html, pages);
  expect([...empty]).toEqual(['a', 'c']);
  expect(writePages(html, unknown, empty).match(/empty-page/g)).toHaveLength(2);
});
