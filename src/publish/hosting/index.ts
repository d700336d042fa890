/** Configurations for hosts, made from the built site itself. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { nginxConfig } from './nginx.ts';
import { groupsOf, type Group } from './rules.ts';

/** Text files for hosts that need no more than to know where the site is. */
const asTheyAre = ['github-pages.yml', 'netlify.toml'];

export async function readGroups(site: string): Promise<Group[]> {
  const entries = await readdir(site, { recursive: true, withFileTypes: true });
  const pages = new Map<string, string>();
  for (const entry of entries.filter(({ name }) => name.endsWith('.html'))) {
    const path = join(entry.parentPath, entry.name);
    const file = relative(site, path).split(sep).join('/');
    // Chapters as single files are not pages of the site.
    if (!file.startsWith('downloads/')) pages.set(file, await readFile(path, 'utf8'));
  }
  return groupsOf(pages);
}

/**
 * Writes the configurations for the site in the folder `site` into the folder `out`.
 *
 * @param base where the site will live, with slashes at both ends
 */
export async function writeHosting(site: string, base: string, out: string): Promise<void> {
  await mkdir(out, { recursive: true });
  await writeFile(join(out, 'nginx.conf'), nginxConfig(await readGroups(site), base));
  for (const name of asTheyAre) {
    await writeFile(join(out, name), await readFile(new URL(name, import.meta.url)));
  }
}
