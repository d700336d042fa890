/** Pictures put together from pictures: SVG in SVG, with words. */
import { escape } from './dom.ts';

/** Size of the words in a picture, in its own units. */
export const textSize = 13;

/** A part of a page -> the picture of it. */
export type Draw = (element: Element) => string;

interface TextOptions {
  anchor?: 'start' | 'middle' | 'end';
  italic?: boolean;
}

export const words = (
  x: number,
  y: number,
  text: string,
  { anchor = 'start', italic = false }: TextOptions = {},
) =>
  `<text x="${x}" y="${y}" text-anchor="${anchor}"${italic ? ' font-style="italic"' : ''} fill="currentColor">${escape(text)}</text>`;

/** A picture of the page at a place and size of its own; it fills them as `preserveAspectRatio` says. */
export function placed(svg: Element, x: number, y: number, width: number, height: number): string {
  const copy = svg.cloneNode(true) as Element;
  for (const name of ['class', 'style', 'aria-hidden', 'data-kind']) copy.removeAttribute(name);
  for (const [name, value] of Object.entries({ x, y, width, height }))
    copy.setAttribute(name, String(value));
  return copy.outerHTML;
}

export const frame = (x: number, y: number, width: number, height: number) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="none" stroke="currentColor" stroke-opacity="0.5"/>`;

export const picture = (width: number, height: number, content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="${textSize}" aria-hidden="true">${content}</svg>`;
