/** Reads the content files that are not Astro collections. Build time only. */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { locales, type Locale } from '#i18n/locales.ts';
import { glossarySchema } from '#glossary/schema.ts';
import { questionProblems } from '#questions/checks.ts';
import { questionsSchema, type Questions } from '#questions/schema.ts';
import { parseYaml, type YamlContent } from './yaml.ts';

/** Undefined where Vite is not: what readers take along is made of a book at the root of its site. */
const env = import.meta.env as ImportMetaEnv | undefined;
const base = (env?.BASE_URL ?? '/').replace(/\/?$/, '/');

/** Authors write `[ReLU](/atlas/relu/)`; the language of the file and the folder of the book are added here. */
function ledOn(text: string, file: string): string {
  const locale = locales.find((one) => one === file.split(/[\\/]/)[1]);
  return locale ? text.replaceAll('](/', `](${base}${locale}/`) : text;
}

const cache = new Map<string, { modified: number; content: YamlContent<unknown> }>();

/** Parsed once per change of the file, so that an author sees an edit at the next reload. */
export function readYaml<T>(file: string, schema: z.ZodType<T>): YamlContent<T> {
  const modified = statSync(file).mtimeMs;
  const cached = cache.get(file);
  if (cached?.modified === modified) return cached.content as YamlContent<T>;
  const content = parseYaml(ledOn(readFileSync(file, 'utf8'), file), file, schema);
  cache.set(file, { modified, content });
  return content;
}

export const glossary = (locale: Locale) =>
  readYaml(`content/${locale}/glossary.yml`, glossarySchema).data;

/** The questions of every chapter, by chapter and key. */
export function questions(locale: Locale): Record<string, Questions> {
  const folder = `content/${locale}/questions`;
  return Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith('.yml'))
      .map((name) => [path.basename(name, '.yml'), questionsIn(path.join(folder, name))]),
  );
}

const sound = new WeakSet<object>();

/**
 * The questions of one file.
 *
 * @throws with one line per question that does not hold, each `file:line: message`
 */
export function questionsIn(file: string): Questions {
  const content = readYaml(file, questionsSchema);
  if (sound.has(content)) return content.data;
  const broken = Object.entries(content.data).flatMap(([key, question]) =>
    [...questionProblems(question)].map(
      ({ path: inside, message }) =>
        `${content.where(key, ...inside)}: ${[key, ...inside].join('.')}: ${message}`,
    ),
  );
  if (broken.length > 0) throw new Error(broken.join('\n'));
  sound.add(content);
  return content.data;
}
