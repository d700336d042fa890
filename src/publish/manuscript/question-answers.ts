/** What stands in the back of the book for a question: its answer, what lies behind wrong ones, and the reasons. */
import { formatNumber, formatSetting } from '#i18n/numbers.ts';
import type { Translate } from '#i18n/messages.ts';
import { renderInline, renderMarkdown } from '#markdown/inline.ts';
import { renderMath } from '#markdown/math.ts';
import { matchItems } from '#questions/match-items.ts';
import { recordedText } from '#questions/recorded.ts';
import type { Question, QuestionOf } from '#questions/schema.ts';
import { escape } from './dom.ts';

/** The letter of the option, or the step, in this place. */
const letter = (place: number) => String.fromCharCode('A'.charCodeAt(0) + place);

/**
 * @param key of the question
 * @param shown how the page has mixed the steps of an `order` question
 * @returns HTML blocks
 */
export function answerOf(
  question: Question,
  key: string,
  shown: readonly number[],
  t: Translate,
): string {
  const line = (answer: string) =>
    `<p class="answer-key">${t('edition.answer', { answer: `<b>${answer}</b>` })}</p>`;
  const solution = renderMarkdown(question.solution);
  switch (question.type) {
    case 'choice': {
      const right = question.options.findIndex(({ correct }) => correct);
      return line(letter(right)) + solution + feedback(question.options);
    }
    case 'numeric': {
      const { answer, tolerance, mistakes } = question;
      const number = formatSetting(answer);
      return (
        line(
          tolerance > 0
            ? t('edition.answer.within', {
                answer: number,
                tolerance: formatSetting(tolerance),
              })
            : number,
        ) +
        solution +
        mistaken(
          mistakes.map((mistake) => [formatSetting(mistake.answer), mistake.feedback]),
          t,
        )
      );
    }
    case 'formula': {
      const { head, answer, mistakes } = question;
      return (
        line(`${renderMath(head)} <code>${escape(answer)}</code>`) +
        solution +
        mistaken(
          mistakes.map((mistake) => [`<code>${escape(mistake.answer)}</code>`, mistake.feedback]),
          t,
        )
      );
    }
    case 'match':
      return line(pairsOf(question, key, t)) + solution + matchFeedback(question, key);
    case 'point': {
      const places = question.accept.map(([from, to]) =>
        t('edition.answer.between', { from: formatNumber(from, 2), to: formatNumber(to, 2) }),
      );
      return (
        line(places.join('; ')) +
        solution +
        mistaken(
          question.mistakes.map(({ at, feedback: text }) => [
            t('edition.answer.between', {
              from: formatNumber(at[0], 2),
              to: formatNumber(at[1], 2),
            }),
            text,
          ]),
          t,
        )
      );
    }
    case 'order':
      return (
        line(question.steps.map((_, step) => letter(shown.indexOf(step))).join(', ')) + solution
      );
    case 'run': {
      const result = t('question.say.run.recorded', {
        result: renderInline(question.result),
        recorded: `<b>${recordedText(question)}</b>`,
      });
      return `<p class="answer-key">${result}</p>${solution}${feedback(question.options ?? [])}`;
    }
    case 'open':
      return solution;
  }
}

/** What is said to each option, under its letter. */
const feedback = (options: readonly { feedback: string }[]) =>
  options.length > 0
    ? `<ol class="feedback" type="A">${options.map((option) => `<li>${renderInline(option.feedback)}</li>`).join('')}</ol>`
    : '';

/** Wrong answers that one can foresee. */
const mistaken = (mistakes: readonly (readonly [answer: string, text: string])[], t: Translate) =>
  mistakes.length > 0
    ? `<ul class="feedback">${mistakes
        .map(
          ([answer, text]) =>
            `<li>${t('edition.answer.mistake', { answer })} ${renderInline(text)}</li>`,
        )
        .join('')}</ul>`
    : '';

function pairsOf(question: QuestionOf<'match'>, key: string, t: Translate): string {
  const { left, right } = matchItems(question, key);
  return left
    .map(({ label, index }) =>
      t('edition.answer.pair', {
        row: label,
        choice: right.find((item) => item.index === index)!.label,
      }),
    )
    .join(', ');
}

const matchFeedback = (question: QuestionOf<'match'>, key: string) =>
  `<ol class="feedback">${matchItems(question, key)
    .left.map(({ index }) => `<li>${renderInline(question.pairs[index]!.feedback)}</li>`)
    .join('')}</ol>`;
