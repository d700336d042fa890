/**
 * Shows the controls of a build-time plot and loads the rest at the reader's first touch, or at once
 * when the address names this figure.
 */
import { queryFor } from '../figure/page-state.ts';

class ActivationPlot extends HTMLElement {
  connectedCallback() {
    this.querySelector<HTMLElement>('.controls')!.hidden = false;
    // What the reader moves while the rest is on its way.
    const touched = new Set<string>();
    this.addEventListener('input', ({ target }) => touched.add((target as HTMLInputElement).name));
    const wake = () => {
      for (const type of wakeEvents) this.removeEventListener(type, wake);
      import('./live-plot.ts').then(
        ({ startPlot }) => startPlot(this, touched),
        (error: unknown) => this.#explain(error),
      );
    };
    for (const type of wakeEvents) this.addEventListener(type, wake, { passive: true });
    if (queryFor(this.closest('figure')!.id) !== undefined) wake();
  }

  #explain(error: unknown) {
    const notice = this.querySelector<HTMLElement>('.figure-notice')!;
    const { 'plot.failed': message = '' } = JSON.parse(this.dataset['messages']!) as Record<
      string,
      string
    >;
    notice.textContent = message.replace('{reason}', String(error));
    notice.hidden = false;
  }
}

const wakeEvents = ['pointerenter', 'pointerdown', 'touchstart', 'focusin', 'input'] as const;

customElements.define('activation-plot', ActivationPlot);
