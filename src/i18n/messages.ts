/**
 * The words of the interface. English is the reference: its files give the keys their types, and a
 * language that lacks one, or has one too many, fails the build; so does a key in two files.
 */
import app from '../../content/en/messages/app.json' with { type: 'json' };
import around from '../../content/en/messages/around.json' with { type: 'json' };
import atlas from '../../content/en/messages/atlas.json' with { type: 'json' };
import chapter1 from '../../content/en/messages/chapter-1.json' with { type: 'json' };
import claims from '../../content/en/messages/claims.json' with { type: 'json' };
import code from '../../content/en/messages/code.json' with { type: 'json' };
import depth from '../../content/en/messages/depth.json' with { type: 'json' };
import experiment from '../../content/en/messages/experiment.json' with { type: 'json' };
import download from '../../content/en/messages/download.json' with { type: 'json' };
import edition from '../../content/en/messages/export-book.json' with { type: 'json' };
import exportWords from '../../content/en/messages/export.json' with { type: 'json' };
import figure from '../../content/en/messages/figure.json' with { type: 'json' };
import formula from '../../content/en/messages/formula.json' with { type: 'json' };
import lab from '../../content/en/messages/lab.json' with { type: 'json' };
import offline from '../../content/en/messages/offline.json' with { type: 'json' };
import properties from '../../content/en/messages/properties.json' with { type: 'json' };
import questions from '../../content/en/messages/questions.json' with { type: 'json' };
import search from '../../content/en/messages/search.json' with { type: 'json' };
import shell from '../../content/en/messages/shell.json' with { type: 'json' };
import softmax from '../../content/en/messages/softmax.json' with { type: 'json' };
import trainer from '../../content/en/messages/trainer.json' with { type: 'json' };
import views from '../../content/en/messages/views.json' with { type: 'json' };
import { fill } from './fill.ts';
import type { Locale } from './locales.ts';
import { mergeFiles } from './merge.ts';

const en = mergeFiles({
  shell,
  around,
  figure,
  'chapter-1': chapter1,
  trainer,
  views,
  lab,
  depth,
  properties,
  softmax,
  experiment,
  formula,
  export: exportWords,
  'export-book': edition,
  questions,
  claims,
  code,
  atlas,
  search,
  offline,
  download,
  app,
});

type Messages = typeof en;
export type MessageKey = keyof Messages;

const catalogue: Record<Locale, Messages> = { en };

export type Translate = (
  key: MessageKey,
  values?: Readonly<Record<string, string | number>>,
) => string;

export const messagesFor =
  (locale: Locale): Translate =>
  (key, values) =>
    fill(catalogue[locale][key], values);

/** The messages whose keys begin with one of `prefixes`: what elements that speak in the browser are given as data. */
export function messageData(locale: Locale, ...prefixes: string[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(catalogue[locale]).filter(([key]) =>
      prefixes.some((prefix) => key.startsWith(prefix)),
    ),
  );
}
