/**
 * Lets the reader switch the / key off: who speaks to the computer may say it without meaning it.
 * `site-search.ts` reads what is kept here.
 */
export function shortcutSwitch(label: string): HTMLElement {
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.checked = read() !== 'off';
  box.addEventListener('change', () => {
    try {
      localStorage.setItem('search-key', box.checked ? 'on' : 'off');
    } catch {
      // Storage is closed to this page: the key stays as it is.
      box.checked = true;
    }
  });
  const element = document.createElement('label');
  element.className = 'search-shortcut';
  element.append(box, ` ${label}`);
  return element;
}

function read(): string | null {
  try {
    return localStorage.getItem('search-key');
  } catch {
    return null;
  }
}
