/** Shows the controls of a build-time depth meter and wakes it at the first touch. */
import { wakeOnTouch } from '../figure/wake.ts';

class DepthMeter extends HTMLElement {
  connectedCallback() {
    this.querySelector<HTMLElement>('.controls')!.hidden = false;
    wakeOnTouch(this, async ({ touched }) => {
      const { startDepthMeter } = await import('./live-depth.ts');
      startDepthMeter(this, touched);
    });
  }
}

customElements.define('depth-meter', DepthMeter);
