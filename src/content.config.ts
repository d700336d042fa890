import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'zod';

/** `content/<lang>/chapters/<slug>.mdx` */
const chapters = defineCollection({
  loader: glob({ pattern: '*/chapters/*.mdx', base: './content' }),
  schema: z.strictObject({
    number: z.number().int().positive(),
    title: z.string(),
    /** The question that the chapter answers. */
    question: z.string(),
    description: z.string().max(200),
    /** Key -> what a reader can do afterwards. Questions name the objective they serve. */
    objectives: z.record(z.string(), z.string()),
    /** The chapters that it builds on, by the names of their files. */
    after: z.array(z.string()).default([]),
    /** What else a reader needs. */
    prerequisites: z.array(z.string()),
    minutes: z.strictObject({ reading: z.number(), doing: z.number() }),
  }),
});

/** `content/<lang>/functions/<id>.mdx`: history and character; every fact that can be computed comes from the registry. */
const functions = defineCollection({
  loader: glob({ pattern: '*/functions/*.mdx', base: './content' }),
  schema: z.strictObject({
    summary: z.string(),
    /** What a reader who cannot see the curve should learn from it. */
    alt: z.string(),
    /** Where the reader's z stands at first. */
    z: z.number(),
  }),
});

/** `content/<lang>/pages/<slug>.mdx`: the cover, the colophon, the page for a missing address. */
const pages = defineCollection({
  loader: glob({ pattern: '*/pages/*.mdx', base: './content' }),
  schema: z.strictObject({ title: z.string(), description: z.string() }),
});

export const collections = { chapters, functions, pages };
