/** What an export made. `manifest.json` beside its files tells the site what it can offer. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { z } from 'zod';
import { locales } from '#i18n/locales.ts';
import { kinds, type Made } from './step.ts';

const schema = z.array(
  z.strictObject({
    /** As in `Made`, for all but the last two. */
    file: z.string(),
    kind: z.enum(kinds),
    locale: z.enum(locales).optional(),
    chapter: z.string().optional(),
    bytes: z.number().int().positive(),
    /** Hexadecimal. */
    sha256: z.string().length(64),
  }),
);

export type Published = z.infer<typeof schema>[number];

const hashOf = (content: Uint8Array | string) => createHash('sha256').update(content).digest('hex');

export async function measure(made: Made, folder: string): Promise<Published> {
  const content = await readFile(join(folder, made.file));
  return { ...made, bytes: content.length, sha256: hashOf(content) };
}

/** The size of all files together, and a hash of the sorted list of their names and hashes. */
export async function measureFolder(folder: string): Promise<{ bytes: number; sha256: string }> {
  let bytes = 0;
  const lines: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const content = await readFile(file);
    bytes += content.length;
    lines.push(`${relative(folder, file).split(sep).join('/')} ${hashOf(content)}\n`);
  }
  return { bytes, sha256: hashOf(lines.sort().join('')) };
}

export interface Downloads {
  /** Where the files lie. */
  folder: string;
  files: Published[];
}

/**
 * What the site that is being built offers for download: the manifest that BOOK_DOWNLOADS names, and no
 * files where it names none.
 *
 * @throws when the manifest is not there, or holds something else
 */
export function downloads(manifest = process.env.BOOK_DOWNLOADS): Downloads {
  if (!manifest) return { folder: '', files: [] };
  const files = schema.parse(JSON.parse(readFileSync(manifest, 'utf8')));
  return { folder: dirname(manifest), files };
}
