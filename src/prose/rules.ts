/** How the book speaks, as data: `content/<lang>/prose.yml`. */
import { z } from 'zod';

const pattern = z.string().refine((source) => {
  try {
    return Boolean(new RegExp(source, 'u'));
  } catch {
    return false;
  }
}, 'no regular expression');

export const proseRulesSchema = z.strictObject({
  /** In words; a formula counts as one. */
  limits: z.strictObject({ sentence: z.int().positive(), paragraph: z.int().positive() }),
  sayings: z.array(
    z.strictObject({
      /** A regular expression for whole words. With a capital in it, it holds for that spelling only. */
      not: pattern,
      say: z.string().optional(),
      because: z.string(),
    }),
  ),
  /** Rules of the grammar checker that do not hold for this book. */
  off: z.array(z.strictObject({ rules: z.array(z.string()), because: z.string() })),
  /** Single false alarms: a rule is silent where the prose around its finding contains the text. */
  spared: z.array(z.strictObject({ rule: z.string(), text: z.string() })),
});

export type ProseRules = z.infer<typeof proseRulesSchema>;

export interface Finding {
  /** Offset into the file. */
  at: number;
  /** What stands there. */
  text: string;
  problem: string;
  /** What could stand there. */
  say: readonly string[];
  /** The name of the rule, by which it can be spared. */
  rule: string;
}
