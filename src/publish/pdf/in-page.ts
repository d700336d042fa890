/** Runs in the page before it is printed, one function at a time: none may use what stands outside of it. */

/** The area between a page's margins, in CSS pixels. */
export interface Area {
  width: number;
  height: number;
}

/** What is measured before its font is there has the size of another: all are waited for, also those not yet asked for. */
export async function loadFonts(): Promise<void> {
  await Promise.all([...document.fonts].map((font) => font.load()));
}

/**
 * A formula wider than the column reaches into the margin; one that would leave the page is set smaller, since
 * Chromium makes the whole book smaller when anything in it is wider than the paper.
 */
export function fitFormulas(): void {
  const { right } = document.body.getBoundingClientRect();
  for (const formula of document.querySelectorAll<HTMLElement>('.katex-display > .katex')) {
    const bases = [...formula.querySelectorAll('.base')].map((base) =>
      base.getBoundingClientRect(),
    );
    const start = Math.min(...bases.map(({ left }) => left));
    const end = Math.max(...bases.map((base) => base.right));
    if (end > right) formula.style.fontSize = `${(right - start) / (end - start)}em`;
  }
}

/**
 * A label that has a halo gets a ground instead, of the same colour: Chromium can write a halo only as drawings
 * of glyphs, and says the label twice to who copies it.
 */
export function groundLabels(): void {
  const found = [...document.querySelectorAll<SVGTextElement>('svg text')].flatMap((label) => {
    const { stroke } = getComputedStyle(label);
    return stroke === 'none' ? [] : [{ label, stroke, box: label.getBBox() }];
  });
  for (const { label, stroke, box } of found) {
    const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    const turn = label.getAttribute('transform');
    // Of the line's height, what letters reach.
    const place = { x: box.x - 1, y: box.y + box.height * 0.16, width: box.width + 2 };
    for (const [name, value] of Object.entries({ ...place, height: box.height * 0.7 }))
      ground.setAttribute(name, String(value));
    ground.setAttribute('style', `fill: ${stroke}; fill-opacity: 0.8; stroke: none`);
    if (turn) ground.setAttribute('transform', turn);
    label.before(ground);
    label.style.stroke = 'none';
  }
}

/**
 * A figure that would leave a large part of the page before it empty is drawn smaller, as far as its labels can
 * still be read; if that is not enough, text that follows it goes before it.
 *
 * Columns as high as a page break where pages do, and can be measured.
 */
export function fitFigures({ width, height }: Area): void {
  const air = 80;
  /** Of a page that may stay empty, and the least size of labels in CSS pixels. */
  const [spared, legible] = [0.14 * height, 7.4];
  const most = 4;

  for (const section of document.querySelectorAll('.section-chapter, .section-page')) {
    const pages = document.createElement('div');
    pages.style.cssText = `columns: ${width}px; column-gap: ${air}px; column-fill: auto; width: ${width}px; height: ${height}px`;
    section.before(pages);
    pages.append(section);
    const origin = pages.getBoundingClientRect();
    const placed = ({ left, top, bottom }: DOMRect) => ({
      page: Math.floor((left - origin.left + 1) / (width + air)),
      top: top - origin.top,
      bottom: bottom - origin.top,
    });
    const startOf = (part: Element) => placed(part.getClientRects()[0]!);
    const endOf = (part: Element) => placed([...part.getClientRects()].at(-1)!);
    const above = (part: Element) => parseFloat(getComputedStyle(part).marginTop);

    /** What a figure takes along to its page: the heading before it. */
    const headOf = (figure: Element): Element => {
      const before = figure.previousElementSibling;
      return before && /^h\d$/i.test(before.tagName) ? headOf(before) : figure;
    };

    /** How much of the page before a figure is empty; 0 where the figure does not begin a page. */
    const emptyBefore = (head: Element): number => {
      const before = head.previousElementSibling;
      if (!before || before.getClientRects().length === 0) return 0;
      const end = endOf(before);
      return end.page === startOf(head).page - 1 ? height - end.bottom : 0;
    };

    const shrink = (figure: Element, head: Element, room: number): boolean => {
      const [drawing] = [...figure.querySelectorAll<SVGSVGElement>('svg[viewBox]')].sort(
        (a, b) => b.clientHeight - a.clientHeight,
      );
      if (!drawing) return false;
      const { page, top } = startOf(head);
      const end = endOf(figure);
      if (end.page !== page) return false;
      const drawn = drawing.getBoundingClientRect();
      const over = end.bottom - top + above(head) - room;
      const scale = (drawn.height - over - 4) / drawn.height;
      const label = 13 * (drawn.width / drawing.viewBox.baseVal.width);
      if (scale < Math.max(0.6, legible / label)) return false;
      drawing.style.width = `${Math.floor(drawn.width * scale)}px`;
      drawing.style.height = 'auto';
      if (startOf(head).page < page) return true;
      drawing.style.width = '';
      return false;
    };

    /** Text never passes a heading, and what ends with a colon stays before what it speaks of. */
    const fill = (figure: Element, head: Element, room: number): void => {
      const speaks = (part: Element | null) => part?.textContent.trim().endsWith(':') ?? false;
      if (head !== figure || speaks(figure.previousElementSibling)) return;
      let left = room;
      for (let moved = 0; moved < most && left > spared; moved++) {
        const next = figure.nextElementSibling;
        if (!next?.matches('p, ul, ol, .display-math')) return;
        if (speaks(next) || next.nextElementSibling?.matches('.display-math')) return;
        left -= next.getBoundingClientRect().height + 9;
        figure.before(next);
      }
    };

    for (const figure of section.querySelectorAll(':scope > figure')) {
      const head = headOf(figure);
      const room = emptyBefore(head);
      if (room > spared && !shrink(figure, head, room)) fill(figure, head, room);
    }
    pages.replaceWith(section);
  }
}
