import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

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
  // Command-line tools talk to the terminal.
  {
    files: ['tests/tools/**', 'tests/bench/**', 'src/build/**', 'src/publish/{chromium,export}.ts'],
    rules: { 'no-console': 'off' },
  },
);
