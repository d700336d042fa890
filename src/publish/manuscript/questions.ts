/** The questions of a page, as a book prints them: the question where it stands, its answer at the back. */
import { questions } from '#content/files.ts';
import type { Locale } from '#i18n/locales.ts';
import { messagesFor } from '#i18n/messages.ts';
import { renderInline, renderMarkdown } from '#markdown/inline.ts';
import { renderMath } from '#markdown/math.ts';
import type { Question } from '#questions/schema.ts';
import { escape, fragment, plain } from './dom.ts';
import { answerOf } from './question-answers.ts';

/** The id that the answer to a question has in the book. */
const answerId = (chapter: string, key: string) => `answers_${chapter}_${key}`;

/**
 * Prints the questions of a chapter as text, from their data; pictures that belong to one are those of
 * the page.
 *
 * @returns the answers, as HTML blocks with the ids of the book
 */
export function printQuestions(root: Element, chapter: string, locale: Locale): string {
  const t = messagesFor(locale);
  const all = questions(locale)[chapter] ?? {};
  let answers = '';
  let part = '';
  for (const element of root.querySelectorAll('h2, .question')) {
    if (element.localName === 'h2') {
      part = plain(element.textContent);
      continue;
    }
    const key = element.id;
    const question = all[key];
    if (!question) throw new Error(`No question "${key}" in the questions of "${chapter}".`);
    const head = element.querySelector('.question-head')!;
    const name = plain(head.firstChild!.textContent!);
    const shown = shownSteps(element);
    const title = question.use === 'prediction' ? `${name}: ${part}` : name;
    answers +=
      `<div class="answer" id="${answerId(chapter, key)}">` +
      `<h2><a href="#${chapter}_${key}">${escape(title)}</a></h2>` +
      `${answerOf(question, key, shown, t)}</div>`;
    const body = fragment(
      renderMarkdown(question.prompt) +
        bodyOf(question, element, shown) +
        hintsOf(question, (number) => t('question.hint', { number })) +
        `<p class="answer-link"><a href="#${answerId(chapter, key)}">${t('edition.answer.link')}</a></p>`,
    );
    element.replaceChildren(head, ...body.childNodes);
  }
  return answers;
}

/** What there is to choose from, to match, to sort or to look at. */
function bodyOf(question: Question, page: Element, shown: readonly number[]): string {
  switch (question.type) {
    case 'choice':
    case 'run':
      return optionList(question.options ?? []);
    case 'formula':
      return `<p class="formula-head">${renderMath(question.head)} …</p>`;
    case 'order':
      return optionList(shown.map((step) => question.steps[step]!));
    case 'match':
      for (const answer of page.querySelectorAll('.match-answer')) answer.remove();
      return (
        page.querySelector('.match-choices')!.outerHTML +
        page.querySelector('.match-rows')!.outerHTML
      );
    case 'point':
      return page.querySelector('.chart-area')!.outerHTML;
    case 'numeric':
    case 'open':
      return '';
  }
}

const optionList = (options: readonly { text: string }[]) =>
  options.length > 0
    ? `<ol class="options" type="A">${options.map(({ text }) => `<li>${renderInline(text)}</li>`).join('')}</ol>`
    : '';

/** Hints become notes; their links stand together in one line. */
const hintsOf = ({ hints }: Question, label: (number: number) => string) =>
  hints.length > 0
    ? `<p class="hints"></p>${hints
        .map(
          (hint, i) =>
            `<aside class="hint-note" title="${escape(label(i + 1))}">${renderMarkdown(hint)}</aside>`,
        )
        .join('')}`
    : '';

/** The steps of an `order` question as the page has mixed them. */
const shownSteps = (element: Element) =>
  [...element.querySelectorAll('input[name="step"]')].map((input) =>
    Number(input.getAttribute('value')),
  );
