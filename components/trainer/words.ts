/** How a trainer's messages are asked for. */

/** What only the laboratory says: chapters need not carry these words. */
const labOnly: ReadonlySet<string> = new Set([
  'own',
  'embed',
  'weights',
  'part',
  'group',
  'distribution',
  'deviation',
  'deviationOutput',
  'sameWeights',
]);

/** The key of a message that a trainer speaks of as `status.new` or `own.said.added`. */
export const messageKey = (key: string): string =>
  `${labOnly.has(key.split('.')[0]!) ? 'lab' : 'trainer'}.${key}`;

/** A message with its values; see `messageKey`. */
export type Say = (key: string, values?: Record<string, string | number>) => string;
