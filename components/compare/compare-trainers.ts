/** Wakes a comparison at the first touch, and ends its training when it leaves the page. */
import { wakeOnTouch } from '../figure/wake.ts';

class CompareTrainers extends HTMLElement {
  #live: { close(): void } | undefined;

  connectedCallback() {
    wakeOnTouch(
      this,
      () => import('./live-compare.ts'),
      ({ startComparison }, { touched }) => {
        if (this.isConnected) this.#live = startComparison(this, touched);
      },
    );
  }

  disconnectedCallback() {
    this.#live?.close();
  }
}

customElements.define('compare-trainers', CompareTrainers);
