/**
 * Opens the search by its button and by `/`. The dialog takes the first letters at once; what finds
 * something, and the index, come when it is first opened.
 */
class SiteSearch extends HTMLElement {
  #dialog = document.querySelector<HTMLDialogElement>('dialog.search')!;
  #live: Promise<unknown> | undefined;

  connectedCallback() {
    this.#dialog
      .querySelector('form')!
      .addEventListener('submit', (event) => event.preventDefault());
    this.#dialog.querySelector('button')!.addEventListener('click', () => this.#dialog.close());
    this.querySelector('button')!.addEventListener('click', this.#open);
    document.addEventListener('keydown', (event) => {
      const { key, target, ctrlKey, metaKey, altKey, isComposing, defaultPrevented } = event;
      if (key !== '/' || ctrlKey || metaKey || altKey || isComposing || defaultPrevented) return;
      // The key is a letter where one writes, and no shortcut for those who have switched it off.
      const writes = 'input, textarea, select, dialog[open] *';
      const at = target as HTMLElement;
      if (at.isContentEditable || at.matches?.(writes) || shortcutIsOff()) return;
      event.preventDefault();
      this.#open();
    });
  }

  #open = () => {
    const dialog = this.#dialog;
    dialog.showModal();
    dialog.querySelector('input')!.select();
    this.#live ??= import('./live-search.ts')
      .then(({ start }) => start(dialog))
      .catch(() => {
        this.#live = undefined;
        dialog.querySelector('[role=status]')!.textContent = dialog.dataset['failed']!;
      });
  };
}

function shortcutIsOff(): boolean {
  try {
    return localStorage.getItem('search-key') === 'off';
  } catch {
    return false;
  }
}

customElements.define('site-search', SiteSearch);
