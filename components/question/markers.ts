/** From an answer to what the reader is told, by type of question. */
import { formatNumber, formatSetting } from '#i18n/numbers.ts';
import type { Keys } from '#questions/keys.ts';
import {
  markChoice,
  markMatch,
  markNumeric,
  markOrder,
  markPoint,
  markRun,
  type Mark,
  type Outcome,
} from '#questions/marking.ts';
import type { Say } from './live-question.ts';

export interface Verdict {
  outcome: Outcome | 'given';
  /** The first word of it: “Right.” */
  verdict: string;
  /** What follows, made here. */
  said?: readonly string[];
  /** What the author says to this answer: markup made at build. */
  html?: string;
  parts?: readonly boolean[] | undefined;
}

type Marker<T extends keyof Keys> = (
  answer: readonly string[],
  key: Keys[T],
  say: Say,
  host: Element,
) => Verdict | Promise<Verdict>;

/** `missing`: the message for an answer that cannot be marked. */
const tell = (
  { outcome, feedback = '', parts }: Mark,
  say: Say,
  missing: string,
  said: readonly string[] = [],
): Verdict => ({
  outcome,
  verdict: say(outcome === 'unreadable' ? missing : outcome),
  said,
  html: feedback,
  parts,
});

const index = (text: string | undefined) => (text ? Number(text) : undefined);

/** How far the order is right from its beginning. */
function orderSaid(parts: readonly boolean[] | undefined, say: Say): string[] {
  const right = parts?.indexOf(false) ?? -1;
  if (right < 0) return [];
  if (right === 0) return [say('order.none')];
  return [right === 1 ? say('order.one') : say('order.some', { right })];
}

export const markers: { [T in keyof Keys]: Marker<T> } = {
  choice: ([chosen], key, say) => tell(markChoice(index(chosen), key), say, 'choose'),
  numeric: ([text = ''], key, say) => tell(markNumeric(text, key), say, 'unreadable'),
  match(answer, key, say) {
    const mark = markMatch(answer.map(index), key);
    const right = mark.parts?.filter(Boolean).length ?? 0;
    const said =
      mark.outcome === 'wrong' ? [say('match.some', { right, total: key.rows.length })] : [];
    return tell(mark, say, 'match.choose', said);
  },
  point: ([z], key, say) => tell(markPoint(Number(z), key), say, 'unreadable'),
  order(answer, key, say) {
    const mark = markOrder(answer.map(Number), key);
    return tell(mark, say, 'unreadable', orderSaid(mark.parts, say));
  },
  run([text = ''], key, say) {
    const mark = markRun(text, key);
    if (mark.outcome === 'unreadable')
      return tell(mark, say, key.options ? 'choose' : 'unreadable');
    const { result, shown: recorded } = key;
    return {
      outcome: mark.outcome,
      verdict: say(`run.${mark.outcome}`),
      html: `${say('run.recorded', { result, recorded })} ${mark.feedback ?? ''}`,
    };
  },
  open([text = ''], _key, say, host) {
    if (text.trim() === '') return { outcome: 'unreadable', verdict: say('open.empty') };
    const solution = host.closest('.question')!.querySelector<HTMLDetailsElement>('.solution')!;
    solution.open = true;
    return { outcome: 'given', verdict: say('open.kept') };
  },
  async formula([text = ''], key, say) {
    const { markFormula, places } = await import('#questions/compare-formulas.ts');
    const { FormulaError } = await import('#formula/index.ts');
    try {
      const mark = markFormula(text, key);
      if (mark.strangers)
        return tell(
          mark,
          (one) => say(one, { names: mark.strangers!.join(', ') }),
          'formula.strangers',
        );
      const [from, to] = key.interval.map(formatSetting);
      const said =
        mark.outcome === 'right' ? [say('formula.compared', { places, from: from!, to: to! })] : [];
      if (mark.difference) {
        const { z, given, right } = mark.difference;
        const values = {
          z: formatSetting(z),
          given: formatNumber(given),
          right: formatNumber(right),
        };
        said.push(say('formula.difference', values));
      }
      return tell(mark, say, 'formula.empty', said);
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error;
      // The field says what is wrong, and where.
      return { outcome: 'unreadable', verdict: '' };
    }
  },
};
