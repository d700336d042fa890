import { z } from 'zod';
import { verdicts } from './verdicts.ts';

/** Markdown with `$…$` and, between double braces, numbers (`values.ts`). */
const text = z.string().trim().min(1);

const table = z
  .strictObject({ head: z.array(text).min(2), rows: z.array(z.array(text)).min(1) })
  .refine(({ head, rows }) => rows.every((row) => row.length === head.length), {
    message: 'every row needs as many cells as the head',
  });

/** Recorded runs, laid out as a table. */
const runs = z.strictObject({
  /** An experiment of the registry. */
  of: z.string(),
  /** Variant, or `name@best`, to what it is called in the table. */
  variants: z.record(z.string(), text),
  /** The numbers whose medians are shown. */
  measure: z
    .enum(['solvedAfter', 'trainLoss', 'testLoss', 'trainAccuracy', 'testAccuracy', 'lastWeight'])
    .default('solvedAfter'),
});

const claimSchema = z.strictObject({
  /** As one hears it. */
  claim: text,
  verdict: z.enum(verdicts),
  /** The chapter that deals with it, by the name of its file. */
  chapter: z.string(),
  /** The id of the place in that chapter, once it stands. */
  section: z.string().optional(),
  /** What was tried or computed, and what came out. */
  evidence: text,
  table: table.optional(),
  runs: runs.optional(),
  /** What the verdict rests on: comparisons of numbers (`src/experiments/claims.ts`), paths between double braces. */
  holds: text.optional(),
  /** What is true instead. */
  statement: text,
  /** Keys of `content/references.yml`. */
  sources: z.array(z.string()).default([]),
});
export type Claim = z.infer<typeof claimSchema>;

/** `content/<lang>/claims/<group>.yml`: claims by id. */
export const claimsSchema = z.record(
  z.string().regex(/^C\d\d$/, 'ids are C01, C02, …'),
  claimSchema,
);
