/** Wakes the walk through backpropagation at the first touch. */
import { wakeOnTouch } from '../figure/wake.ts';

class BackpropWalk extends HTMLElement {
  connectedCallback() {
    wakeOnTouch(this, async ({ touched }) => {
      const { startWalk } = await import('./live-backprop.ts');
      startWalk(this, touched);
    });
  }
}

customElements.define('backprop-walk', BackpropWalk);
