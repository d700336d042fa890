/** Spelling and grammar, by Harper. What it calls misspelt and the book's word list knows is fine. */
import { Dialect, LocalLinter } from 'harper.js';
import { binary } from 'harper.js/binary';
import type { Prose } from './extract.ts';
import type { Finding, ProseRules } from './rules.ts';
import type { WordList } from './words.ts';

/** Of these Harper's complaint is that it does not know the word. */
const spelling = new Set(['SpellCheck', 'SplitWords']);

/** Initials, and names of things with a number in them, are no words. */
const noWord = /^\p{L}\.?$|\d/u;

const between = '\n\n';

/** @throws RangeError for a rule to be switched off that Harper does not have */
export async function grammarChecker({ off }: Pick<ProseRules, 'off'>) {
  const linter = new LocalLinter({ binary, dialect: Dialect.British });
  const config = await linter.getDefaultLintConfig();
  for (const rule of off.flatMap(({ rules }) => rules)) {
    if (!(rule in config)) throw new RangeError(`Harper has no rule “${rule}”.`);
    config[rule] = false;
  }
  await linter.setLintConfig(config);

  return async (prose: readonly Prose[], known: WordList): Promise<Finding[]> => {
    const text = prose.map((one) => one.text).join(between);
    const at = prose.flatMap((one, i) => [...(i > 0 ? [NaN, NaN] : []), ...one.at]);
    const findings: Finding[] = [];
    for (const [rule, lints] of Object.entries(
      await linter.organizedLints(text, { language: 'plaintext' }),
    )) {
      for (const lint of lints) {
        const found = lint.get_problem_text();
        if (spelling.has(rule) && (noWord.test(found) || known.has(found))) continue;
        findings.push({
          rule,
          at: at[lint.span().start]!,
          text: found,
          problem: lint.message(),
          say: lint.suggestions().map((suggestion) => suggestion.get_replacement_text()),
        });
      }
    }
    return findings;
  };
}
