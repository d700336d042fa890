/** Holds the content files together where no single schema can. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { glossary, questions } from './files.ts';
import { glossarySchema } from '#glossary/schema.ts';
import { parseYaml } from './yaml.ts';
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

test.each(chapters)(
  '$slug: every question serves an objective, and every objective has a question',
  ({ slug, objectives }) => {
    const served = new Set(Object.values(questions('en')[slug]!).map(({ objective }) => objective));
    expect(objectives.filter((objective) => !served.has(objective))).toEqual([]);
    expect([...served].filter((objective) => !objectives.includes(objective))).toEqual([]);
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
  const figures = Object.values(questions('en')[slug]!).flatMap((question) =>
    question.type === 'run' && question.figure ? [question.figure] : [],
  );
  expect(figures.filter((id) => !text.includes(` id="${id}"`))).toEqual([]);
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
