/** Holds the content files together where no single schema can. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { glossary, questions, questionsIn, readYaml } from './files.ts';
import { glossarySchema } from '#glossary/schema.ts';
import { parseYaml } from './yaml.ts';
import { questionsSchema } from '#questions/schema.ts';
import { experimentResult } from '#experiments/index.ts';

const folder = 'content/en/chapters';
const chapters = readdirSync(folder).map((name) => {
  const text = readFileSync(`${folder}/${name}`, 'utf8');
  const frontmatter = parse(text.split(/^---$/m)[1]!) as { objectives: Record<string, string> };
  return {
    slug: name.replace(/\.mdx$/, ''),
    text,
    objectives: Object.keys(frontmatter.objectives),
  };
});

/** `file:line` of something in the questions of a chapter. */
const lineOf = (slug: string, ...path: string[]) =>
  readYaml(`content/en/questions/${slug}.yml`, questionsSchema).where(...path);

test.each(chapters)(
  '$slug: every question serves an objective, and every objective has a question',
  ({ slug, objectives }) => {
    const all = Object.entries(questions('en')[slug]!);
    const served = new Set(all.map(([, { objective }]) => objective));
    expect(objectives.filter((objective) => !served.has(objective))).toEqual([]);
    const lost = all.filter(([, { objective }]) => !objectives.includes(objective));
    expect(lost.map(([key]) => lineOf(slug, key, 'objective'))).toEqual([]);
  },
);

test.each(chapters)('$slug: every question of its file is asked', ({ slug, text }) => {
  const asked = Object.keys(questions('en')[slug]!).filter((key) =>
    text.includes(`<Question id="${key}"`),
  );
  expect(asked).toEqual(Object.keys(questions('en')[slug]!));
});

test('the glossary refers only to entries that it has, and says where it does not', () => {
  expect(Object.keys(glossary('en')).length).toBeGreaterThan(20);
  const broken = 'a:\n  term: a\n  definition: x\n  see:\n    - b\n';
  expect(() => parseYaml(broken, 'g.yml', glossarySchema)).toThrow(
    'g.yml:5: a.see.0: no entry "b"',
  );
});

test.each(chapters)('$slug: a prediction leads to a figure that is there', ({ slug, text }) => {
  const lost = Object.entries(questions('en')[slug]!).flatMap(([key, question]) =>
    question.type === 'run' && question.figure && !text.includes(` id="${question.figure}"`)
      ? [`${lineOf(slug, key, 'figure')}: no figure "${question.figure}"`]
      : [],
  );
  expect(lost).toEqual([]);
});

test('a question that does not hold fails with its file and line', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'questions-'));
  const file = path.join(folder, 'broken.yml');
  const question = `sum:
  type: numeric
  level: 1
  objective: o
  prompt: p
  solution: s
  answer: 5
  tolerance: 0
`;
  writeFileSync(file, `${question}  check: 2 + 2\n`);
  expect(() => questionsIn(file)).toThrow(
    `${file}:9: sum.check: the answer says 5, the computation 4`,
  );
  rmSync(folder, { recursive: true });
});

test('the trainer of exclusive or shows the seeds that its caption names', () => {
  const { runs } = experimentResult('xor-corners-width').variants['relu-2']!;
  expect(questions('en')['why-nonlinearity-matters']!['predict-xor']!.prompt).toContain(
    `From ${runs.length} random starts`,
  );
  const solvedSeeds = runs
    .filter((run) => Number.isFinite(run.solvedAfter))
    .map(({ seed }) => seed);
  expect([1, 2, 3, 4].filter((seed) => solvedSeeds.includes(seed))).toEqual([3]);
}, 60_000);

test('no JSON of the content has a key twice, which JSON.parse would not say', () => {
  const files = readdirSync('content', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .map((file) => `content/${file}`);
  expect(files).toContain('content/en/messages/shell.json');
  // JSON is YAML too, and the parser of the YAML files does say it, with the line.
  for (const file of files) parseYaml(readFileSync(file, 'utf8'), file, z.unknown());
});
