/**
 * Fails the build when something in it leads nowhere, and says where the author wrote it:
 * `content/en/chapters/saturation.mdx:12: link to /en/atlas/rleu/ has no page`.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { findBrokenLinks, type BuiltSite, type Problem } from './broken-links.ts';
import { typedLinks } from './typed-links.ts';

export function checkLinks(): AstroIntegration {
  let base = '/';
  let origin: string | undefined;
  return {
    name: 'check-links',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = withSlashes(config.base);
        origin = config.site && new URL(config.site).origin;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const site = await readSite(fileURLToPath(dir), base, origin);
        const problems = findBrokenLinks(site);
        const lines = describeProblems(problems, typedLinks(await readContent(), base));
        for (const line of lines) logger.error(line);
        if (lines.length) throw new Error(`Broken links or ids, listed above: ${lines.length}.`);
        logger.info(`every link of ${site.pages.size} pages leads somewhere`);
      },
    },
  };
}

const withSlashes = (base: string) => `/${base}/`.replace(/\/+/g, '/');

async function readSite(folder: string, base: string, origin?: string): Promise<BuiltSite> {
  const pages = new Map<string, string>();
  const files = new Set<string>();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((entry) => entry.isFile())) {
    const file = join(entry.parentPath, entry.name);
    const path = relative(folder, file).split(sep).join('/');
    if (path.endsWith('.html')) pages.set(path, await readFile(file, 'utf8'));
    else files.add(path);
  }
  return { pages, files, base, ...(origin && { origin }) };
}

/** What authors typed, by file from the root of the project. */
async function readContent(): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const entry of await readdir('content', { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(mdx?|ya?ml|json)$/.test(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    texts.set(file.split(sep).join('/'), await readFile(file, 'utf8'));
  }
  return texts;
}

/** One line per place to mend, in order: the author's line where it is known, else the page. */
export function describeProblems(
  problems: readonly Problem[],
  typedAt: (href: string) => readonly string[],
): string[] {
  const lines = problems.flatMap(({ page, href, message }) => {
    const typed = href === undefined ? [] : typedAt(href);
    const places = typed.length > 0 ? placesFor(page, typed) : [page];
    return places.map((place) => `${place}: ${message}`);
  });
  return [...new Set(lines)].sort();
}

/** The places in the file that the page was made from, if it is among them; else all. */
function placesFor(page: string, places: readonly string[]): readonly string[] {
  const folders = page.split('/');
  const own = places.filter((place) => {
    const name = place
      .split('/')
      .at(-1)!
      .replace(/\.[^.]*$/, '');
    return folders.includes(name);
  });
  return own.length ? own : places;
}
