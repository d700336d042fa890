import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { digestOf, workerFile, type Edition } from '#app/edition.ts';
import { isApp } from '#app/is-app.ts';
import { bundle } from '#publish/offline/bundle.ts';

/** Makes the built book an app: writes the service worker that keeps its pages on the reader's device. */
export const bookApp = (): AstroIntegration => ({
  name: 'book-app',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      const folder = fileURLToPath(dir);
      if (!isApp()) {
        await writeLastWorker(folder);
        return;
      }
      const { id, sent, files } = await writeWorker(folder);
      const count = Object.keys(files).length;
      logger.info(`edition ${id}: ${count} files, ${(sent / 1e6).toFixed(1)} MB compressed`);
    },
  },
});

/** Of no use on a device: what is for other hosts, for shared links and for downloads, and the worker itself. */
const isLeftOut = (file: string) =>
  /^(\.|_headers$|downloads\/|404\.html$|card\.png$)/.test(file) || file === workerFile;

/** Writes the worker of the edition that lies in `folder`. The same files give the same worker. */
export async function writeWorker(folder: string): Promise<Edition> {
  const code = await scriptFrom('worker.ts');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((name) => !isLeftOut(name))
    .sort();
  const files: Record<string, string> = {};
  let sent = 0;
  let stored = 0;
  for (const name of names) {
    const content = await readFile(join(folder, name));
    files[name.replace(/(^|\/)index\.html$/, '$1')] = await digestOf(content);
    stored += content.length;
    sent += Math.min(content.length, gzipSync(content).length);
  }
  const hash = createHash('sha256').update(JSON.stringify(files) + code);
  const edition = { id: hash.digest('hex').slice(0, 12), files, sent, stored };
  await writeFile(join(folder, workerFile), `self.edition=${JSON.stringify(edition)};\n${code}`);
  return edition;
}

/** Writes the worker that takes away all that others left. */
export async function writeLastWorker(folder: string): Promise<void> {
  await writeFile(join(folder, workerFile), await scriptFrom('worker-off.ts'));
}

const scriptFrom = (name: string) =>
  bundle([{ path: fileURLToPath(new URL(`../app/${name}`, import.meta.url)) }]);
