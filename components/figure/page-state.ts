/**
 * The state of the page's figures in its address. A link reopens every figure as it was; a reload and
 * the way back keep it. The address is replaced, never added to the history: dragging a slider must
 * not fill the back button.
 */
import { buildFragment, parseFragment, type AddressProblem } from '#state/address.ts';
import { addressForOthers } from './page-address.ts';

/** What the address says of figures now; `null` where it leads to a place on the page, or nowhere. */
export const readAddress = () =>
  parseFragment(location.hash, (id) => document.getElementById(id) !== null);

const parsed = readAddress();
const figures = new Map(parsed?.figures);

/** Problems that concern the whole address, such as another version. */
export const addressProblems: readonly AddressProblem[] = parsed?.problems ?? [];

/** The query that the address holds for a figure, if it names that figure. */
export const queryFor = (id: string): string | undefined => figures.get(id);

/** Ids of the figures that the address names, in its order. */
export const namedFigures = (): string[] => [...figures.keys()];

let pending: ReturnType<typeof setTimeout> | undefined;

/** Writes a figure's query into the address, a moment after the last change. An empty query removes it. */
export function remember(id: string, query: string): void {
  if (query) figures.set(id, query);
  else figures.delete(id);
  clearTimeout(pending);
  pending = setTimeout(writeAddress, 300);
}

/** Whether the page wrote this entry of the history itself: its figures stand as the reader left them. */
export const isOwnEntry = (): boolean =>
  (history.state as { figures?: true } | null)?.figures === true;

export function writeAddress(): void {
  const anchor = readAddress() ? '' : location.hash;
  const fragment = buildFragment(figures) || anchor;
  const state = { ...(history.state as object | null), figures: true };
  history.replaceState(state, '', fragment || location.pathname + location.search);
}

/** The address of this page, as others can open it, with one figure in one state. */
export function linkTo(id: string, query: string): string {
  const url = addressForOthers();
  url.hash = buildFragment(new Map([[id, query]]));
  return url.href;
}
