/** How settings that are not lists are shown. */
import type { ControlName } from './trainer-config.ts';

interface Range {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** Settings along a slider. Links and authors may go beyond its ends: the slider then stands at its end. */
export const ranges: Partial<Record<ControlName, Range>> = {
  samples: { min: 20, max: 1000, step: 20 },
  noise: { min: 0, max: 2, step: 0.1 },
  trainShare: { min: 0.1, max: 0.9, step: 0.1 },
};
