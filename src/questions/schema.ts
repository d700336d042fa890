import { z } from 'zod';

/**
 * `content/<lang>/questions/<chapter>.yml`: questions as data, by key. Nothing about a question lives
 * in markup, so that pages, worksheets and packages can all be made from it. Texts are Markdown with
 * `$…$` mathematics.
 */
const common = {
  /** 1 recall and read off, 2 apply, 3 prove or design. */
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  /** Key of the chapter objective that the question serves. */
  objective: z.string(),
  /** A prediction stands before the run that answers it; an exercise at the end of the chapter. */
  use: z.enum(['exercise', 'prediction']).default('exercise'),
  prompt: z.string(),
  /** Each hint says a little more than the one before. */
  hints: z.array(z.string()).default([]),
  /** The model answer, with its reasons. */
  solution: z.string(),
};

const choice = z.strictObject({
  type: z.literal('choice'),
  ...common,
  options: z
    .array(
      z.strictObject({
        text: z.string(),
        correct: z.boolean().default(false),
        /** Why it is right, or the misconception that makes it look right. */
        feedback: z.string(),
      }),
    )
    .min(2)
    .refine(
      (options) => options.filter(({ correct }) => correct).length === 1,
      'exactly one option is correct',
    ),
});

const numeric = z.strictObject({
  type: z.literal('numeric'),
  ...common,
  answer: z.number(),
  /** Largest accepted distance from the answer. */
  tolerance: z.number().nonnegative(),
  /** Wrong answers one can foresee, and what lies behind each. */
  mistakes: z.array(z.strictObject({ answer: z.number(), feedback: z.string() })).default([]),
});

const open = z.strictObject({ type: z.literal('open'), ...common });

export const questionSchema = z.discriminatedUnion('type', [choice, numeric, open]);
export const questionsSchema = z.record(z.string().regex(/^[a-z0-9-]+$/), questionSchema);
export type Question = z.infer<typeof questionSchema>;
export type Questions = z.infer<typeof questionsSchema>;
