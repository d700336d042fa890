/**
 * `npm run bench`: how fast the book's trainer is beside others, in a Chromium. Everything trains on the same
 * points in the same page, in turns; what counts is the processor time of the page's main thread, so that a busy
 * machine does little harm. A figure is the median over the rounds, and only ratios are meant to be quoted. A
 * target that is missed is printed as such.
 *
 * Options: `--rounds 9`, `--budget 60` (ms for each turn).
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build, preview, type InlineConfig } from 'vite';
import { simdCore } from '../../src/build/simd-core.ts';
import { launchChromium } from '../../src/publish/chromium.ts';
import type { Bench } from './page.ts';
import { processTime, timeRounds } from './clock.ts';
import { experimentLine, table } from './table.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));
const outDir = fileURLToPath(new URL('../../.astro/bench', import.meta.url));

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '9' },
    budget: { type: 'string', default: '60' },
  },
});
const options = { rounds: Number(values.rounds), budget: Number(values.budget) };

declare global {
  interface Window {
    bench: Bench;
  }
}

function installPeers(): void {
  if (existsSync(`${folder}node_modules`)) return;
  console.log('Installing the peers in tests/bench …');
  // Their install scripts only fetch what a browser has no use for.
  execFileSync('npm', ['--prefix', folder, 'ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    stdio: 'inherit',
  });
}

installPeers();
const shared: InlineConfig = {
  root: folder,
  base: './',
  configFile: false,
  logLevel: 'error',
  plugins: [simdCore()],
  worker: { plugins: () => [simdCore()] },
  build: { outDir, emptyOutDir: true, assetsInlineLimit: 0, chunkSizeWarningLimit: 5000 },
};
await build(shared);
const server = await preview({ ...shared, preview: { port: 0, host: '127.0.0.1' } });
const { browser } = await launchChromium();
try {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error.message));
  await page.goto(server.resolvedUrls!.local[0]!);
  await page.waitForFunction(() => 'bench' in window);
  if (!(await page.evaluate(() => window.bench.ready()))) throw new Error('No SIMD here.');
  const { works, peers } = await page.evaluate(() => ({
    works: window.bench.works,
    peers: window.bench.peers,
  }));
  console.log(
    `\nChromium ${browser.version()}, ${options.rounds} rounds, load ${loadavg()[0]!.toFixed(1)}\n`,
  );

  for (const [w, { name, targets }] of works.entries()) {
    await page.evaluate((work) => window.bench.startTraining(work), w);
    const times = await timeRounds(page, peers.length, options);
    console.log(table(name, peers, times, { tasks: 250, of: 'example', targets }));
  }

  await page.evaluate(() => window.bench.startSurface());
  const times = await timeRounds(page, peers.length, options);
  const surface = 'W4: 100 × 100 decision surface of W1';
  console.log(table(surface, peers, times, { tasks: 10_000, of: 'point', targets: {} }));

  for (const untilSolved of [true, false]) {
    const all = [];
    for (let k = 0; k < 3; k++) {
      const before = await processTime(browser);
      const result = await page.evaluate((until) => window.bench.experiment(until), untilSolved);
      all.push({ ...result, cpu: (await processTime(browser)) - before });
    }
    console.log(experimentLine(untilSolved, all));
  }
  console.log('\nNot the same work:');
  for (const { name, note } of peers) if (note) console.log(`  ${name}: ${note}`);
  console.log(`\nload ${loadavg()[0]!.toFixed(1)}`);
} finally {
  await browser.close();
  await server.close();
}
