import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { plannedContents } from '#content/contents.ts';
import { parseYaml } from '#content/yaml.ts';
import { renderMath } from '#markdown/math.ts';
import { formulasIn, lettersOf } from './letters.ts';
import { loadNotation, symbolsOfChapter, symbolsOfTerm } from './load.ts';
import { notationSchema } from './schema.ts';

const all = loadNotation('en').flatMap(({ symbols }) => symbols);
const chapters = plannedContents('en').flatMap((item) => ('slug' in item ? [item.slug] : []));
const textOf = (slug: string) => readFileSync(`content/en/chapters/${slug}.mdx`, 'utf8');

test('letters are found among commands, and words are none', () => {
  const found = lettersOf(
    String.raw`\tfrac{W_1}{2} \operatorname{Var}(w)\,\sigma(\beta z) \text{ for } \dots`,
  );
  expect([...found].sort()).toEqual(['W', '\\beta', '\\sigma', 'w', 'z']);
  expect(formulasIn('so $a$ and\n$$\nb = c\n$$\n')).toEqual(['a', '\nb = c\n']);
});

describe('the notation of the book', () => {
  test.each(chapters)('explains every letter of %s', (slug) => {
    const explained = lettersOf(all.map(({ tex }) => tex).join(' '));
    const used = lettersOf(formulasIn(textOf(slug)).join(' '));
    expect([...used].filter((letter) => !explained.has(letter))).toEqual([]);
  });

  /** The text of each section by its id, as the headings are slugged. */
  const sections = (slug: string) =>
    new Map(
      textOf(slug)
        .split(/^(?=##+ )/m)
        .map((part) => {
          const heading = /^##+ (.*)$/m.exec(part)?.[1] ?? '';
          const name = heading.toLowerCase().replace(/[^\p{L}\p{N}\s-]/gu, '');
          return [name.trim().replace(/\s/g, '-'), part];
        }),
    );

  test.each(all.map((symbol) => [symbol.id, symbol] as const))(
    '%s is met where it says',
    (_id, { first, tex }) => {
      const [slug = '', id = ''] = first.split('#');
      const section = sections(slug).get(id);
      expect(section, `a section ${id} of ${slug}`).toBeDefined();
      const there = lettersOf(formulasIn(section!).join(' '));
      expect([...lettersOf(tex)].filter((letter) => !there.has(letter))).toEqual([]);
    },
  );

  test('names the code as it is', () => {
    const code = ['src/nn', 'src/activations', 'components/softmax']
      .flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`))
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    const names = new Set(code.match(/\bMath\.\w+|[A-Za-z_]\w*/g));
    expect(all.flatMap(({ code }) => code).filter((name) => !names.has(name))).toEqual([]);
  });

  test('can be typeset', () => {
    for (const { tex } of all) expect(() => renderMath(tex)).not.toThrow();
  });

  test('is reached from terms and from chapters', () => {
    expect(symbolsOfTerm('en', 'pre-activation').map(({ id }) => id)).toEqual(['pre-activation']);
    expect(symbolsOfChapter('en', chapters[0]!).length).toBeGreaterThan(5);
  });

  test('refuses an id that is there twice', () => {
    const symbol = '{id: a, tex: z, said: z, meaning: m, first: c#s}';
    const file = `- id: g\n  title: t\n  symbols:\n    - ${symbol}\n    - ${symbol}\n`;
    expect(() => parseYaml(file, 'n.yml', notationSchema)).toThrow('n.yml:5');
  });
});
