/** Wakes a build-time trainer at the first touch, and ends its training when it leaves the page. */
import { wakeOnTouch } from '../figure/wake.ts';

class ActivationTrainer extends HTMLElement {
  #live: { close(): void } | undefined;

  connectedCallback() {
    wakeOnTouch(
      this,
      () =>
        import('./live-trainer.ts').catch((error: unknown) => {
          // Nobody will train: the picture of the page is all there is.
          delete this.dataset['untrained'];
          throw error;
        }),
      ({ startTrainer }, { touched }) => {
        if (this.isConnected) this.#live = startTrainer(this, touched);
      },
    );
  }

  disconnectedCallback() {
    this.#live?.close();
  }
}

customElements.define('activation-trainer', ActivationTrainer);
