/** Filtering and sorting the cards of the atlas by what stands in their data attributes. */
import type { State } from '#state/fragment.ts';

/** The value of a filter that lets every card pass. */
export const anyValue = 'any';

/** What is written on a card: its traits, its name, its year, its largest slope. */
export type CardData = Readonly<Record<string, string | undefined>>;

/**
 * Whether a card has every value that is asked for. A card without a property, such as softmax, which
 * has no single curve, passes only where that property is left open.
 */
export const passes = (card: CardData, wanted: State): boolean =>
  Object.entries(wanted).every(
    ([property, value]) => property === 'sort' || value === anyValue || card[property] === value,
  );

/** Orders of cards; with any other the cards keep the order of the book. */
const orders: Readonly<Record<string, (a: CardData, b: CardData) => number>> = {
  name: (a, b) => a['name']!.localeCompare(b['name']!),
  year: (a, b) => Number(a['year']) - Number(b['year']),
  /** The steepest first; those without a single slope last. */
  slope: (a, b) => Number(b['slope'] ?? -1) - Number(a['slope'] ?? -1),
};

/** Compares two cards; equal ones must keep the order they had. */
export const orderBy = (sort: unknown) => orders[String(sort)] ?? (() => 0);
