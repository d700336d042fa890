import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseYaml } from '#content/yaml.ts';
import { proseProblems } from './check.ts';
import { proseRulesSchema, type ProseRules } from './rules.ts';
import { wordList } from './words.ts';

const file = 'content/en/prose.yml';
const own = parseYaml(readFileSync(file, 'utf8'), file, proseRulesSchema).data;

const check = (
  text: string,
  { words = '', ...rules }: Partial<ProseRules> & { words?: string } = {},
) =>
  proseProblems({
    folder: 'own',
    rules: { ...own, spared: [], ...rules },
    words,
    files: [['a.mdx', text]],
  });

// The first use of Harper compiles it.
describe('the prose of a book', { timeout: 60_000 }, () => {
  test('planted slips are named with line, column and what to write instead', async () => {
    const problems = await check(
      'Every unit has an slope.\n\nThe **functon** of the the 𝑧 colors\na dataset, obviously.\n',
    );
    expect(problems.map((problem) => problem.replace(/: [A-Z].*\(/, ' ('))).toEqual([
      'a.mdx:1:16: “an” (AnA)',
      'a.mdx:3:7: “functon” (SpellCheck)',
      'a.mdx:3:20: “the the” (RepeatedWords)',
      'a.mdx:3:31: “colors” (SpellCheck)',
      'a.mdx:4:3: “dataset” (saying)',
      'a.mdx:4:12: “obviously” (saying)',
    ]);
    expect(problems[3]).toContain('Better: colours');
  });

  test('good prose passes, with the words of the book and its genitives', async () => {
    expect(await check("Softmax, and the softmax's logits.\n", { words: 'softmax\n' })).toEqual([]);
  });

  test('a word that the book no longer has, and an excuse that excuses nothing, are named', async () => {
    expect(
      await check('A plain sentence.\n', {
        words: 'softmax\n',
        spared: [{ rule: 'AnA', text: 'an slope' }],
      }),
    ).toEqual([
      'own/words.txt:1:1: “softmax” no longer needed.',
      'own/prose.yml: nothing to spare for AnA at “an slope”.',
    ]);
  });

  test('an excuse holds for its own rule and place', async () => {
    const spared = [{ rule: 'AnA', text: 'an slope' }];
    const problems = await check('It is an slope.\n\nIt is an bend.\n', { spared });
    expect(problems).toEqual([expect.stringMatching(/^a\.mdx:3:7: “an”.*\(AnA\)$/)]);
  });

  test('a rule to switch off must exist', async () => {
    const off = [{ rules: ['NoSuchRule'], because: '' }];
    await expect(check('Text.\n', { off })).rejects.toThrow('no rule “NoSuchRule”');
  });
});

test('a word list is in the order of the alphabet, each word once', () => {
  const list = wordList('# Words\nAdam\nbias\nbias\nadam\n');
  for (const word of ['Adam', 'adam', "bias's"]) expect(list.has(word)).toBe(true);
  expect(list.problems().map(({ line }) => line)).toEqual([4, 5]);
  expect(list.has('Bend')).toBe(false);
});
