/** `content/<lang>/notation.yml`: the symbols of the book, group by group. Texts are Markdown with `$…$`. */
import { z } from 'zod';

const id = z.string().regex(/^[a-z0-9-]+$/, 'an id is lower-case words with hyphens');

const symbolSchema = z.strictObject({
  /** Stable, in links: `pre-activation`. */
  id,
  /** How it is written, as TeX. */
  tex: z.string().min(1),
  /** How it is said aloud. */
  said: z.string().min(1),
  meaning: z.string().min(1),
  /** What kind of thing it is: a number, a vector and of how many components, a function. */
  shape: z.string().optional(),
  /** What it is called in the book's own code. */
  code: z.array(z.string()).default([]),
  /** What others write or call it. */
  also: z.string().optional(),
  /** Its entry in the glossary. */
  term: z.string().optional(),
  /** Where a reader meets it first: the name of a chapter's file, `#`, a section. */
  first: z
    .string()
    .regex(
      /^[a-z0-9-]+#[a-z0-9-]+$/,
      'a place looks like tanh-versus-sigmoid#where-the-curves-come-from',
    ),
});
export type NotationSymbol = z.infer<typeof symbolSchema>;

export const notationSchema = z
  .array(z.strictObject({ id, title: z.string().min(1), symbols: z.array(symbolSchema).min(1) }))
  .superRefine((groups, context) => {
    const seen = new Set<string>();
    const say = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    const claim = (name: string, path: (string | number)[]) => {
      if (seen.has(name)) say(path, `the id "${name}" is there twice`);
      seen.add(name);
    };
    groups.forEach((group, g) => {
      claim(group.id, [g, 'id']);
      group.symbols.forEach((symbol, s) => claim(symbol.id, [g, 'symbols', s, 'id']));
    });
  });
export type Notation = z.infer<typeof notationSchema>;
