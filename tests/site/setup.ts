/**
 * Before the site tests: serves both builds of the book and starts one Chromium for all of them.
 * `npm run build` and `npm run build:subpath` have made the builds.
 */
import { existsSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { launchChromium } from '#publish/chromium.ts';
import { serve } from '../tools/serve.ts';
import { builds } from './builds.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where each build stands: origin and base, with a slash at the end. */
    urls: Record<keyof typeof builds, string>;
    /** Chromium's remote-debugging port on 127.0.0.1. */
    port: number;
  }
}

export default async function setup({ provide }: TestProject) {
  for (const { folder, script } of Object.values(builds)) {
    if (!existsSync(folder))
      throw new Error(`${folder} is not there: \`npm run ${script}\` first.`);
  }
  const { browser, port } = await launchChromium();
  const root = await serve(builds.root.folder, builds.root.base);
  const subpath = await serve(builds.subpath.folder, builds.subpath.base);
  provide('urls', { root: root.url, subpath: subpath.url });
  provide('port', port);
  return async () => {
    await browser.close();
    await Promise.all([root.close(), subpath.close()]);
  };
}
