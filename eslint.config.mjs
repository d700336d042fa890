import { readdirSync } from 'node:fs';
import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * Imports go one way, down this list: pages → components → figures, experiments → nn → activations. What stands in
 * one line may import from each other. Only `src/build/`, the checks on authors, and tests look at all of it.
 */
const order = [
  ['pages'],
  ['layouts', 'components'],
  ['publish'],
  ['build'],
  ['claims'],
  ['history'],
  ['notation'],
  ['code'],
  ['bibliography'],
  ['atlas'],
  ['content'],
  ['questions'],
  ['figures'],
  ['lab'],
  ['exports'],
  ['experiments'],
  ['inside'],
  ['depth'],
  ['nn'],
  ['formula'],
  ['approximation'],
  ['numerics'],
  ['activations'],
  ['app', 'fonts', 'glossary', 'i18n', 'markdown', 'prose', 'search', 'state', 'styles'],
];

const known = order.flat();
for (const entry of readdirSync(new URL('src/', import.meta.url), { withFileTypes: true }))
  if (entry.isDirectory() && !known.includes(entry.name))
    throw new Error(
      `src/${entry.name}/ needs a place in the order of imports (eslint.config.mjs).`,
    );

/** What a folder may not import: all that stands above it. */
const oneWay = order.flatMap((folders, line) => {
  const above = order.slice(0, line).flat();
  if (above.length === 0) return [];
  // `../../content/en/` is the text of the book, not a folder of `src`.
  const regex = `^(#|(\\.\\./)+(src/)?(?!content/en/))(${above.join('|')})/`;
  return folders.map((folder) => {
    const message = `It stands above ${folder}/ in the order of imports (eslint.config.mjs).`;
    // ESLint has a rule of its own for `import` and `export … from` only, and a selector cannot hold a slash.
    const selector = `ImportExpression[source.value=/${regex.replaceAll('/', '\\x2f')}/]`;
    return {
      files: [folder === 'components' ? 'components/**' : `src/${folder}/**`],
      ignores: ['src/build/**', '**/*.test.ts', '**/testing*.ts'],
      rules: {
        'no-restricted-imports': ['error', { patterns: [{ regex, message }] }],
        'no-restricted-syntax': ['error', { selector, message }],
      },
    };
  });
});

export default defineConfig(
  { ignores: ['dist/', 'dist-export/', '.astro/', '**/node_modules/', 'src/nn/simd/assembly/'] },
  ...tseslint.configs.strict,
  ...astro.configs.recommended,
  {
    rules: {
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  ...oneWay,
  // Command-line tools talk to the terminal.
  {
    files: ['tests/tools/**', 'tests/bench/**', 'src/build/**', 'src/publish/{chromium,export}.ts'],
    rules: { 'no-console': 'off' },
  },
);
