/** Shows the controls of a build-time slice and wakes it at the first touch. */
import { wakeOnTouch } from '../figure/wake.ts';

class SlicePlot extends HTMLElement {
  connectedCallback() {
    this.querySelector<HTMLElement>('.controls')!.hidden = false;
    wakeOnTouch(
      this,
      () => import('./live-slice.ts'),
      ({ startSlice }, meanwhile) => startSlice(this, meanwhile),
    );
  }
}

customElements.define('slice-plot', SlicePlot);
