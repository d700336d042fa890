/** Draws a chart at build time: the same options as in the browser, as an SVG text. */
import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { tidy } from './tidy.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');

export function renderStatic(options: Plot.PlotOptions): string {
  const svg = Plot.plot({ ...options, document }) as unknown as SVGSVGElement;
  for (const path of svg.querySelectorAll('path[d]')) {
    path.setAttribute('d', shorten(path.getAttribute('d')!));
  }
  return tidy(svg).outerHTML;
}

/** Coordinates to a tenth of a pixel: more would not show and weighs a third of a page. */
const shorten = (path: string) =>
  path.replace(/\d+\.\d+/g, (text) => String(Math.round(Number(text) * 10) / 10));
