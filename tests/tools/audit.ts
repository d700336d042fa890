/**
 * `npm run audit`: how fast the built book is on a slow phone, by Lighthouse's mobile preset, for the
 * cover, the first chapter and the atlas. Medians of five runs, served as hosts do: by HTTP/2 under TLS, compressed
 * with Brotli. The numbers depend on this machine's clock, so none of them fails the command; the scores that do
 * not are asserted by `npm run test:site`.
 */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { auditedPaths, builds, filesOf, kB } from '../site/builds.ts';
import { launchChromium } from '#publish/chromium.ts';
import { categories, runLighthouse, type Report } from './lighthouse.ts';
import { serve } from './serve.ts';

const runs = 5;

/** The middle value; the upper one of two. */
const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!;

/** Copies the build to `folder`, with a `.br` beside every text for the server to send. */
async function compressedCopy(folder: string): Promise<void> {
  await cp(builds.root.folder, folder, { recursive: true });
  const texts = filesOf('root').filter((file) => /\.(html|css|js|json|svg|xml|txt)$/.test(file));
  await Promise.all(
    texts.map(async (file) => {
      const path = join(folder, file);
      await writeFile(`${path}.br`, brotliCompressSync(await readFile(path)));
    }),
  );
}

/** A row of the table: the medians over the runs on one page. */
function summarise(reports: Report[]) {
  const over = (pick: (report: Report) => number) => median(reports.map(pick));
  const scores = categories.map((name) => [name, over(({ scores }) => scores[name])] as const);
  return {
    ...Object.fromEntries(scores),
    'LCP s': (over(({ lcp }) => lcp) / 1000).toFixed(2),
    'TBT ms': Math.round(over(({ tbt }) => tbt)),
    CLS: over(({ cls }) => cls).toFixed(3),
    bytes: kB(over(({ bytes }) => bytes)),
  };
}

if (!existsSync(builds.root.folder)) {
  throw new Error(`${builds.root.folder} is not there: \`npm run ${builds.root.script}\` first.`);
}
const folder = await mkdtemp(join(tmpdir(), 'audit-'));
await compressedCopy(folder);
const server = await serve(folder, '/', { compressed: true, secure: true });
const { browser, port } = await launchChromium(['--ignore-certificate-errors']);
try {
  const rows: Record<string, ReturnType<typeof summarise>> = {};
  const faults = new Set<string>();
  for (const path of auditedPaths('root')) {
    const reports: Report[] = [];
    for (let run = 1; run <= runs; run++) {
      console.log(`/${path}: run ${run} of ${runs}`);
      reports.push(await runLighthouse(server.url + path, port, categories));
    }
    rows[`/${path}`] = summarise(reports);
    for (const fault of reports.flatMap((report) => report.faults))
      faults.add(`/${path}: ${fault}`);
  }
  console.table(rows);
  for (const fault of faults) console.log(fault);
} finally {
  await browser.close();
  await server.close();
  await rm(folder, { recursive: true });
}
