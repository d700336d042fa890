import { readYaml } from '#content/files.ts';
import { formatReferences, type FormattedReference } from './format.ts';
import { referencesSchema, type References } from './schema.ts';

export const referencesFile = 'content/references.yml';

/**
 * The bibliography by key, in the order of the file. Build time only.
 *
 * @throws with one line per mistake, each beginning `content/references.yml:LINE`.
 */
export const loadReferences = (): References => readYaml(referencesFile, referencesSchema).data;

let formatted: { of: References; references: Record<string, FormattedReference> } | undefined;

/** The same, formatted: once for each state of the file, since every citation of every page asks. */
export function loadFormattedReferences(): Record<string, FormattedReference> {
  const of = loadReferences();
  if (formatted?.of !== of) formatted = { of, references: formatReferences(of) };
  return formatted.references;
}
