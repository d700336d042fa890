/** What marking needs of a question, with the author's texts already set in type. Build time only. */
import { recorded, recordedText } from './recorded.ts';
import { ranks } from './marking.ts';
import type { FormulaKey } from './compare-formulas.ts';
import type { ChoiceKey, MatchKey, NumericKey, OrderKey, PointKey, RunKey } from './marking.ts';
import type { Question } from './schema.ts';

/** What a locked-in prediction is told beside its mark. */
interface RunTexts {
  /** `Accuracy in the median run` */
  result: string;
  /** `51 %` */
  shown: string;
}

export interface Keys {
  choice: ChoiceKey;
  numeric: NumericKey;
  formula: FormulaKey;
  match: MatchKey;
  point: PointKey;
  order: OrderKey;
  run: RunKey & RunTexts;
  open: Record<string, never>;
}

/** @param render Markdown to HTML, of one paragraph */
export function markingKey(question: Question, render: (text: string) => string) {
  const set = <T extends { feedback: string }>(items: readonly T[]) =>
    items.map((item) => ({ ...item, feedback: render(item.feedback) }));
  switch (question.type) {
    case 'choice':
      return {
        options: set(question.options).map(({ correct, feedback }) => ({ correct, feedback })),
      } satisfies ChoiceKey;
    case 'numeric':
      return {
        answer: question.answer,
        tolerance: question.tolerance,
        mistakes: set(question.mistakes).map(({ answer, feedback }) => ({ answer, feedback })),
      } satisfies NumericKey;
    case 'formula':
      return {
        answer: question.answer,
        interval: question.interval,
        tolerance: question.tolerance,
        mistakes: set(question.mistakes),
      } satisfies FormulaKey;
    case 'match':
      return {
        rows: set(question.pairs).map(({ feedback }, i) => ({ goesWith: i, feedback })),
        others: Object.fromEntries(
          set(question.others).map(({ feedback }, i) => [question.pairs.length + i, feedback]),
        ),
      } satisfies MatchKey;
    case 'point':
      return {
        accept: question.accept,
        mistakes: set(question.mistakes),
        otherwise: render(question.otherwise),
      } satisfies PointKey;
    case 'order': {
      const places = ranks(question.steps);
      return {
        steps: set(question.steps).map(({ feedback }, i) => ({ rank: places[i]!, feedback })),
      } satisfies OrderKey;
    }
    case 'run': {
      const { options, tolerance, low, high, result } = question;
      return {
        recorded: recorded(question),
        shown: recordedText(question),
        result: render(result),
        ...(options && {
          options: set(options).map(({ from, to, feedback }) => ({ from, to, feedback })),
        }),
        ...(tolerance !== undefined && { tolerance }),
        ...(low !== undefined && { low: render(low) }),
        ...(high !== undefined && { high: render(high) }),
      } satisfies RunKey & RunTexts;
    }
    case 'open':
      return {};
  }
}
