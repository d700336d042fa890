/** Wakes the walk through backpropagation at the first touch. */
import { wakeOnTouch } from '../figure/wake.ts';

class BackpropWalk extends HTMLElement {
  connectedCallback() {
    wakeOnTouch(
      this,
      () => import('./live-backprop.ts'),
      ({ startWalk }, { touched }) => startWalk(this, touched),
    );
  }
}

customElements.define('backprop-walk', BackpropWalk);
