import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { headersFile } from '#publish/hosting/headers-file.ts';
import { readGroups } from '#publish/hosting/index.ts';
import { withPolicy } from '#publish/hosting/policy.ts';
import { withOneStyle } from './one-style.ts';

/**
 * Gives every page its Content-Security-Policy, and the site the file `_headers` with the same policies. Stands
 * after all that writes scripts or styles into pages. Astro's own would list every script of the book on every
 * page, and not the one that stands in the page.
 */
export function contentPolicies(): AstroIntegration {
  let base = '/';
  return {
    name: 'content-policy',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = `/${config.base}/`.replace(/\/+/g, '/');
      },
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        const files = await readdir(folder, { recursive: true });
        for (const file of files.filter((name) => name.endsWith('.html'))) {
          const path = join(folder, file);
          await writeFile(path, withPolicy(withOneStyle(await readFile(path, 'utf8'))));
        }
        await writeFile(join(folder, '_headers'), headersFile(await readGroups(folder), base));
      },
    },
  };
}
