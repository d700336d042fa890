import './src/build/unique-ids.ts';
import { defineConfig } from 'vitest/config';
import { simdCore } from './src/build/simd-core.ts';

const inFirefox = 'tests/site/firefox*.test.ts';
/** Other work on the machine must not fail a test: a poll ends as soon as it can. */
const patience = {
  expect: { poll: { timeout: 10_000 } },
  testTimeout: 60_000,
  hookTimeout: 120_000,
};

// Three projects: `unit` stands beside the modules and needs nothing; `site` and `firefox` drive the built
// book in a real browser and need `npm run build` first.
export default defineConfig({
  test: {
    projects: [
      {
        plugins: [simdCore()],
        test: { name: 'unit', include: ['src/**/*.test.ts', 'components/**/*.test.ts'] },
      },
      {
        test: {
          name: 'site',
          include: ['tests/site/**/*.test.ts'],
          exclude: [inFirefox],
          globalSetup: 'tests/site/setup.ts',
          ...patience,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'firefox',
          include: [inFirefox],
          globalSetup: 'tests/site/firefox-setup.ts',
          ...patience,
          fileParallelism: false,
        },
      },
    ],
  },
});
