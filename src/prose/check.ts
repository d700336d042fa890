/** All that is to be said about the prose of one language. */
import { LineCounter } from 'yaml';
import { bookFindings } from './book-rules.ts';
import { proseOf } from './extract.ts';
import { grammarChecker } from './grammar.ts';
import type { Finding, ProseRules } from './rules.ts';
import { wordList } from './words.ts';

interface Book {
  /** Where its rules and its word list stand. */
  folder: string;
  rules: ProseRules;
  /** The word list, as it is written. */
  words: string;
  /** Name and text of each file. */
  files: Iterable<readonly [string, string]>;
}

/** One line for each finding: `file:line:column: “what stands there”: what is wrong with it (rule)`. */
export async function proseProblems({
  folder,
  rules,
  words: source,
  files,
}: Book): Promise<string[]> {
  const words = wordList(source);
  const grammar = await grammarChecker(rules);
  const spared = rules.spared.map((one) => ({ ...one, used: false }));
  const problems: string[] = [];

  for (const [file, text] of files) {
    const prose = proseOf(file, text);
    const found = [
      ...prose.flatMap((one) => [...bookFindings(one, rules)]),
      ...(await grammar(prose, words)),
    ];
    const place = placesIn(text);
    for (const finding of found.toSorted((a, b) => a.at - b.at)) {
      const around = prose.find(({ at }) => at.includes(finding.at))!;
      const excuse = spared.find(
        (one) => one.rule === finding.rule && around.text.includes(one.text),
      );
      if (excuse) excuse.used = true;
      else problems.push(`${file}:${place(finding.at)}: ${said(finding)}`);
    }
  }
  // What both forms of a text share is read twice.
  return [
    ...new Set(problems),
    ...words
      .problems()
      .map(({ line, word, problem }) => `${folder}/words.txt:${line}:1: “${word}” ${problem}.`),
    ...spared
      .filter(({ used }) => !used)
      .map(({ rule, text }) => `${folder}/prose.yml: nothing to spare for ${rule} at “${text}”.`),
  ];
}

function placesIn(text: string) {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (const { index } of text.matchAll(/\n/g)) lines.addNewLine(index + 1);
  return (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${line}:${col}`;
  };
}

const said = ({ text, problem, say, rule }: Finding) => {
  const better = say.slice(0, 3).join(', ');
  return `“${text}”: ${problem}${better && ` Better: ${better}.`} (${rule})`;
};
