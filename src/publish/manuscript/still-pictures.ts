/** Pictures with words around or in them, which the site lays there with style sheets. */
import { colour } from './colours.ts';
import { styleNumber, textOf } from './dom.ts';
import { frame, picture, placed, textSize, words, type Draw } from './svg.ts';

/** The plane of a trainer, with the ends and names of its axes. */
export const plane: Draw = (surface) => {
  const side = 360;
  const [left, top, bottom] = [34, 6, 24];
  const end = (name: string) => textOf(surface.querySelector(`[data-end="${name}"]`));
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
export const histogram: Draw = (box) => {
  const [width, height] = [220, 80];
  const [first, last] = [...box.querySelectorAll('.view-axis span')].map(textOf);
  const line = height + 16;
  return picture(
    width,
    height + 38,
    placed(box.querySelector('svg')!, 0, 0, width, height) +
      `<path d="M0 ${height}H${width}" stroke="currentColor" stroke-opacity="0.5"/>` +
      words(0, line, first!) +
      words(width / 2, line + 17, textOf(box.querySelector('i')), {
        anchor: 'middle',
        italic: true,
      }) +
      words(width, line, last!, { anchor: 'end' }),
  );
};

/** Strips of units over time, with the names of the layers and the axis that follows them on the page. */
export const strip: Draw = (box) => {
  const [left, width] = [56, 344];
  const height = styleNumber(box, 'height');
  const axis = box.nextElementSibling!;
  const [first, last] = [...axis.querySelectorAll('span')].map(textOf);
  const names = [...box.querySelectorAll('.view-strip-names span')].map((name) =>
    words(0, (styleNumber(name, 'top') / 100) * height + textSize / 3, textOf(name)),
  );
  const line = height + 16;
  const drawn = picture(
    left + width,
    height + 22,
    placed(box.querySelector('svg')!, left, 0, width, height) +
      names.join('') +
      words(left, line, first!) +
      words(left + width / 2, line, textOf(axis.querySelector('i')), { anchor: 'middle' }) +
      words(left + width, line, last!, { anchor: 'end' }),
  );
  axis.remove();
  return drawn;
};

/** A network: edges, and every unit with its map. */
export const network: Draw = (box) => {
  const width = 420;
  const area = box.querySelector('.net-plane')!;
  const height = styleNumber(area, 'height');
  const tile = styleNumber(box, '--tile');
  const at = (unit: Element) =>
    [(styleNumber(unit, 'left') / 100) * width, styleNumber(unit, 'top')] as const;
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
    return words(x - 6, y + textSize / 3, textOf(input), { anchor: 'end', italic: true });
  });
  const names = [...box.querySelectorAll('.net-names span')].map((name) =>
    words((styleNumber(name, 'left') / 100) * width, height + 16, textOf(name), {
      anchor: 'middle',
    }),
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
