/** The order of claims on their page, by what stands in their data attributes. */
import type { CardData } from '#atlas/filter.ts';
import { verdicts } from './verdicts.ts';

const byNumber = (a: CardData, b: CardData) => a['number']!.localeCompare(b['number']!);
const rank = ({ verdict }: CardData) =>
  (verdicts as readonly (string | undefined)[]).indexOf(verdict);

/** Compares two claims. By `verdict` first those that are true; otherwise by number. */
export const orderOf =
  (sort: string) =>
  (a: CardData, b: CardData): number =>
    (sort === 'verdict' ? rank(a) - rank(b) : 0) || byNumber(a, b);
