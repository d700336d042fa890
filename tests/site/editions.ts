/** Two editions of the book, and a server that changes from one to the other under its readers. */
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { writeLastWorker, writeWorker } from '#build/book-app.ts';
import { withPolicy } from '#publish/hosting/policy.ts';
import { asking } from '#publish/hosting/rules.ts';
import { serve, type Served } from '../tools/serve.ts';
import { builds, filesOf } from './builds.ts';

const { folder: first } = builds.root;

/** What every page of the second edition and its search say, and what its script leaves on the page. */
export const second = { title: 'second edition', mark: 'second' } as const;

const folders: string[] = [];

function copyOfFirst(): string {
  const folder = mkdtempSync(join(tmpdir(), 'edition-'));
  folders.push(folder);
  cpSync(first, folder, { recursive: true });
  return folder;
}

/** The script of every page, without its ending. */
const mainScript = (folder: string) =>
  /data-late="\/(_astro\/[^"]+)\.js"/.exec(
    readFileSync(join(folder, 'en/index.html'), 'utf8'),
  )![1]!;

const entitled = (html: string) => html.replace('</title>', ` (${second.title})</title>`);

/** With the policy that the build gives a page, which names its scripts by what they say. */
const asBuilt = (html: string) =>
  withPolicy(html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''));

/** The book with another title on every page, with its main script under another name, and with another search. */
export async function secondEdition(): Promise<string> {
  const folder = copyOfFirst();
  const script = mainScript(folder);
  renameSync(join(folder, `${script}.js`), join(folder, `${script}2.js`));
  for (const file of filesOf('root').filter((name) => /\.(html|js)$/.test(name))) {
    const path = join(folder, file === `${script}.js` ? `${script}2.js` : file);
    const name = script.slice('_astro/'.length);
    const text = readFileSync(path, 'utf8').replaceAll(`${name}.js`, `${name}2.js`);
    writeFileSync(path, file.endsWith('.html') ? asBuilt(entitled(text)) : text);
  }
  const main = join(folder, `${script}2.js`);
  const mark = `;document.documentElement.dataset.edition=${JSON.stringify(second.mark)};`;
  writeFileSync(main, readFileSync(main, 'utf8') + mark);
  const words = join(folder, 'en/search/words.js');
  const hint = readFileSync(words, 'utf8').replace('"search.hint":"', `$&${second.title} `);
  writeFileSync(words, hint);
  await writeWorker(folder);
  return folder;
}

/** The second edition, while one of its files has not reached the host. */
export async function brokenEdition(): Promise<string> {
  const folder = await secondEdition();
  rmSync(join(folder, `${mainScript(folder)}.js`));
  return folder;
}

/** The book when it is no longer an app. */
export async function lastEdition(): Promise<string> {
  const folder = copyOfFirst();
  for (const file of filesOf('root').filter((name) => name.endsWith('.html'))) {
    const path = join(folder, file);
    writeFileSync(path, readFileSync(path, 'utf8').replace(/<link rel="manifest"[^>]*>/, ''));
  }
  await writeLastWorker(folder);
  return folder;
}

export const removeEditions = () =>
  folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true }));

/** As hosts are asked to send a book: nothing is used again without asking. */
const options = { headersOf: () => ({ 'Cache-Control': asking }) };

/** A server that can be stopped, and start again at the same address with another folder. */
export class Host {
  #served: Served;

  private constructor(served: Served) {
    this.#served = served;
  }

  static start = async () => new Host(await serve(first, '/', options));

  get url(): string {
    return this.#served.url;
  }

  stop = () => this.#served.close();

  async restart(folder: string): Promise<void> {
    const port = Number(new URL(this.url).port);
    await this.stop();
    this.#served = await serve(folder, '/', { ...options, port });
  }
}

/** A host that is running until `use` is done with it. */
export async function withHost(use: (host: Host) => Promise<void>): Promise<void> {
  const host = await Host.start();
  try {
    await use(host);
  } finally {
    await host.stop().catch(() => undefined);
  }
}

/** A page of any browser. */
interface Evaluates {
  evaluate<T>(inPage: () => Promise<T>): Promise<T>;
}

/** Whether the page and its script are of the second edition: they must always agree. */
export async function editionOf(page: Evaluates): Promise<1 | 2> {
  const [title, mark] = await page.evaluate(async () => {
    await customElements.whenDefined('site-search');
    return [document.title, document.documentElement.dataset['edition']];
  });
  const ofPage = title!.includes(second.title) ? 2 : 1;
  expect(mark === second.mark ? 2 : 1).toBe(ofPage);
  return ofPage;
}
