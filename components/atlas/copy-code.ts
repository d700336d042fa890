/** Copies a listing. The button appears where it can work: with JavaScript. */
import { fill } from '#i18n/fill.ts';

class CopyCode extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector('button')!;
    button.hidden = false;
    button.addEventListener('click', () => void this.#copy());
  }

  async #copy() {
    const messages = JSON.parse(this.dataset['messages']!) as Record<string, string>;
    const status = this.querySelector('[role=status]')!;
    const tell = (key: string, values = {}) => {
      status.textContent = fill(messages[`figure.share.${key}`]!, values);
    };
    try {
      const { copyOrSave } = await import('../figure/share.ts');
      const text = new Blob([this.querySelector('pre')!.textContent!], { type: 'text/plain' });
      tell((await copyOrSave(text, 'text/plain', 'activation.py')) === 'copied' ? 'done' : 'saved');
    } catch (error) {
      tell('failed', { reason: String(error) });
    }
  }
}

customElements.define('copy-code', CopyCode);
