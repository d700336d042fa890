/**
 * Brings a build-time trainer to life at the reader's first touch, or at once when the address names
 * this figure.
 */
import { queryFor } from '../figure/page-state.ts';

class ActivationTrainer extends HTMLElement {
  #live: Promise<{ close(): void } | undefined> | undefined;

  connectedCallback() {
    for (const type of wakeEvents) this.addEventListener(type, this, { passive: true });
    if (queryFor(this.closest('figure')!.id) !== undefined) this.#wake();
  }

  /** The worker must not outlive the figure. */
  disconnectedCallback() {
    void this.#live?.then((live) => live?.close());
    this.#live = undefined;
  }

  /** What the reader does while the rest is on its way is done when it is there. */
  #early: Event[] = [];

  handleEvent(event: Event) {
    if (event.type === 'click' || event.type === 'change') this.#early.push(event);
    this.#wake();
  }

  #wake() {
    this.#live ??= import('./live-trainer.ts').then(
      ({ startTrainer }) => {
        for (const type of wakeEvents) this.removeEventListener(type, this);
        return this.isConnected ? startTrainer(this, this.#early.splice(0)) : undefined;
      },
      (error: unknown) => {
        const notice = this.querySelector<HTMLElement>('.figure-notice')!;
        const { 'trainer.unavailable': text = '' } = JSON.parse(
          this.dataset['messages']!,
        ) as Record<string, string>;
        notice.textContent = text.replace('{reason}', String(error));
        notice.hidden = false;
        return undefined;
      },
    );
  }
}

const wakeEvents = ['pointerenter', 'touchstart', 'focusin', 'click', 'change'] as const;

customElements.define('activation-trainer', ActivationTrainer);
