/** `content/code/<id>.yml`: a function in the libraries that a reader may use. Build time only. */
import { z } from 'zod';
import { readYaml } from '#content/files.ts';

/** The libraries in the order of the tabs. */
export const libraries = ['numpy', 'pytorch', 'tensorflow', 'keras', 'jax'] as const;
export type Library = (typeof libraries)[number];

export const codeSchema = z.record(z.enum(libraries), z.string().min(1));

/** @throws when the file is missing, or lacks a library. */
export const codeOf = (id: string) => readYaml(`content/code/${id}.yml`, codeSchema).data;
