/** Pages opened in the one Chromium of this run, with a record of what they asked for and complained of. */
import { chromium, type Browser, type Page } from 'playwright-core';
import { inject } from 'vitest';
import type { Build } from './builds.ts';
import { settled } from './settled.ts';

export interface View {
  width?: number;
  height?: number;
  colorScheme?: 'light' | 'dark';
  javaScript?: boolean;
  reducedMotion?: boolean;
  /** A screen that is touched. */
  touch?: boolean;
  build?: Build;
  /** Lets the book keep its pages, as it does for readers; not while something else is tested. */
  keeps?: boolean;
}

/** A narrow phone by day, and a desk by night. */
export const phone = { width: 360, height: 740, colorScheme: 'light' } as const satisfies View;
export const desk = { width: 1280, height: 800, colorScheme: 'dark' } as const satisfies View;

export interface Visit {
  page: Page;
  /** Errors and warnings on the console, uncaught exceptions, and requests that failed. */
  complaints: string[];
  /** The URL of every request so far, without `data:` and `blob:`. */
  requests: string[];
  /** Scripts among them. */
  scripts: string[];
}

let connection: Promise<Browser> | undefined;

/** Playwright attaches to the Chromium that the setup launched; once in each test file. */
const connect = () =>
  (connection ??= chromium.connectOverCDP(`http://127.0.0.1:${inject('port')}`));

/** Opens `path` (below the build's base, or a whole address), waits until it has settled, and closes it after `use`. */
export async function visit<T>(
  path: string,
  view: View,
  use: (visit: Visit) => Promise<T>,
): Promise<T> {
  const {
    width = 1280,
    height = 800,
    javaScript = true,
    build = 'root',
    keeps = false,
    ...rest
  } = view;
  const browser = await connect();
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: rest.colorScheme ?? 'light',
    reducedMotion: (rest.reducedMotion ?? true) ? 'reduce' : 'no-preference',
    javaScriptEnabled: javaScript,
    hasTouch: rest.touch ?? false,
    serviceWorkers: keeps ? 'allow' : 'block',
  });
  try {
    const page = await context.newPage();
    const record = { page, ...listen(page) };
    if (javaScript) await page.addInitScript(watchShifts);
    await page.goto(/^(file|http):/.test(path) ? path : inject('urls')[build] + path, {
      waitUntil: 'load',
    });
    // With scripts off the page runs no callbacks; the load event is all there is to wait for.
    if (javaScript) await settle(page);
    return await use(record);
  } finally {
    await context.close();
  }
}

function listen(page: Page): Omit<Visit, 'page'> {
  const complaints: string[] = [];
  const requests: string[] = [];
  const scripts: string[] = [];
  page.on('console', (message) => {
    // It blocks the worker, and says so each time.
    if (message.text() === 'Service Worker registration blocked by Playwright') return;
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('requestfailed', (request) =>
    complaints.push(`${request.url()}: ${request.failure()?.errorText}`),
  );
  page.on('request', (request) => {
    if (/^(data|blob):/.test(request.url())) return;
    requests.push(request.url());
    if (request.resourceType() === 'script') scripts.push(request.url());
  });
  return { complaints, requests, scripts };
}

/** Waits for what a reader waits for: fonts and pictures there, a frame painted with them, and the script after it. */
export const settle = (page: Page): Promise<void> => page.evaluate(settled);

/** Again, as a reader asks for it. */
export async function reload(page: Page): Promise<void> {
  await page.reload();
  await settle(page);
}

/** Runs in the page, before its own scripts: adds up the layout shifts that the reader did not cause. */
function watchShifts(): void {
  const shifts = { total: 0, worst: '' };
  Object.assign(window, { shifts });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as LayoutShift[]) {
      if (entry.hadRecentInput) continue;
      shifts.total += entry.value;
      const moved = entry.sources.map(({ node }) =>
        node instanceof Element ? `${node.localName}#${node.id}.${node.className}` : 'text',
      );
      shifts.worst += ` ${entry.value.toFixed(3)}: ${moved.join(', ')};`;
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

interface LayoutShift extends PerformanceEntry {
  value: number;
  hadRecentInput: boolean;
  sources: { node?: Node }[];
}
