/** `npm run check:prose`: names each slip in the prose of the book, and fails when there is one. */
import { globSync, readFileSync } from 'node:fs';
import { parseYaml } from '#content/yaml.ts';
import { proseProblems } from '#prose/check.ts';
import { proseRulesSchema } from '#prose/rules.ts';

const read = (file: string) => readFileSync(file, 'utf8');

const folder = 'content/en';
// `search-words.yml` holds what readers type, slips included.
const files = globSync(`${folder}/**/*.{mdx,md,yml,json}`)
  .filter((file) => !/(prose|search-words)\.yml$/.test(file))
  .sort();

const rules = `${folder}/prose.yml`;
const problems = await proseProblems({
  folder,
  rules: parseYaml(read(rules), rules, proseRulesSchema).data,
  words: read(`${folder}/words.txt`),
  files: files.map((file) => [file, read(file)] as const),
});

for (const problem of problems) console.error(problem);
console.log(`Prose of ${files.length} files: ${problems.length || 'no'} problems.`);
process.exitCode = problems.length > 0 ? 1 : 0;
