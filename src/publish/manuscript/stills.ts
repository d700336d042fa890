/**
 * What the site lays over and beside its pictures with style sheets becomes part of the picture: planes
 * with their axes, histograms, strips, networks, bars. Such a picture needs no style sheet to be read.
 */
import { colour } from './colours.ts';
import { fragment } from './dom.ts';
import { frame, picture, placed, textSize, words } from './svg.ts';

type Draw = (element: Element) => string;

const text = (element: Element | null) => element?.textContent.trim() ?? '';
/** The number of a style: `px(span, 'top')` of `style="top:28px"`, or of `top:24.8%`. */
const style = (element: Element, name: string) =>
  Number.parseFloat(
    new RegExp(`(?:^|;)\\s*${name}:\\s*([\\d.]+)`).exec(element.getAttribute('style') ?? '')?.[1] ??
      '0',
  );

/** The plane of a trainer, with the ends and names of its axes. */
const plane: Draw = (surface) => {
  const side = 360;
  const [left, top, bottom] = [34, 6, 24];
  const end = (name: string) => text(surface.querySelector(`[data-end="${name}"]`));
  const right = left + side;
  const low = top + side;
  const line = low + 17;
  return picture(
    right + 6,
    low + bottom,
    placed(surface.querySelector('svg')!, left, top, side, side) +
      frame(left, top, side, side) +
      words(left - 6, top + textSize, end('top'), { anchor: 'end' }) +
      words(left - 6, top + side / 2, end('vertical'), { anchor: 'end', italic: true }) +
      words(left - 6, low, end('bottom'), { anchor: 'end' }) +
      words(left, line, end('left')) +
      words(left + side / 2, line, end('horizontal'), { anchor: 'middle', italic: true }) +
      words(right, line, end('right'), { anchor: 'end' }),
  );
};

/** A histogram over its axis. */
const histogram: Draw = (box) => {
  const [width, height] = [220, 80];
  const [first, last] = [...box.querySelectorAll('.view-axis span')].map(text);
  const line = height + 16;
  return picture(
    width,
    height + 38,
    placed(box.querySelector('svg')!, 0, 0, width, height) +
      `<path d="M0 ${height}H${width}" stroke="currentColor" stroke-opacity="0.5"/>` +
      words(0, line, first!) +
      words(width / 2, line + 17, text(box.querySelector('i')), {
        anchor: 'middle',
        italic: true,
      }) +
      words(width, line, last!, { anchor: 'end' }),
  );
};

/** Strips of units over time, with the names of the layers and the axis that follows them on the page. */
const strip: Draw = (box) => {
  const [left, width] = [56, 344];
  const height = style(box, 'height');
  const axis = box.nextElementSibling!;
  const [first, last] = [...axis.querySelectorAll('span')].map(text);
  const names = [...box.querySelectorAll('.view-strip-names span')].map((name) =>
    words(0, (style(name, 'top') / 100) * height + textSize / 3, text(name)),
  );
  const line = height + 16;
  const drawn = picture(
    left + width,
    height + 22,
    placed(box.querySelector('svg')!, left, 0, width, height) +
      names.join('') +
      words(left, line, first!) +
      words(left + width / 2, line, text(axis.querySelector('i')), { anchor: 'middle' }) +
      words(left + width, line, last!, { anchor: 'end' }),
  );
  axis.remove();
  return drawn;
};

/** A network: edges, and every unit with its map. */
const network: Draw = (box) => {
  const width = 420;
  const area = box.querySelector('.net-plane')!;
  const height = style(area, 'height');
  const tile = style(box, '--tile');
  const at = (unit: Element) => [(style(unit, 'left') / 100) * width, style(unit, 'top')] as const;
  const units = [...box.querySelectorAll('.net-unit')].map((unit) => {
    const [x, y] = at(unit).map((middle) => middle - tile / 2) as [number, number];
    const map = unit.querySelector('img')?.getAttribute('src');
    const dead = unit.hasAttribute('data-dead');
    const wrong = `stroke="${colour('wrong')}" stroke-width="2"`;
    return (
      `<rect x="${x}" y="${y}" width="${tile}" height="${tile}" fill="#ffffff"/>` +
      (map ? `<image x="${x}" y="${y}" width="${tile}" height="${tile}" href="${map}"/>` : '') +
      (dead
        ? `<path d="M${x} ${y + tile}l${tile}-${tile}" ${wrong}/><rect x="${x}" y="${y}" width="${tile}" height="${tile}" fill="none" ${wrong} stroke-dasharray="4 3"/>`
        : frame(x, y, tile, tile))
    );
  });
  const inputs = [...box.querySelectorAll('.net-input')].map((input) => {
    const [x, y] = at(input);
    return words(x - 6, y + textSize / 3, text(input), { anchor: 'end', italic: true });
  });
  const names = [...box.querySelectorAll('.net-names span')].map((name) =>
    words((style(name, 'left') / 100) * width, height + 16, text(name), { anchor: 'middle' }),
  );
  return picture(
    width,
    height + 24,
    placed(box.querySelector('svg')!, 0, 0, width, height) +
      units.join('') +
      inputs.join('') +
      names.join(''),
  );
};

/** A share of 1 as a bar. */
const bar: Draw = (cell) =>
  picture(
    100,
    12,
    `<rect width="${100 * style(cell.querySelector('span')!, '--share')}" height="12" fill="${colour('accent')}"/>`,
  );

/** The sign of a dead unit in the key of a network. */
const deadKey: Draw = () =>
  picture(
    14,
    14,
    `<path d="M1 13l12-12" stroke="${colour('wrong')}" stroke-width="2"/><rect x="1" y="1" width="12" height="12" fill="none" stroke="${colour('wrong')}" stroke-dasharray="3 2"/>`,
  );

/** The dot of a function's colour before its name. */
const swatch: Draw = (dot) =>
  picture(
    12,
    12,
    `<circle cx="6" cy="6" r="6" fill="${/background:\s*([^;]+)/.exec(dot.getAttribute('style')!)![1]!}"/>`,
  );

/** The scale of a heat map, from what is least to what is most. */
const scale: Draw = (band) => {
  const colours = (band.getAttribute('style') ?? '').match(/rgb\([^)]*\)/g) ?? [];
  return picture(
    10 * colours.length,
    12,
    colours
      .map((shade, i) => `<rect x="${10 * i}" width="10" height="12" fill="${shade}"/>`)
      .join(''),
  );
};

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
  matrices(root);
}

/** Numbers that a grid puts in rows, as tables. */
function matrices(root: Element): void {
  for (const matrix of [...root.querySelectorAll('.matrix')]) {
    const columns = matrix.classList.contains('two-columns') ? 2 : 1;
    const cells = [...matrix.querySelectorAll('.cell')].map((cell) => `<td>${text(cell)}</td>`);
    let rows = '';
    for (let i = 0; i < cells.length; i += columns)
      rows += `<tr>${cells.slice(i, i + columns).join('')}</tr>`;
    matrix.replaceWith(
      ...fragment(`<table class="matrix"><tbody>${rows}</tbody></table>`).childNodes,
    );
  }
}
