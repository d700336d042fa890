/** Draws a chart at build time: the same options as in the browser, as an SVG text. */
import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { tidy } from './tidy.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');

export function renderStatic(options: Plot.PlotOptions): string {
  const svg = Plot.plot({ ...options, document }) as unknown as SVGSVGElement;
  return tidy(svg).outerHTML;
}
