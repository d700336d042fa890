/** Dead units as HTML, the same in the page as it is built and live. */
import { deadPath, lastEpoch, lookedPath, stripRows, stripWidth } from '#figures/inside-dead.ts';
import { cameBack, stillDead, type DeadSpan, type DeadUnits } from '#inside/dead-units.ts';
import type { Inside } from '#inside/types.ts';
import type { Say } from '../words.ts';
import { escape, tableMarkup } from '../../figure/markup.ts';
import { listed, unitName } from './parts.ts';

/** Pixels for a unit's row: as high as there is room for. */
const rowHeight = (rows: number) => (rows <= 12 ? 12 : rows <= 32 ? 7 : rows <= 80 ? 4 : 2);

const nameOf = ({ layer, unit }: DeadSpan, { layers }: DeadUnits, say: Say): string =>
  // The output layer is not among these layers, and has no dead units.
  unitName(layer, unit, [...layers, 1], say);

/** How many, which, since when, and whether any came back. */
export function summary(dead: DeadUnits, now: Inside, say: Say): string {
  const units = dead.layers.reduce((sum, count) => sum + count, 0);
  if (units === 0) return say('dead.noHidden');
  const still = stillDead(dead);
  const back = cameBack(dead);
  const cutOff = still.filter(({ layer, unit }) => !now.layers[layer]!.flat.includes(unit)).length;
  const many = (key: string, count: number) => say(count === 1 ? `${key}One` : key, { count });
  const list = listed(
    still.map((span) => since(span, dead, say)),
    say,
    6,
  );
  const were = listed(
    back.map((span) =>
      say('dead.wasDead', { unit: nameOf(span, dead, say), from: span.from, to: span.to! }),
    ),
    say,
    4,
  );
  const key = ['dead.none', 'dead.one'][still.length] ?? 'dead.some';
  return [
    say(key, { units, dead: still.length, epoch: dead.epoch, list }),
    cutOff > 0 && many('dead.cutOff', cutOff),
    back.length > 0 && `${many('dead.back', back.length)} ${were}.`,
    back.length === 0 && still.length > 0 && say('dead.neverBack'),
  ]
    .filter(Boolean)
    .join(' ');
}

/** Since when; of the very first look nobody knows what was before, but at the start. */
function since(span: DeadSpan, dead: DeadUnits, say: Say): string {
  const atFirst = span.from === dead.first ? 'dead.sinceFirst' : 'dead.since';
  return say(span.from === 0 ? 'dead.sinceStart' : atFirst, {
    unit: nameOf(span, dead, say),
    from: span.from,
  });
}

export const altText = (dead: DeadUnits, say: Say): string =>
  say('dead.alt', { first: dead.first, epoch: dead.epoch });

export const tableRows = (dead: DeadUnits, say: Say): string[][] =>
  dead.spans.map((span) => [
    nameOf(span, dead, say),
    String(span.from),
    span.to === undefined ? say('dead.still') : String(span.to),
  ]);

/** `d` of what moves. */
export const stripPaths = (dead: DeadUnits) => ({ looked: lookedPath(dead), dead: deadPath(dead) });

export function deadMarkup(dead: DeadUnits, now: Inside, say: Say): string {
  const text = summary(dead, now, say);
  const { tops, rows } = stripRows(dead.layers);
  const height = rows * rowHeight(rows);
  const names = tops
    .map((top, layer) => {
      const middle = ((top + dead.layers[layer]! / 2) / rows) * 100;
      return `<span style="top:${middle.toFixed(1)}%">${escape(say('layer', { layer: layer + 1 }))}</span>`;
    })
    .join('');
  const paths = stripPaths(dead);
  const strip = `<div class="view-strip" style="height:${Math.max(24, Math.round(height))}px" role="img" aria-label="${escape(altText(dead, say))}"><div class="view-strip-names" aria-hidden="true">${names}</div>
<svg viewBox="0 0 ${stripWidth} ${rows}" preserveAspectRatio="none" aria-hidden="true"><path class="looked" d="${paths.looked}"/><path class="dead" d="${paths.dead}"/></svg></div>
<p class="view-axis view-strip-axis" aria-hidden="true"><span>0</span><i>${escape(say('dead.axis'))}</i><span data-last>${lastEpoch(dead.epoch)}</span></p>`;
  const columns = ['unit', 'from', 'to'].map((name) => say(`dead.column.${name}`));
  return `<p class="view-title">${escape(say('dead.title'))}</p>
<p class="view-text" data-summary>${escape(text)}</p>
${dead.layers.length > 0 ? strip : ''}
<p class="view-note">${escape(`${say('dead.what')} ${say('dead.looks')}`)}</p>
${tableMarkup({ title: say('table'), columns, rows: tableRows(dead, say) })}`;
}
