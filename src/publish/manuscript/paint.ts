/** Colours and lines that the site's style sheets give to parts of pictures, written into the pictures. */
import { colour, resolveVariables } from './colours.ts';
import { smoothed } from './smooth.ts';

const still = { 'vector-effect': 'non-scaling-stroke' };
const ink = (opacity: number) => ({ stroke: 'currentColor', 'stroke-opacity': String(opacity) });

/** As in the style sheets of views, planes and experiments; ink follows the text, so that it can be read on every ground. */
const paints: readonly (readonly [selector: string, attributes: Record<string, string>])[] = [
  ['.bars, .dead', { fill: 'currentColor', 'fill-opacity': '0.75' }],
  ['.flat', { fill: colour('accent'), 'fill-opacity': '0.15' }],
  ['.looked', { fill: 'currentColor', 'fill-opacity': '0.06', ...ink(0.3), ...still }],
  ['.edge', { fill: 'none', ...ink(0.6), ...still }],
  ['.edge.negative', { stroke: colour('accent'), 'stroke-dasharray': '5 4' }],
  ['.distribution .grid', { fill: 'none', ...ink(0.16) }],
  ['.quartiles', { fill: 'none', ...ink(0.7) }],
  ['.distribution .median', { fill: 'none', stroke: 'currentColor', 'stroke-width': '3' }],
  ['.plane path', { fill: 'none', ...still }],
  ['.plane .axis', ink(0.6)],
  ['.plane .grid', ink(0.35)],
  [
    '.plane .disc',
    {
      stroke: colour('class-1'),
      'stroke-width': '2.5',
      fill: colour('class-1'),
      'fill-opacity': '0.2',
    },
  ],
  ['.plane .ring', { stroke: colour('class-0'), 'stroke-width': '2.5' }],
  ['[data-kind="heat"] .boundary', { stroke: '#ffffff', 'stroke-width': '1.25' }],
  ['[data-kind="curve"] .boundary', { 'stroke-width': '2.75' }],
];

/** To be called before pictures are put together: it needs the page around them. */
export function paint(root: Element): void {
  for (const [selector, attributes] of paints)
    for (const part of root.querySelectorAll(selector)) {
      if (!part.closest('svg')) continue;
      for (const [name, value] of Object.entries(attributes)) part.setAttribute(name, value);
    }
  for (const chart of root.querySelectorAll('svg.chart')) {
    const size = chart.closest('.match-curve') ? '11' : '13';
    chart.setAttribute('font-size', size);
    chart.setAttribute('font-family', 'sans-serif');
    chart.setAttribute('overflow', 'visible');
  }
  for (const picture of root.querySelectorAll('image[href^="data:image/png"]'))
    picture.setAttribute('href', smoothed(picture.getAttribute('href')!));
  for (const picture of root.querySelectorAll('img[src^="data:image/png"]'))
    picture.setAttribute('src', smoothed(picture.getAttribute('src')!));
  for (const svg of root.querySelectorAll('svg')) {
    if (svg.closest('.katex')) continue;
    svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
    svg.removeAttribute('style');
    for (const part of [svg, ...svg.querySelectorAll('*')]) {
      part.removeAttribute('font-variant');
      for (const { name, value } of [...part.attributes])
        if (value.includes('var(')) part.setAttribute(name, resolveVariables(value));
    }
    for (const empty of svg.querySelectorAll('.edge-chosen, path[d=""], [visibility="hidden"]'))
      empty.remove();
  }
}
