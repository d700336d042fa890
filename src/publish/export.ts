/**
 * `npm run export`: builds the book and makes all that readers can take away from it, in `dist-export/`.
 * `--only offline,epub` makes some of it; `--base /book/` is for a site that lives in a folder. BOOK_SITE
 * says where the site will be.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildBook } from './book.ts';
import { editionDate } from './date.ts';
import { measure, measureFolder, type Published } from './manifest.ts';
import { epub } from './epub/index.ts';
import { writeHosting } from './hosting/index.ts';
import { offline } from './offline/index.ts';
import { readOptions } from './options.ts';
import { pdf } from './pdf/index.ts';
import type { Context, Step } from './step.ts';

const steps: readonly Step[] = [offline, epub, pdf];
/** Last, since its download page tells the sizes of all others. */
const site = 'site';

const root = fileURLToPath(new URL('../..', import.meta.url));
const out = join(root, 'dist-export');

/** Runs a part of the work and tells, in one line, what came of it. */
async function told<Result>(
  name: string,
  run: () => Promise<Result>,
  describe: (result: Result) => string = () => 'built',
): Promise<Result> {
  const start = performance.now();
  try {
    const result = await run();
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`${name.padEnd(8)} ${describe(result)}, ${seconds} s`);
    return result;
  } catch (error) {
    throw new Error(`${name}: ${(error as Error).message}`, { cause: error });
  }
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

async function make({ name, needs, run }: Step, context: Context): Promise<Published[]> {
  const work = async () => Promise.all((await run(context)).map((made) => measure(made, out)));
  const total = (files: Published[]) => files.reduce((sum, { bytes }) => sum + bytes, 0);
  try {
    return await told(
      name,
      work,
      (files) =>
        `${files.length} ${files.length === 1 ? 'file' : 'files'}, ${megabytes(total(files))}`,
    );
  } catch (error) {
    if (needs.length > 0) (error as Error).message += `\nThis step needs ${needs.join(', ')}.`;
    throw error;
  }
}

async function main() {
  const { picked, base } = readOptions(process.argv.slice(2), [
    ...steps.map((step) => step.name),
    site,
  ]);
  const address = process.env.BOOK_SITE && new URL(base, process.env.BOOK_SITE).href;
  const book = join(root, '.astro/export');
  const context = { book, out, date: editionDate(root), ...(address && { site: address }) };
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });

  const files: Published[] = [];
  const chosen = steps.filter(({ name }) => picked.has(name));
  if (chosen.length > 0) await told('book', () => buildBook({ outDir: book }));
  for (const step of chosen) files.push(...(await make(step, context)));
  const manifest = join(out, 'manifest.json');
  await writeFile(manifest, `${JSON.stringify(files, null, 2)}\n`);

  const lines = files.map(({ file, bytes, sha256 }) => ({ file, bytes, sha256 }));
  if (picked.has(site)) {
    const folder = join(out, site);
    await told(site, () => buildBook({ outDir: folder, base, manifest }));
    await writeHosting(folder, base, join(out, 'hosting'));
    lines.push({ file: `${site}/`, ...(await measureFolder(folder)) });
  }
  for (const { file, bytes, sha256 } of lines) {
    console.log(`${sha256}  ${megabytes(bytes).padStart(9)}  ${join('dist-export', file)}`);
  }
}

try {
  await main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
