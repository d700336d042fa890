/** `content/<lang>/claims/*.yml`, checked as a whole. Build time only. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { loadReferences } from '#bibliography/load.ts';
import { readYaml } from '#content/files.ts';
import type { Locale } from '#i18n/locales.ts';
import { computations } from './computations/index.ts';
import { claimsSchema, type Claim } from './schema.ts';
import { brokenIn, pathsIn, withNumbers } from './text.ts';
import { variantResult } from './values.ts';

const folderOf = (locale: Locale) => `content/${locale}/claims`;

/** Every claim by id, in the order of the ids; of a file that cannot be read each line that is wrong. */
export function claims(locale: Locale): Readonly<Record<string, Claim>> {
  const folder = folderOf(locale);
  const all = readdirSync(folder)
    .filter((name) => name.endsWith('.yml'))
    .flatMap((name) => Object.entries(readYaml(path.join(folder, name), claimsSchema).data));
  return Object.fromEntries(all.sort(([a], [b]) => a.localeCompare(b)));
}

/** Where a claim is written: `content/en/claims/relu.yml:12`. */
export function whereIs(locale: Locale, id: string): string {
  const folder = folderOf(locale);
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.yml'))) {
    const { data, where } = readYaml(path.join(folder, name), claimsSchema);
    if (data[id]) return where(id);
  }
  return folder;
}

export type EvidenceKind = 'recorded' | 'computed' | 'argument';

/** What the verdict rests on: recorded runs before exact computations before what can be read up. */
export function evidenceOf(claim: Claim): EvidenceKind {
  const names = pathsIn(textsOf(claim).join(' ')).map((one) => one.split('/')[0]!);
  if (claim.runs || names.some((name) => !computations.has(name))) return 'recorded';
  return names.length > 0 ? 'computed' : 'argument';
}

const textsOf = ({ evidence, statement, table, holds }: Claim): string[] => [
  evidence,
  statement,
  ...(table ? [...table.head, ...table.rows.flat()] : []),
  ...(holds ? [holds] : []),
];

/** What is wrong with a claim, in words; nothing when all of it holds. */
export function* problemsOf(claim: Claim): Iterable<string> {
  const references = loadReferences();
  for (const key of claim.sources) if (!references[key]) yield `no reference "${key}"`;
  try {
    textsOf(claim).forEach(withNumbers);
    for (const variant of Object.keys(claim.runs?.variants ?? {}))
      variantResult(claim.runs!.of, variant);
    const broken = claim.holds ? brokenIn(claim.holds) : [];
    if (broken.length > 0)
      yield `${broken.join(' and ')} does not hold, so the verdict “${claim.verdict}” is not what was found`;
  } catch (error) {
    yield (error as Error).message;
  }
}

/** All claims, each held to its numbers.
 *
 * @throws Error with a line for each that does not hold: `content/en/claims/relu.yml:12: C29: …`.
 */
export function checkedClaims(locale: Locale): Readonly<Record<string, Claim>> {
  const all = claims(locale);
  const problems = Object.entries(all).flatMap(([id, claim]) =>
    [...problemsOf(claim)].map((problem) => `${whereIs(locale, id)}: ${id}: ${problem}`),
  );
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return all;
}

/**
 * One claim, held to its numbers.
 *
 * @throws Error when there is no such claim, or it does not hold.
 */
export function checkedClaim(locale: Locale, id: string): Claim {
  const claim = claims(locale)[id];
  if (!claim) throw new Error(`no claim "${id}" in ${folderOf(locale)}`);
  const [problem] = problemsOf(claim);
  if (problem) throw new Error(`${whereIs(locale, id)}: ${id}: ${problem}`);
  return claim;
}
