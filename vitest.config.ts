import { defineConfig } from 'vitest/config';
import { simdCore } from './src/build/simd-core.ts';

// Two projects: `unit` stands beside the modules and needs nothing; `site` drives the built book
// in a real browser and needs `npm run build` first.
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
          globalSetup: 'tests/site/setup.ts',
          testTimeout: 60_000,
          // Other work on the machine must not fail a test: a poll ends as soon as it can.
          expect: { poll: { timeout: 10_000 } },
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
