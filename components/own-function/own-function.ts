/** Wakes the figure of a reader's own function at the first touch. */
import { wakeOnTouch } from '../figure/wake.ts';

class OwnFunctionFigure extends HTMLElement {
  connectedCallback() {
    wakeOnTouch(
      this,
      () => import('./live-own-function.ts'),
      ({ startOwnFunction }, { touched, pointer }) => startOwnFunction(this, { touched, pointer }),
    );
  }
}

customElements.define('own-function', OwnFunctionFigure);
