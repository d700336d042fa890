/** Draws a chart at build time: the same options as in the browser, as an SVG text. */
import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { rounded, shortened } from './path-steps.ts';
import { tidy } from './tidy.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');

export const renderStatic = (options: Plot.PlotOptions): string => draw(options).outerHTML;

/** The same picture in fewer letters, for a page. */
export function renderForPage(options: Plot.PlotOptions): string {
  const svg = draw(options);
  for (const path of svg.querySelectorAll('path[d]')) {
    path.setAttribute('d', shortened(path.getAttribute('d')!));
  }
  for (const part of svg.querySelectorAll('[transform]')) {
    part.setAttribute('transform', rounded(part.getAttribute('transform')!));
  }
  return svg.outerHTML;
}

function draw(options: Plot.PlotOptions): SVGSVGElement {
  const svg = Plot.plot({ ...options, document }) as unknown as SVGSVGElement;
  for (const path of svg.querySelectorAll('path[d]')) {
    path.setAttribute('d', rounded(path.getAttribute('d')!));
  }
  return tidy(svg);
}
