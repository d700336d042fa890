/**
 * What a reader has answered, as plain data with a version. Pure; `store.ts` keeps it in the browser,
 * and the same text is the file that a reader takes to another one.
 */

/** Raise it when the meaning of a field changes, and teach `readProgress` the one before. */
const version = 1;

/** Tells a file of answers from any other JSON. */
const kind = 'why-neurons-bend/answers';

const outcomes = ['right', 'wrong', 'given'] as const;

export interface Entry {
  /** `given`: nothing marks it, as with an open question. */
  readonly outcome: (typeof outcomes)[number];
  /** The values of the question's fields, in their order in the page. */
  readonly answer: readonly string[];
  /** How often it was answered. */
  readonly tries: number;
  /** When it was answered last, in ISO 8601. */
  readonly at: string;
}

export interface Progress {
  readonly kind: typeof kind;
  readonly version: typeof version;
  /** By chapter and key of the question: `why-nonlinearity-matters/unit-value`. */
  readonly answers: Readonly<Record<string, Entry>>;
}

export const emptyProgress: Progress = { kind, version, answers: {} };

/** `key`: a message `question.answers.reason.<key>` says it. */
export class ProgressError extends Error {
  readonly key: 'json' | 'kind' | 'version' | 'entry';
  readonly entry: string;

  constructor(key: ProgressError['key'], entry = '') {
    super(`${key} ${entry}`.trim());
    this.key = key;
    this.entry = entry;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** By hand: the library that checks content would be ten times the size of everything else on the page. */
const isEntry = (value: unknown): value is Entry =>
  isObject(value) &&
  outcomes.includes(value['outcome'] as Entry['outcome']) &&
  Array.isArray(value['answer']) &&
  value['answer'].every((part) => typeof part === 'string') &&
  Number.isSafeInteger(value['tries']) &&
  typeof value['at'] === 'string' &&
  !Number.isNaN(Date.parse(value['at']));

/** @throws ProgressError for a text that is not wholly sound */
export function readProgress(text: string): Progress {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new ProgressError('json');
  }
  if (!isObject(data) || data['kind'] !== kind || !isObject(data['answers']))
    throw new ProgressError('kind');
  if (data['version'] !== version) throw new ProgressError('version');
  const answers: Record<string, Entry> = {};
  for (const [key, value] of Object.entries(data['answers'])) {
    if (!/^[a-z0-9-]+\/[a-z0-9-]+$/.test(key) || !isEntry(value))
      throw new ProgressError('entry', key.slice(0, 80));
    const { outcome, answer, tries, at } = value;
    answers[key] = { outcome, answer, tries, at };
  }
  return { kind, version, answers };
}

export const writeProgress = (progress: Progress): string =>
  `${JSON.stringify(progress, null, 1)}\n`;

/** The answers of both; of two to one question, the later. */
export function merge(a: Progress, b: Progress): Progress {
  const answers = { ...a.answers };
  for (const [key, entry] of Object.entries(b.answers)) {
    const before = answers[key];
    if (!before || Date.parse(entry.at) > Date.parse(before.at)) answers[key] = entry;
  }
  return { ...a, answers };
}

/** With one more answer. */
export function withAnswer(
  progress: Progress,
  key: string,
  given: Pick<Entry, 'outcome' | 'answer'>,
  at: Date,
): Progress {
  const tries = (progress.answers[key]?.tries ?? 0) + 1;
  const entry: Entry = { ...given, tries, at: at.toISOString() };
  return { ...progress, answers: { ...progress.answers, [key]: entry } };
}

/** How many of these questions were answered, and how many of them rightly. */
export function countAnswers({ answers }: Progress, keys: readonly string[]) {
  const entries = keys.map((key) => answers[key]).filter((entry) => entry !== undefined);
  return {
    answered: entries.length,
    right: entries.filter(({ outcome }) => outcome === 'right').length,
  };
}
