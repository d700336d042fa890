/**
 * A question that is marked in the page; nothing is sent anywhere. What marks it, and what makes a
 * formula or a plot live, is loaded when a reader first touches it.
 */
import { hasAnswers } from '#questions/kept.ts';
import { loadWords, pageMessages } from '../figure/page-messages.ts';

const touches = ['pointerenter', 'focusin', 'input', 'click'] as const;

class BookQuestion extends HTMLElement {
  #loading: Promise<{ mark(): void }> | undefined;
  #ready = false;

  connectedCallback() {
    for (const hidden of this.querySelectorAll<HTMLElement>('[hidden]')) hidden.hidden = false;
    for (const set of this.querySelectorAll('fieldset')) set.disabled = false;
    if (hasAnswers()) void import('./question-state.ts').then(({ restore }) => restore(this));
    this.querySelector('form')!.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#wake().then((live) => live?.mark());
    });
    for (const type of touches)
      this.addEventListener(type, (event) => void this.#wake(event), { once: true, passive: true });
  }

  async #wake(event?: Event) {
    try {
      // A button that is pressed while the script is on its way is pressed again.
      const early = event?.type === 'click' && !this.#ready;
      const button = early && (event.target as Element).closest('button');
      this.#loading ??= Promise.all([import('./live-question.ts'), loadWords()]).then(
        ([{ startQuestion }]) => startQuestion(this),
      );
      const live = await this.#loading;
      this.#ready = true;
      if (button && button.type === 'button') button.click();
      return live;
    } catch (error) {
      this.#loading = undefined;
      const mark = this.querySelector<HTMLElement>('.mark')!;
      mark.textContent = pageMessages()['question.say.failed']!.replace('{reason}', String(error));
      return undefined;
    }
  }
}

customElements.define('book-question', BookQuestion);
