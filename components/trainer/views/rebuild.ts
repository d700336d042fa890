/**
 * Replaces what is in a view, when its structure changes or a run is shown for the first time. The table that the
 * reader opened stays open, and keeps the focus.
 */
export function rebuild(view: HTMLElement, markup: string): void {
  const fold = () => view.querySelector<HTMLDetailsElement>('.data-table');
  const before = fold();
  const focused = before?.contains(document.activeElement);
  view.innerHTML = markup;
  const after = fold();
  if (!after) return;
  after.open = before?.open ?? false;
  if (focused) after.querySelector('summary')!.focus({ preventScroll: true });
}
