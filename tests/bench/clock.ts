/** Processor time, as Chromium tells it: what other programs do meanwhile is not in it. */
import type { Browser, CDPSession, Page } from 'playwright-core';

/** Milliseconds that the main thread of the page has worked so far. */
async function threadTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000;
}

/** Seconds that all pages' processes have worked so far. */
export async function processTime(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo
    .filter(({ type }) => type === 'renderer')
    .reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

/**
 * Gives every peer its turn, in every round.
 *
 * @param budget Milliseconds for a turn.
 * @returns Milliseconds for one task, [round][peer].
 */
export async function timeRounds(
  page: Page,
  peers: number,
  { rounds, budget }: { rounds: number; budget: number },
): Promise<number[][]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });

  const time = async (peer: number, times: number): Promise<number> => {
    await page.evaluate((p) => window.bench.enter(p), peer);
    const before = await threadTime(session);
    await page.evaluate(([p, t]) => window.bench.turn(p, t), [peer, times] as const);
    return ((await threadTime(session)) - before) / times;
  };

  /** Tasks in a turn; finding out warms up. */
  const timesOf = async (peer: number): Promise<number> => {
    for (let times = 1; ; times *= 2) {
      const each = await time(peer, times);
      if (each * times > budget / 4) return Math.max(1, Math.round(budget / each));
    }
  };

  const times: number[] = [];
  for (let peer = 0; peer < peers; peer++) {
    // Twice: what the engine learns in the first go changes its code for the second.
    await timesOf(peer);
    times.push(await timesOf(peer));
  }
  const table: number[][] = [];
  for (let round = 0; round < rounds; round++) {
    const row: number[] = [];
    for (let peer = 0; peer < peers; peer++) row.push(await time(peer, times[peer]!));
    table.push(row);
  }
  await session.detach();
  return table;
}
