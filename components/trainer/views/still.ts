/** What the views of the page as it is built show; at build time only. */
import { mapPixels } from '#figures/inside-maps.ts';
import { surfaceDataUri } from '#figures/decision-surface-png.ts';
import { noteDead, type DeadUnits } from '#inside/dead-units.ts';
import { Inspector } from '#inside/inspector.ts';
import type { Inside } from '#inside/types.ts';
import { startRun, type Run } from '#nn/train.ts';
import type { DrawMap } from './network-parts.ts';

interface Past {
  /** Before training, and where the run stands. */
  readonly start: Inside;
  readonly now: Inside;
  readonly dead: DeadUnits;
}

const pasts = new WeakMap<Run, Past>();

/** How a run came to where it stands: the same run once more, with a look after every epoch. */
export function pastOf(run: Run): Past {
  const known = pasts.get(run);
  if (known) return known;
  const again = startRun(run.setup, { core: 'typescript' });
  const inspector = new Inspector(again);
  const start = inspector.look();
  let [now, dead] = [start, noteDead(undefined, start)];
  while (again.epochs < run.epochs && !again.diverged) {
    again.epoch();
    // Without an evaluation there would be nothing to go back to from a divergence.
    again.evaluate();
    now = inspector.look();
    dead = noteDead(dead, now);
  }
  const past = { start, now, dead };
  pasts.set(run, past);
  return past;
}

/** Finer steps than these would not be seen in a picture this small, and would only make it heavier. */
const steps = 24;

/** A map as a picture in the page. */
export const drawMap: DrawMap = (values, colour) => {
  const coarse = values.map((value) => Math.round(value * steps) / steps);
  return `<img alt="" src="${surfaceDataUri(mapPixels(coarse, colour))}">`;
};
