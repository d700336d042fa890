/**
 * Runs in pages of the offline copy. Firefox keeps what a page on disk stores for that one file: the reader is
 * told, and the choice of theme goes along with the links. No page can ask for this rule, so the engine's
 * name decides.
 */
const apart = location.protocol === 'file:' && /\bGecko\/\d/.test(navigator.userAgent);

if (apart) {
  for (const note of document.querySelectorAll<HTMLElement>('[data-kept-apart]')) {
    note.hidden = false;
  }
  for (const type of ['click', 'auxclick']) addEventListener(type, takeThemeAlong, true);
}

function takeThemeAlong({ target }: Event): void {
  const link = (target as Element).closest('a');
  const { theme } = document.documentElement.dataset;
  if (!theme || link?.protocol !== 'file:' || link.pathname === location.pathname) return;
  // What was typed into the address by hand is not ours to keep.
  link.search = `?theme=${theme}`;
}
