/** Wakes an experiment at the first touch, and ends its training when it leaves the page. */
import { wakeOnTouch } from '../figure/wake.ts';

class BookExperiment extends HTMLElement {
  #live: { close(): void } | undefined;

  connectedCallback() {
    wakeOnTouch(
      this,
      () => import('./live-experiment.ts'),
      ({ startExperiment }, { touched }) => {
        if (this.isConnected) this.#live = startExperiment(this, touched);
      },
    );
  }

  disconnectedCallback() {
    this.#live?.close();
  }
}

customElements.define('book-experiment', BookExperiment);
