/** The book without JavaScript: the whole text and every figure, and no control that does nothing. */
import { describe, expect, test } from 'vitest';
import { pagesOf } from './builds.ts';
import { phone, visit } from './page.ts';

const paths = pagesOf('root').map(({ path }) => path);

describe('whole text, all figures, no dead control', () => {
  test.concurrent.each(paths)('/%s', async (path) => {
    const view = { ...phone, javaScript: false };
    const { words, ...faults } = await visit(path, view, ({ page }) => page.evaluate(lookAround));
    expect(words, 'words in the main part').toBeGreaterThan(5);
    expect(faults).toEqual({ hidden: [], empty: [], dead: [] });
  });
});

/** Runs in the page. Text that cannot be seen, figures without a drawing, controls that do nothing. */
function lookAround() {
  const main = document.querySelector<HTMLElement>('main');
  const all = (selector: string, root: ParentNode = document) => [
    ...root.querySelectorAll<HTMLElement>(selector),
  ];
  const name = (element: Element) => element.outerHTML.replace(/\s+/g, ' ').slice(0, 120);

  // What may be hidden: a part that the browser itself opens, and what belongs to the live part of a
  // custom element (its controls and their texts).
  const opensByItself = 'details:not([open]), [popover], dialog';
  const liveOnly = (element: Element) => {
    const hider = element.closest('[hidden], .trainer-controls, .keep-panel');
    return hider?.parentElement?.closest(':not(:defined)');
  };
  const blocks = 'h1, h2, h3, h4, p, li, dt, dd, td, th, blockquote, pre, figure, figcaption';
  const hidden = main
    ? all(blocks, main)
        .filter((block) => !block.checkVisibility({ visibilityProperty: true }))
        .filter((block) => block.textContent?.trim() || block.querySelector('svg, img'))
        .filter((block) => !block.closest(opensByItself) && !liveOnly(block))
    : [];

  const drawings = 'svg, img, canvas, table, pre, math, .katex, blockquote, ol, ul, fieldset, p';
  const drawn = (figure: Element) =>
    all(drawings, figure).some((drawing) => {
      const { width, height } = drawing.getBoundingClientRect();
      return !drawing.closest('figcaption') && width > 0 && height > 0;
    });

  const controls = 'button, input, select, textarea, output, [role=slider], [contenteditable]';
  const worksByItself = '[popovertarget], [command], form[action] *';
  // The options of a question are its text: disabled, they promise nothing. A figure needs none.
  const onlyText = ':disabled:not(figure *)';
  const dead = all(controls)
    .filter((control) => control.checkVisibility({ visibilityProperty: true }))
    .filter((control) => !control.matches(`${worksByItself}, ${onlyText}`));

  return {
    words: main?.innerText.split(/\s+/).filter(Boolean).length ?? 0,
    hidden: hidden.map(name),
    empty: all('figure')
      .filter((figure) => figure.checkVisibility() && !drawn(figure))
      .map(name),
    dead: dead.map(name),
  };
}
