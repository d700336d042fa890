/** One stop for the Tab key among many parts; the arrow keys go on from there. */
import type { Place } from '#figures/inside-network.ts';

/** What an arrow key looks for: how far on, and how far to the side, a place lies. */
const directions: Readonly<
  Record<string, (from: Place, to: Place) => [on: number, aside: number]>
> = {
  ArrowRight: (from, to) => [to.x - from.x, Math.abs(to.y - from.y)],
  ArrowLeft: (from, to) => [from.x - to.x, Math.abs(to.y - from.y)],
  ArrowDown: (from, to) => [to.y - from.y, to.x === from.x ? 0 : Infinity],
  ArrowUp: (from, to) => [from.y - to.y, to.x === from.x ? 0 : Infinity],
};

/** The place next to `places[from]` in the direction of an arrow key; itself at the edge. */
export function neighbour(places: readonly Place[], from: number, key: string): number {
  const direction = directions[key];
  if (!direction) return from;
  let best = from;
  let least: [on: number, aside: number] = [Infinity, Infinity];
  places.forEach((place, i) => {
    const [on, aside] = direction(places[from]!, place);
    if (on <= 0 || aside === Infinity) return;
    if (on < least[0] || (on === least[0] && aside < least[1])) [best, least] = [i, [on, aside]];
  });
  return best;
}

/** Makes the arrow keys, Home and End move the focus between `parts`, which stand at `places`. */
export function rovingFocus(parts: readonly HTMLElement[], places: readonly Place[]): void {
  const stop = (i: number) => parts.forEach((part, j) => (part.tabIndex = i === j ? 0 : -1));
  stop(0);
  parts.forEach((part, i) => {
    part.addEventListener('focus', () => stop(i));
    part.addEventListener('keydown', (event) => {
      const { key } = event;
      const to = key === 'Home' ? 0 : key === 'End' ? parts.length - 1 : neighbour(places, i, key);
      if (to === i && !(key in directions)) return;
      event.preventDefault();
      parts[to]!.focus();
    });
  });
}
