/** Watches whether a reader can see a figure, and when it must be drawn for another size. */

interface Watcher {
  /** The figure came into sight, or left it. */
  seen(visible: boolean): void;
  /** The layout changed; `always`: draw also what is out of sight, as before printing. */
  resized(always: boolean): void;
}

export function watchSight(host: HTMLElement, watcher: Watcher, signal: AbortSignal): void {
  let onScreen = true;
  const look = () => watcher.seen(onScreen && !document.hidden);
  const observer = new IntersectionObserver(([entry]) => {
    onScreen = entry!.isIntersecting;
    look();
  });
  observer.observe(host);
  document.addEventListener('visibilitychange', look, { signal });
  const resized = new ResizeObserver(() => watcher.resized(false));
  resized.observe(host);
  addEventListener('beforeprint', () => watcher.resized(true), { signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    resized.disconnect();
  });
}
