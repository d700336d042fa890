import { expect, test } from 'vitest';
import { messagesFor } from '#i18n/messages.ts';
import { fragment, plain } from '#publish/manuscript/dom.ts';
import type { Note, Section } from '#publish/manuscript/index.ts';
import { hints, marginNotes } from './notes.ts';

const section = (html: string, note: Partial<Note>): Section => ({
  id: 'one',
  kind: 'chapter',
  level: 1,
  title: 'One',
  html,
  notes: [{ id: 'n', ref: 'r', kind: 'margin', label: '1', html: '<p>Aside.</p>', ...note }],
});

test('a note of the margin stands in the paragraph that it is about, and leads back', () => {
  const one = section('<p>Text<a class="note-ref" id="r" href="#n">1</a> goes on.</p>', {});
  const root = fragment(one.html);
  marginNotes(root, one);
  const note = root.querySelector('#r')!.nextElementSibling!;
  expect(note.getAttribute('role')).toBe('note');
  expect(note.querySelector('a')!.getAttribute('href')).toBe('#r');
  // A parser would end the paragraph at a block.
  expect(note.querySelectorAll('p, div, ul')).toHaveLength(0);
  expect(plain(note.textContent)).toBe('1 Aside.');
});

test('a note after a figure stands in the text before it', () => {
  const one = section(
    '<p>Text.</p><figure></figure><p><a class="note-ref" id="r" href="#n">1</a></p>',
    {},
  );
  const root = fragment(one.html);
  marginNotes(root, one);
  expect(root.querySelectorAll('p')).toHaveLength(1);
  expect(root.querySelector('p > #r + .margin-note')).not.toBeNull();
});

const question =
  '<div class="question" id="q"><h3 class="question-head">Exercise 3<span>Apply</span></h3><p class="hints">' +
  '<a class="note-ref hint-ref" id="r" href="#n">Hint 1</a></p></div>';

test('a hint waits at the end, under the name of its question', () => {
  const one = section(question, { kind: 'hint', label: 'Hint 1' });
  const root = fragment(hints(one, messagesFor('en')));
  expect(root.querySelector('h3 > a')!.textContent).toBe('Exercise 3');
  expect(root.querySelector('#n > h3 > a')!.getAttribute('href')).toBe('#q');
  expect(root.querySelector('#n > p')!.textContent).toBe('Aside.');
  const text = fragment(one.html);
  marginNotes(text, one);
  expect(text.innerHTML).toBe(question);
});

test('a section without hints has no heading for them', () => {
  expect(hints(section('<p></p>', {}), messagesFor('en'))).toBe('');
});
