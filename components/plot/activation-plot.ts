/** Shows the controls of a build-time plot and wakes it at the first touch. */
import { wakeOnTouch } from '../figure/wake.ts';

class ActivationPlot extends HTMLElement {
  connectedCallback() {
    this.querySelector<HTMLElement>('.controls')!.hidden = false;
    wakeOnTouch(
      this,
      () => import('./live-plot.ts'),
      ({ startPlot }, meanwhile) => startPlot(this, meanwhile),
    );
  }
}

customElements.define('activation-plot', ActivationPlot);
