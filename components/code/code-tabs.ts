/**
 * Listings in several libraries. Copies one where the browser allows it, and opens the library that the
 * reader chose last, on this page and on others. Where nothing may be kept, the choice holds for the page.
 */
import { fill } from '#i18n/fill.ts';

const key = 'code-library';
/** Who wants one of these is served by the other where it is not there. */
const kin: Readonly<Record<string, string>> = { keras: 'tensorflow', tensorflow: 'keras' };

let chosen = remembered();

function remembered(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // Storage is closed to this page.
  }
}

function remember(library: string) {
  chosen = library;
  try {
    localStorage.setItem(key, library);
  } catch {
    // The choice holds until the page is left.
  }
}

class CodeTabs extends HTMLElement {
  connectedCallback() {
    this.show(chosen);
    for (const summary of this.querySelectorAll('summary'))
      summary.addEventListener('click', this.#choose);
    for (const button of this.querySelectorAll('button')) {
      button.hidden = false;
      button.addEventListener('click', () => void this.#copy(button.closest('.code-part')!));
    }
  }

  /** Opens the listing for a library, or for the one nearest to it, when there is one. */
  show(library: string | null) {
    const own = [library, kin[library ?? '']]
      .map((name) => this.querySelector<HTMLDetailsElement>(`details[data-library="${name}"]`))
      .find((fold) => fold !== null);
    if (own) own.open = true;
  }

  #choose = (event: Event) => {
    const summary = event.currentTarget as HTMLElement;
    const fold = summary.parentElement as HTMLDetailsElement;
    if (fold.open) return;
    event.preventDefault();
    const before = summary.getBoundingClientRect().top;
    remember(fold.dataset['library']!);
    fold.open = true;
    for (const other of document.querySelectorAll<CodeTabs>('code-tabs'))
      if (other !== this) other.show(chosen);
    // What stands above may have become longer or shorter; the tab stays under the pointer.
    scrollBy({ top: summary.getBoundingClientRect().top - before, behavior: 'instant' });
  };

  async #copy(part: HTMLElement) {
    const messages = JSON.parse(this.dataset['messages']!) as Record<string, string>;
    const status = part.querySelector('[role=status]')!;
    const tell = (name: string, values = {}) => {
      status.textContent = fill(messages[`figure.share.${name}`]!, values);
    };
    try {
      const { copyOrSave } = await import('../figure/share.ts');
      const text = new Blob([part.querySelector('pre')!.textContent!], { type: 'text/plain' });
      const done = await copyOrSave(text, 'text/plain', this.dataset['file']!);
      tell(done === 'copied' ? 'done' : 'saved');
    } catch (error) {
      tell('failed', { reason: String(error) });
    }
  }
}

customElements.define('code-tabs', CodeTabs);
