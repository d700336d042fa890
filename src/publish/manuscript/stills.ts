/**
 * What the site lays over and beside its pictures with style sheets becomes part of the picture: planes
 * with their axes, histograms, strips, networks, bars. Such a picture needs no style sheet to be read.
 */
import { fragment } from './dom.ts';
import { drawMatrices } from './matrices.ts';
import { histogram, network, plane, strip } from './still-pictures.ts';
import { bar, deadKey, scale, swatch } from './still-signs.ts';
import type { Draw } from './svg.ts';

/** In this order: the key of a network is drawn before the network's own units are looked at. */
const drawings: readonly (readonly [selector: string, draw: Draw, inside: boolean])[] = [
  ['.trainer-surface', plane, false],
  ['.view-histogram', histogram, false],
  ['.view-strip', strip, false],
  ['.net', network, false],
  ['.net-unit-key', deadKey, false],
  ['.softmax-bar', bar, true],
  ['.swatch', swatch, false],
  ['.heat-bar', scale, false],
];

/** Draws them all. A picture keeps the words for who cannot see it. */
export function drawStills(root: Element): void {
  for (const [selector, draw, inside] of drawings)
    for (const element of [...root.querySelectorAll(selector)]) {
      const svg = fragment(draw(element)).firstElementChild!;
      const said = element.matches('[role="img"]')
        ? element
        : element.querySelector('[role="img"]');
      if (inside) {
        element.replaceChildren(svg);
      } else if (said) {
        const box = root.ownerDocument.createElement('div');
        box.className = `picture picture-${selector.slice(1)}`;
        box.setAttribute('role', 'img');
        box.setAttribute('aria-label', said.getAttribute('aria-label')!);
        box.append(svg);
        element.replaceWith(box);
      } else {
        svg.setAttribute('class', selector.slice(1));
        element.replaceWith(svg);
      }
    }
  const stranger = root.querySelector('[data-view="gradients"], [data-view="steps"], canvas');
  if (stranger)
    throw new Error(
      `src/publish/manuscript/stills.ts has no still for "${stranger.getAttribute('data-view') ?? stranger.localName}" yet.`,
    );
  drawMatrices(root);
}
