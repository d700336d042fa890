import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { downloads } from '#publish/manifest.ts';

/** Puts the files that the download page offers into the folder `downloads` of the built site. */
export const downloadFiles = (): AstroIntegration => ({
  name: 'downloads',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const { folder, files } = downloads();
      for (const { file } of files) {
        await cp(join(folder, file), join(fileURLToPath(dir), 'downloads', file));
      }
    },
  },
});
