/** What the numbers of a setup may be in the laboratory, and what an author may type for a trainer. */

export interface Bounds {
  readonly whole?: boolean;
  readonly least: number;
  readonly most: number;
}

const whole = (least: number, most: number): Bounds => ({ whole: true, least, most });

/** Upper bounds keep a page quick to build and a figure quick to train. */
export const bounds = {
  samples: whole(8, 2000),
  noise: { least: 0, most: 10 },
  trainShare: { least: 0.1, most: 0.9 },
  units: whole(1, 64),
  sigma: { least: 0, most: 10 },
  learningRate: { least: 1e-6, most: 100 },
  momentum: { least: 0, most: 0.999 },
  batchSize: whole(1, 2000),
  l1: { least: 0, most: 1 },
  l2: { least: 0, most: 1 },
  // With more digits than these, addresses would cut a seed.
  seed: whole(0, 999_999),
} as const satisfies Record<string, Bounds>;

export type BoundName = keyof typeof bounds;

/** Most hidden layers. */
export const mostLayers = 8;
/** Most points of the reader's own. */
export const mostPoints = 2000;

export const within = (value: number, { whole = false, least, most }: Bounds): boolean =>
  value >= least && value <= most && (!whole || Number.isInteger(value));

/** The nearest value that is allowed. Not for NaN. */
export const clamp = (value: number, { whole = false, least, most }: Bounds): number => {
  const inside = Math.min(most, Math.max(least, value));
  return whole ? Math.round(inside) : inside;
};
