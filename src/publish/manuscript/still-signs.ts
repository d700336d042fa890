/** Small signs in the text, which the site makes of coloured boxes. */
import { colour } from './colours.ts';
import { styleNumber } from './dom.ts';
import { picture, type Draw } from './svg.ts';

/** A share of 1 as a bar. */
export const bar: Draw = (cell) =>
  picture(
    100,
    12,
    `<rect width="${100 * styleNumber(cell.querySelector('span')!, '--share')}" height="12" fill="${colour('accent')}"/>`,
  );

/** The sign of a dead unit in the key of a network. */
export const deadKey: Draw = () =>
  picture(
    14,
    14,
    `<path d="M1 13l12-12" stroke="${colour('wrong')}" stroke-width="2"/><rect x="1" y="1" width="12" height="12" fill="none" stroke="${colour('wrong')}" stroke-dasharray="3 2"/>`,
  );

/** The dot of a function's colour before its name. */
export const swatch: Draw = (dot) =>
  picture(
    12,
    12,
    `<circle cx="6" cy="6" r="6" fill="${/background:\s*([^;]+)/.exec(dot.getAttribute('style')!)![1]!}"/>`,
  );

/** The scale of a heat map, from what is least to what is most. */
export const scale: Draw = (band) => {
  const colours = (band.getAttribute('style') ?? '').match(/rgb\([^)]*\)/g) ?? [];
  return picture(
    10 * colours.length,
    12,
    colours
      .map((shade, i) => `<rect x="${10 * i}" width="10" height="12" fill="${shade}"/>`)
      .join(''),
  );
};
