/** Shows the controls of a build-time depth meter and wakes it at the first touch. */
import { wakeOnTouch } from '../figure/wake.ts';

class DepthMeter extends HTMLElement {
  connectedCallback() {
    this.querySelector<HTMLElement>('.controls')!.hidden = false;
    wakeOnTouch(
      this,
      () => import('./live-depth.ts'),
      ({ startDepthMeter }, { touched }) => startDepthMeter(this, touched),
    );
  }
}

customElements.define('depth-meter', DepthMeter);
