/**
 * Makes Plot's SVG part of the page: its rules stand in the book's own style sheet, and the picture
 * speaks through the text of its figure, not through labels of its parts.
 */
export function tidy(svg: SVGSVGElement): SVGSVGElement {
  svg.querySelector('style')?.remove();
  for (const group of svg.querySelectorAll('[aria-label]')) group.removeAttribute('aria-label');
  for (const group of svg.querySelectorAll('[aria-description]'))
    group.removeAttribute('aria-description');
  svg.setAttribute('aria-hidden', 'true');
  return svg;
}
