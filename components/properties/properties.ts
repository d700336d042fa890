/** What the property dashboard shows of a function: eight questions and their answers, as texts. */
import { elementwise } from '#activations/index.ts';
import { plain, propertyRows } from '#atlas/words.ts';
import { curveOf } from '#figures/curve.ts';
import type { Translate } from '#i18n/messages.ts';

export interface FunctionProperties {
  id: string;
  name: string;
  /** Term and answer. */
  rows: [term: string, answer: string][];
}

/** The rows of every function, in the order of the registry. */
export const allProperties = (t: Translate): FunctionProperties[] =>
  elementwise.map(({ id, name }) => ({
    id,
    name,
    rows: propertyRows(curveOf(id), t)
      .filter(({ trait, term }) => trait !== undefined || term === t('atlas.slopeMax'))
      .map(({ term, trait, text }) => [
        term,
        plain([trait?.text, text].filter(Boolean).join('; ')),
      ]),
  }));
