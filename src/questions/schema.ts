import { z } from 'zod';
import { curve, text } from './schema-parts.ts';

/**
 * `content/<lang>/questions/<chapter>.yml`: questions as data, by key. Nothing about a question lives
 * in markup, so that pages, worksheets and packages can all be made from it. What one field alone
 * cannot tell, such as whether an answer is the computed one, `checks.ts` checks at build.
 */
const common = {
  /** 1 recall and read off, 2 apply, 3 prove or design. */
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  /** Key of the chapter objective that the question serves. */
  objective: z.string(),
  /** A prediction stands before the run that answers it; an exercise at the end of the chapter. */
  use: z.enum(['exercise', 'prediction']).default('exercise'),
  prompt: text,
  /** Each hint says a little more than the one before. */
  hints: z.array(text).default([]),
  /** The model answer, with its reasons. */
  solution: text,
};

const choice = z.strictObject({
  type: z.literal('choice'),
  ...common,
  options: z
    .array(
      z.strictObject({
        text,
        correct: z.boolean().default(false),
        /** Why it is right, or the misconception that makes it look right. */
        feedback: text,
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
  /** The answer as a formula without z, `sigmoid(2) * (1 - sigmoid(2))`: computed at build and compared. */
  check: z.string().optional(),
  /** Largest accepted distance from the answer. */
  tolerance: z.number().nonnegative(),
  /** Wrong answers one can foresee, and what lies behind each. */
  mistakes: z
    .array(z.strictObject({ answer: z.number(), check: z.string().optional(), feedback: text }))
    .default([]),
});

/** A formula in z, marked by its values and not by its letters. */
const formula = z.strictObject({
  type: z.literal('formula'),
  ...common,
  /** What stands before the field, in TeX: `f'(z) =`. */
  head: z.string(),
  /** Any right form of it, as a reader may type it. It may have a parameter, such as α. */
  answer: z.string(),
  /** The answer is the slope of this: a formula, derived at build and compared. */
  slopeOf: z.string().optional(),
  /** Where the two are compared. Between its ends, the answer has a value nearly everywhere. */
  interval: z.tuple([z.number(), z.number()]).default([-6, 6]),
  /** Largest accepted difference of values, in units of max(1, |value|). */
  tolerance: z.number().positive().default(1e-6),
  /** Wrong formulas one can foresee; told by their values too. */
  mistakes: z.array(z.strictObject({ answer: z.string(), feedback: text })).default([]),
});

/** Which goes with which: functions or slopes, as curves or as formulas. */
const side = z.strictObject({ part: z.enum(['f', 'df']), as: z.enum(['curve', 'formula']) });
/** What a reader who cannot see the curves should learn of each; not its name. */
const alts = { from: z.string().optional(), to: z.string().optional() };

const match = z.strictObject({
  type: z.literal('match'),
  ...common,
  from: side,
  to: side,
  /** The part of the z-axis that curves show. */
  x: z.tuple([z.number(), z.number()]).default([-4, 4]),
  /** Each row is asked for what it goes with; `feedback` is for the row that is wrong. */
  pairs: z.array(z.strictObject({ ...curve, ...alts, feedback: text })).min(2),
  /** More to choose from, that belongs to no row; `feedback` is for who chose it. */
  others: z.array(z.strictObject({ ...curve, to: alts.to, feedback: text })).default([]),
});

/** A place on the z-axis of a plot. */
const interval = z
  .tuple([z.number(), z.number()])
  .refine(([from, to]) => from <= to, 'an interval goes from left to right');

const point = z.strictObject({
  type: z.literal('point'),
  ...common,
  curves: z.array(z.strictObject(curve)).min(1).max(2),
  /** Draws f′, dashed. */
  slope: z.boolean().default(false),
  /** A piece of the tangent goes with the point. */
  tangent: z.boolean().default(false),
  /** What a reader who cannot see the plot should learn of it. */
  alt: z.string(),
  x: z.tuple([z.number(), z.number()]).default([-6, 6]),
  step: z.number().positive().default(0.05),
  /** Where the point stands at first. */
  start: z.number(),
  /** Places that are right, each an interval around the exact one. */
  accept: z.array(interval).min(1),
  /**
   * What the right places are, found at build by computation: where the first curve's value or slope is
   * largest, smallest or this number, or where the two curves are equal in it.
   */
  check: z.strictObject({
    of: z.enum(['value', 'slope']),
    is: z.union([z.enum(['largest', 'smallest', 'equal']), z.number()]),
  }),
  mistakes: z.array(z.strictObject({ at: interval, feedback: text })).default([]),
  /** For every other place. */
  otherwise: text,
});

const order = z.strictObject({
  type: z.literal('order'),
  ...common,
  /** In the right order. */
  steps: z
    .array(
      z.strictObject({
        text,
        /** May change places with the step before it. */
        free: z.boolean().default(false),
        /** For who has put this step too early or too late: what has to come before it. */
        feedback: text,
      }),
    )
    .min(3),
});

/** A prediction of a recorded number. It is locked in, then marked against the record. */
const run = z.strictObject({
  type: z.literal('run'),
  ...common,
  /** Path of the number: `circle-depth/relu-8.solved`. */
  of: z.string(),
  /** How the number is read: a share as percent, a count, or a value with `digits` decimals. */
  as: z.enum(['number', 'percent', 'count']).default('number'),
  digits: z.number().int().nonnegative().optional(),
  /** What the number is, for the sentence that gives it: “Accuracy in the median of 20 runs”. */
  result: text,
  /** Id of the figure of the chapter that runs it. */
  figure: z.string().optional(),
  /**
   * To choose from. Which is right is not said here: the record says it. Bounds belong to the range, and
   * are in the unit that is read, such as percent.
   */
  options: z
    .array(z.strictObject({ text, from: z.number(), to: z.number(), feedback: text }))
    .min(2)
    .optional(),
  /** Or a number to type: right within this distance, in the unit that is read. */
  tolerance: z.number().nonnegative().optional(),
  /** For a number that is too small, or too large. */
  low: text.optional(),
  high: text.optional(),
});

/** Answered in words; the reader compares with the model answer. */
const open = z.strictObject({ type: z.literal('open'), ...common });

const questionSchema = z.discriminatedUnion('type', [
  choice,
  numeric,
  formula,
  match,
  point,
  order,
  run,
  open,
]);
export const questionsSchema = z.record(z.string().regex(/^[a-z0-9-]+$/), questionSchema);
export type Question = z.infer<typeof questionSchema>;
export type Questions = z.infer<typeof questionsSchema>;
type QuestionType = Question['type'];
export type QuestionOf<T extends QuestionType> = Extract<Question, { type: T }>;
