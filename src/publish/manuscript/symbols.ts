/** Links to symbols: the site shows them to the eye and says them in words; a book needs the formula itself. */
import type { Draft } from './sections.ts';

/** Gives each link to a symbol the formula that stands in the notation. Links lead within the book already. */
export function writeSymbols(drafts: readonly Draft[]): void {
  const notation = drafts.find(({ id }) => id === 'notation')?.root;
  for (const { root } of drafts)
    for (const link of root.querySelectorAll('a[href^="#notation_"]')) {
      const drawn = link.querySelector('.katex');
      if (!drawn || drawn.querySelector('math')) continue;
      const id = link.getAttribute('href')!.slice(1);
      const formula = notation?.querySelector(`[id="${id}"] dt .katex`);
      if (!formula) throw new Error(`The notation has no formula for "${id}".`);
      drawn.replaceWith(formula.cloneNode(true));
      link.querySelector('.visually-hidden')?.remove();
      link.removeAttribute('aria-label');
    }
}
