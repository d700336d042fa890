/** Builds of the book, each in a process of its own: a build keeps notes in its modules. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const astro = dirname(createRequire(import.meta.url).resolve('astro/package.json'));

interface Build {
  /** The folder that the book is built into: an absolute path. */
  outDir: string;
  /** The folder of the site that the book will live in: `/book/`. */
  base?: string;
  /** The manifest of the files that the download page offers; without it there are none. */
  manifest?: string;
}

/** Rejects with all that the build said when it fails. */
export function buildBook({ outDir, base = '/', manifest = '' }: Build): Promise<void> {
  return new Promise((resolve, reject) => {
    const build = spawn(
      process.execPath,
      [join(astro, 'bin/astro.mjs'), 'build', '--outDir', outDir, '--base', base],
      { env: { ...process.env, BOOK_DOWNLOADS: manifest } },
    );
    let said = '';
    for (const stream of [build.stdout, build.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (said += text));
    }
    build.once('error', reject);
    build.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`The book could not be built.\n${said}`));
    });
  });
}
