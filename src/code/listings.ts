/**
 * `content/code/<id>.yml`: an activation function in the libraries that a reader may use;
 * `content/code/ideas/<id>.yml`: an idea of the book in those where it has something to show; and
 * `content/code/outputs.json`: what each listing printed when `tests/tools/run-snippets.py` ran it.
 * Build time only.
 */
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { readYaml } from '#content/files.ts';

/** The libraries in the order of the tabs. */
export const libraries = ['numpy', 'pytorch', 'tensorflow', 'keras', 'jax'] as const;
export type Library = (typeof libraries)[number];

const source = z.string().min(1);
const functionSchema = z.record(z.enum(libraries), source);
const ideaSchema = z
  .partialRecord(z.enum(libraries), source)
  .refine((listings) => Object.keys(listings).length > 0, { message: 'there is no listing' });

/** YAML reads JSON as well, and names the line of what is wrong. */
const outputsSchema = z.record(
  z.string(),
  z.partialRecord(
    z.enum(libraries),
    z.strictObject({ hash: z.string(), version: z.string(), prints: z.string() }),
  ),
);

export interface Listing {
  readonly library: Library;
  readonly code: string;
  /** What it printed, and with which version of the library. Absent when it has not been run. */
  readonly output?: { readonly version: string; readonly prints: string };
}

const folder = 'content/code';
const outputsFile = `${folder}/outputs.json`;

/** Ids of the ideas that have listings. */
export const ideaIds = (): string[] =>
  readdirSync(`${folder}/ideas`)
    .map((file) => path.parse(file).name)
    .sort();

/** @throws when the file is missing, lacks a library, or has changed since it was run. */
export const listingsOfFunction = (id: string): Listing[] =>
  withOutputs(id, readYaml(`${folder}/${id}.yml`, functionSchema).data);

/** @throws when the file is missing, or has changed since it was run. */
export const listingsOfIdea = (id: string): Listing[] =>
  withOutputs(id, readYaml(`${folder}/ideas/${id}.yml`, ideaSchema).data);

function withOutputs(id: string, code: Partial<Record<Library, string>>): Listing[] {
  const recorded = readYaml(outputsFile, outputsSchema).data[id] ?? {};
  return libraries
    .filter((library) => code[library] !== undefined)
    .map((library) => ({ library, ...outputOf(id, library, code[library]!, recorded[library]) }));
}

/** @throws when the output is that of another listing. */
export function outputOf(
  id: string,
  library: Library,
  code: string,
  recorded?: { hash: string; version: string; prints: string },
): Omit<Listing, 'library'> {
  if (!recorded) return { code };
  const { hash, version, prints } = recorded;
  if (hash !== hashOf(code))
    throw new Error(
      `${outputsFile}: ${id}: the listing for ${library} has changed since it was run: ` +
        `python3 tests/tools/run-snippets.py --record ${id}`,
    );
  return { code, output: { version, prints } };
}

/** As `tests/tools/listings.py` computes it. */
export const hashOf = (code: string): string =>
  createHash('sha256').update(code).digest('hex').slice(0, 16);
