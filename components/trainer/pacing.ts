/** How fast training is shown. */
import type { SpeedId } from '#lab/state.ts';
import type { Amount } from './protocol.ts';

interface Pace {
  /** Milliseconds from one picture to the next, at least. */
  readonly interval: number;
  /** What to train before the next picture. */
  amount(epoch: number): Amount;
  /** Epochs after which training stops by itself; the reader can go on for as many again. */
  readonly stretch: number;
}

/** At most 30 pictures in a second. */
const frame = 34;

/** One by one at first, where most happens, then more; a stretch takes four seconds. */
const toWatch = (stretch: number): Pace => ({
  interval: frame,
  amount: (epoch) => ({ epochs: epoch < 20 ? 1 : epoch < 100 ? 2 : Math.ceil(stretch / 80) }),
  stretch,
});

export const paces: Readonly<Record<SpeedId, Pace>> = {
  /** Four mini-batches a second. */
  steps: { interval: 250, amount: () => ({ epochs: 1, steps: 1 }), stretch: 400 },
  /** Two epochs a second. */
  slow: { interval: 500, amount: () => ({ epochs: 1 }), stretch: 400 },
  normal: toWatch(400),
  /** A third of the time of the trainer's thread. */
  fast: {
    interval: frame,
    amount: () => ({ epochs: Infinity, milliseconds: 10 }),
    stretch: 4000,
  },
  /** All of it. */
  full: {
    interval: 0,
    amount: () => ({ epochs: Infinity, milliseconds: 30 }),
    stretch: 100_000,
  },
};

/** For readers who ask for little motion: at most 3 pictures a second, with as much between them. */
const calmInterval = 340;

/** @param stretch the author's, in place of that of the speed */
export function paceOf(speed: SpeedId, calm: boolean, stretch?: number): Pace {
  const pace = stretched(speed, stretch);
  if (!calm || pace.interval >= calmInterval) return pace;
  const times = calmInterval / Math.max(pace.interval, frame);
  return {
    ...pace,
    interval: calmInterval,
    amount(epoch) {
      const { epochs, steps, milliseconds } = pace.amount(epoch);
      return {
        epochs: epochs * Math.round(times),
        ...(steps !== undefined && { steps: steps * Math.round(times) }),
        ...(milliseconds !== undefined && { milliseconds: milliseconds * times }),
      };
    },
  };
}

function stretched(speed: SpeedId, stretch: number | undefined): Pace {
  if (stretch === undefined) return paces[speed];
  return speed === 'normal' ? toWatch(stretch) : { ...paces[speed], stretch };
}
