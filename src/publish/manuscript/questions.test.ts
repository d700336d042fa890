import { expect, test } from 'vitest';
import { questions } from '#content/files.ts';
import { fragment } from './dom.ts';
import { printQuestions } from './questions.ts';

const chapter = 'tanh-versus-sigmoid';
const all = Object.entries(questions('en')[chapter]!);
const keyOf = (type: string) => all.find(([, question]) => question.type === type)![0];

/** A question as the site has it, as far as a book takes anything from there. */
const page = (key: string, inside = '') =>
  `<h2>A part</h2><div class="question" id="${key}"><h3 class="question-head">Exercise 1<span>Apply</span></h3>` +
  `<book-question><form>${inside}</form></book-question><details class="solution">secret</details></div>`;

function printed(key: string, inside?: string) {
  const root = fragment(page(key, inside));
  const answers = fragment(printQuestions(root, chapter, 'en'));
  return { root, answers };
}

test('the question stands in its place and the answer at the back, with links both ways', () => {
  const key = keyOf('choice');
  const { root, answers } = printed(key);
  const answer = answers.querySelector('.answer')!;
  expect(root.querySelector('.answer-link a')!.getAttribute('href')).toBe(`#${answer.id}`);
  expect(answer.querySelector('h2 a')!.getAttribute('href')).toBe(`#${chapter}_${key}`);
  expect(root.textContent).not.toContain('secret');
});

test('the letter in the back is that of the right option', () => {
  const key = keyOf('choice');
  const { root, answers } = printed(key);
  const question = questions('en')[chapter]![key]!;
  if (question.type !== 'choice') throw new Error();
  expect(root.querySelectorAll('.options > li')).toHaveLength(question.options.length);
  const right = question.options.findIndex(({ correct }) => correct);
  expect(answers.querySelector('.answer-key b')!.textContent).toBe('ABCDEF'[right]);
  expect(answers.querySelectorAll('.feedback > li')).toHaveLength(question.options.length);
});

test('steps are printed as the page mixes them, and the answer puts them in order', () => {
  const key = keyOf('order');
  const shown = [4, 3, 0, 2, 1];
  const { answers } = printed(
    key,
    shown.map((step) => `<input type="hidden" name="step" value="${step}">`).join(''),
  );
  expect(answers.querySelector('.answer-key b')!.textContent).toBe('C, E, D, B, A');
});

test('every hint becomes a note of its own', () => {
  const [key, question] = all.find(([, { hints }]) => hints.length > 0)!;
  const { root } = printed(
    key,
    question.type === 'point' ? '<div class="chart-area"></div>' : undefined,
  );
  expect(root.querySelectorAll('.hint-note')).toHaveLength(question.hints.length);
});

test('a question that the data do not have is an error', () => {
  expect(() => printed('no-such-question')).toThrow('no-such-question');
});
