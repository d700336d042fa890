/** Wakes the figure of a reader's own function at the first touch. */
import { wakeOnTouch } from '../figure/wake.ts';

class OwnFunctionFigure extends HTMLElement {
  connectedCallback() {
    wakeOnTouch(
      this,
      () => import('./live-own-function.ts'),
      ({ startOwnFunction }, meanwhile) => startOwnFunction(this, meanwhile),
    );
  }
}

customElements.define('own-function', OwnFunctionFigure);
