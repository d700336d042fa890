/** Copies a listing. The button appears where it can work: with JavaScript. */
class CopyCode extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector('button')!;
    button.hidden = false;
    button.addEventListener('click', () => void this.#copy());
  }

  async #copy() {
    const messages = JSON.parse(this.dataset['messages']!) as Record<string, string>;
    const status = this.querySelector('[role=status]')!;
    const tell = (key: string) => (status.textContent = messages[`figure.share.${key}`] ?? '');
    try {
      const { copyOrSave } = await import('../figure/share.ts');
      const text = new Blob([this.querySelector('pre')!.textContent!], { type: 'text/plain' });
      tell((await copyOrSave(text, 'text/plain', 'activation.py')) === 'copied' ? 'done' : 'saved');
    } catch (error) {
      tell('failed');
      status.textContent = status.textContent!.replace('{reason}', String(error));
    }
  }
}

customElements.define('copy-code', CopyCode);
