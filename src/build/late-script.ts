/**
 * Asks for what a page's script imports together with the script itself. On a slow line each further level
 * of imports waits for the answer to the last.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Of a bundle's chunk: what it needs before it runs. */
interface Chunk {
  type: 'chunk';
  isEntry: boolean;
  imports: string[];
}
type Bundle = Record<string, Chunk | { type: 'asset' }>;

export function oneLevel(): AstroIntegration {
  let imports = new Map<string, string[]>();
  return {
    name: 'one-level',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        const plugin = {
          name: 'book:one-level',
          applyToEnvironment: ({ name }: { name: string }) => name === 'client',
          generateBundle: (_: unknown, bundle: Bundle) => void (imports = importsOf(bundle)),
        };
        updateConfig({ vite: { plugins: [plugin] } });
      },
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        const files = await readdir(folder, { recursive: true });
        for (const file of files.filter((name) => name.endsWith('.html'))) {
          const path = join(folder, file);
          await writeFile(path, withPreloads(await readFile(path, 'utf8'), imports));
        }
      },
    },
  };
}

/** Each script of a page -> all that it imports, at any depth. */
export function importsOf(bundle: Bundle): Map<string, string[]> {
  const reach = (file: string, seen: Set<string>): Set<string> => {
    const chunk = bundle[file];
    for (const next of chunk?.type === 'chunk' ? chunk.imports : []) {
      if (seen.has(next)) continue;
      seen.add(next);
      reach(next, seen);
    }
    return seen;
  };
  const entries = Object.keys(bundle).filter((file) => {
    const chunk = bundle[file]!;
    return chunk.type === 'chunk' && chunk.isEntry;
  });
  return new Map(entries.map((file) => [file, [...reach(file, new Set())].sort()]));
}

/** The page with a link for each import before the script that needs it, under the script's own base. */
export function withPreloads(html: string, imports: ReadonlyMap<string, string[]>): string {
  return html.replace(/<script type="module" src="([^"]+)">/g, (script, address: string) => {
    const file = [...imports.keys()].find((name) => address.endsWith(`/${name}`));
    if (!file) return script;
    const base = address.slice(0, -file.length);
    const links = imports
      .get(file)!
      .map((name) => `<link rel="modulepreload" href="${base}${name}">`);
    return links.join('') + script;
  });
}
