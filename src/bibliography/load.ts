import { readYaml } from '#content/files.ts';
import { referencesSchema, type References } from './schema.ts';

export const referencesFile = 'content/references.yml';

/**
 * The bibliography by key, in the order of the file. Build time only.
 *
 * @throws with one line per mistake, each beginning `content/references.yml:LINE`.
 */
export const loadReferences = (): References => readYaml(referencesFile, referencesSchema).data;
