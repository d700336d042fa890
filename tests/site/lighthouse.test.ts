/** The judgements of Lighthouse that do not depend on a clock; `npm run audit` shows the others. */
import { expect, inject, test } from 'vitest';
import { runLighthouse } from '../tools/lighthouse.ts';
import { auditedPaths } from './builds.ts';

test.each(auditedPaths('root'))('/%s has nothing left to mend', async (path) => {
  const url = inject('urls').root + path;
  const wanted = ['accessibility', 'best-practices', 'seo'] as const;
  const { scores, faults } = await runLighthouse(url, inject('port'), wanted);
  expect.soft(faults).toEqual([]);
  expect(scores).toMatchObject({ accessibility: 100, 'best-practices': 100, seo: 100 });
});
