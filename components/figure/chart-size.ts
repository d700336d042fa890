/** The two sizes in which a chart stands in the page; the style sheet shows one of them. */
export type ChartSize = 'wide' | 'narrow';

/**
 * Which drawing of a figure is shown. Looked up when the figure's size changes and not at every move of a
 * slider: asking the browser for a computed style makes it lay out the page.
 *
 * @param changed called when the other drawing comes into view, which may be out of date
 */
export function watchChartSize(host: Element, changed: () => void): () => ChartSize {
  const wide = host.querySelector('.chart-wide')!;
  const look = (): ChartSize => (getComputedStyle(wide).display === 'none' ? 'narrow' : 'wide');
  let size = look();
  new ResizeObserver(() => {
    if (look() === size) return;
    size = look();
    changed();
  }).observe(host.querySelector('.chart-area')!);
  return () => size;
}
