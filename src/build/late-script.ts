/**
 * Lets a page stand before its script comes: the text and its fonts have the line to themselves until the first
 * paint. Then the script and all that it imports are asked for together, since on a slow line each further level
 * of imports would wait for the answer to the last.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** The attribute in which such a script names what it brings, for those who take pages apart. */
export const lateAddress = 'data-late';

/** Of a bundle's chunk: what it needs before it runs. */
interface Chunk {
  type: 'chunk';
  isEntry: boolean;
  imports: string[];
}
type Bundle = Record<string, Chunk | { type: 'asset' }>;

export function lateScript(): AstroIntegration {
  let imports = new Map<string, string[]>();
  return {
    name: 'late-script',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        const plugin = {
          name: 'book:late-script',
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
          await writeFile(path, withLateScripts(await readFile(path, 'utf8'), imports));
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

/**
 * The page with each script replaced by one that waits for the first paint and then imports it, with whatever it
 * imports itself. A page that is not looked at yet is not painted, and its script waits with it.
 */
export function withLateScripts(html: string, imports: ReadonlyMap<string, string[]>): string {
  return html.replace(
    /<script type="module" src="([^"]+)"><\/script>/g,
    (script, address: string) => {
      const file = [...imports.keys()].find((name) => address.endsWith(`/${name}`));
      if (!file) return script;
      const base = address.slice(0, -file.length);
      const parts = JSON.stringify([address, ...imports.get(file)!.map((name) => base + name)]);
      return (
        `<script type="module" ${lateAddress}="${address}">requestAnimationFrame(()=>setTimeout(()=>{` +
        `for(const part of ${parts})import(part)}))</script>`
      );
    },
  );
}
