/** Pages opened in one Firefox for each test file, with a record of what they asked for and complained of. */
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll } from 'vitest';
import { launchFirefox } from '../tools/firefox.ts';
import { settled } from './settled.ts';

export interface Visit {
  page: Page;
  /** Errors and warnings, exceptions, what did not load, and what a policy forbade. */
  complaints: string[];
  /** The URL of every request that left the page, without `data:`, `blob:` and `file:`. */
  requests: string[];
  /** The URL of every worker that was started. */
  workers: string[];
}

export interface View {
  width?: number;
  height?: number;
}

let firefox: Browser | undefined;

/** Starts Firefox before the tests of a file, and ends it after them. */
export function useFirefox(): void {
  beforeAll(async () => {
    firefox = await launchFirefox();
  });
  afterAll(() => firefox?.close());
}

/** Opens a page with nothing stored, waits until it has settled, and closes it after `use`. */
export async function visit<T>(
  url: string,
  use: (visit: Visit) => Promise<T>,
  { width = 1280, height = 800 }: View = {},
): Promise<T> {
  const context = await firefox!.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport({ width, height });
    const record = { page, ...(await listen(page)) };
    await page.goto(url, { waitUntil: 'load' });
    await settle(page);
    return await use(record);
  } finally {
    await context.close();
  }
}

async function listen(page: Page): Promise<Omit<Visit, 'page'>> {
  const complaints: string[] = [];
  const requests: string[] = [];
  const workers: string[] = [];
  const complain = (text: string) => {
    // Firefox says so of a formula of which only the first half has come; formulas.test.ts looks at whole ones.
    if (!/Invalid markup: Incorrect number of children for <m/.test(text)) complaints.push(text);
  };
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) complain(message.text());
  });
  page.on('pageerror', (error) => complain(String(error)));
  page.on('requestfailed', (request) => {
    complaints.push(`${request.url()}: ${request.failure()?.errorText}`);
  });
  page.on('request', (request) => {
    if (!/^(data|blob|file):/.test(request.url())) requests.push(request.url());
  });
  page.on('workercreated', (worker) => workers.push(worker.url()));
  await page.evaluateOnNewDocument(reportFailures);
  return { complaints, requests, workers };
}

/** Runs in the page, before its own scripts: makes errors of what Firefox tells its own console only. */
function reportFailures(): void {
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    reportError(new Error(`policy: ${effectiveDirective} ${blockedURI}`));
  });
  const failed = ({ target }: Event) => {
    if (target instanceof Element) {
      reportError(new Error(`not loaded: ${target.outerHTML.slice(0, 200)}`));
    }
  };
  addEventListener('error', failed, true);
}

/** Waits for the fonts and pictures that a reader waits for, and for the script that comes after them. */
export const settle = (page: Page): Promise<void> => page.evaluate(settled);
