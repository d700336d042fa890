import { z } from 'zod';

/** `content/<lang>/glossary.yml`: one entry per idea, by key. Texts are Markdown with `$…$` mathematics. */
export const glossarySchema = z
  .record(
    z.string().regex(/^[a-z0-9-]+$/, 'a key is lower-case words with hyphens'),
    z.strictObject({
      term: z.string(),
      /** Other words for the same idea that a reader may meet. */
      also: z.array(z.string()).default([]),
      definition: z.string(),
      /** Keys of related entries. */
      see: z.array(z.string()).default([]),
    }),
  )
  .superRefine((entries, context) => {
    for (const [key, { see }] of Object.entries(entries)) {
      see.forEach((other, i) => {
        if (Object.hasOwn(entries, other)) return;
        context.addIssue({ code: 'custom', path: [key, 'see', i], message: `no entry "${other}"` });
      });
    }
  });
