/** The built book on disk, as the tests read it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { plannedContents, planSlug } from '#content/contents.ts';
import { defaultLocale } from '#i18n/locales.ts';

/** Where the npm scripts put the two builds, and where each expects to be served. */
export const builds = {
  root: { folder: 'dist', base: '/', script: 'build' },
  subpath: { folder: '.astro/subpath', base: '/book/', script: 'build:subpath' },
} as const;

export type Build = keyof typeof builds;

/** All files of a build: paths with `/` between folders and none before the first. */
export function filesOf(build: Build): string[] {
  const { folder } = builds[build];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.split(sep).join('/'))
    .sort();
}

export const read = (build: Build, path: string): Buffer =>
  readFileSync(join(builds[build].folder, path));

/** What a host that compresses sends for this many bytes. */
export const gzipped = (bytes: Buffer | string): number => gzipSync(bytes).length;

/** `1.5 kB`: the unit of the budgets, 1000 bytes. */
export const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

export interface Page {
  /** The file: `en/atlas/index.html`. */
  file: string;
  /** The address below the base: `en/atlas/`, or the file itself when it is no index. */
  path: string;
  html: string;
  /** Not for search engines, and not linked to: what a missing address and a frame show. */
  unlisted: boolean;
}

/** Pages that a reader sees: not those that only send on to another. */
export function pagesOf(build: Build): Page[] {
  return filesOf(build)
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const html = read(build, file).toString();
      return {
        file,
        path: file.replace(/(^|\/)index\.html$/, '$1'),
        html,
        unlisted: /<meta name="robots" content="noindex"/i.test(html),
      };
    })
    .filter(({ html }) => !/<meta http-equiv="refresh"/i.test(html));
}

/** The pages that Lighthouse judges: the cover, the first chapter, the atlas. */
export function auditedPaths(build: Build): string[] {
  const built = new Set(pagesOf(build).map(({ path }) => path));
  const [first] = plannedContents(defaultLocale);
  return ['', `chapters/${planSlug(first!)}/`, 'atlas/'].map((page) => {
    const path = `${defaultLocale}/${page}`;
    if (!built.has(path)) throw new Error(`${path} was not built.`);
    return path;
  });
}
