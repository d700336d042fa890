/** How fast training is shown. */

/** Epochs after which training stops by itself; the reader can go on for as many again. */
export const stretch = 400;

/** Milliseconds from one picture to the next: at most 30 in a second, 3 for readers who ask for calm. */
export const interval = (calm: boolean): number => (calm ? 340 : 34);

/**
 * Epochs to train before the next picture. One by one at first, where most happens, then more; a
 * stretch takes four seconds. With fewer pictures the epochs pass as fast.
 */
export const epochsToNext = (epoch: number, calm: boolean): number =>
  (epoch < 20 ? 1 : epoch < 100 ? 2 : 5) * (calm ? 10 : 1);
