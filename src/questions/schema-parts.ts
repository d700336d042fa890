/** What several types of question are made of. */
import { z } from 'zod';

/** Markdown with `$…$` mathematics. */
export const text = z.string().min(1);

/** A function of the registry: its id, and parameters other than their defaults. */
export const curve = {
  fn: z.string(),
  parameters: z.record(z.string(), z.number()).default({}),
};

export interface CurveSpec {
  fn: string;
  parameters: Record<string, number>;
}
