/** Shows the sliders of a build-time softmax figure and wakes it at the first touch. */
import { wakeOnTouch } from '../figure/wake.ts';

class SoftmaxLab extends HTMLElement {
  connectedCallback() {
    for (const part of this.querySelectorAll<HTMLElement>('.controls, [type=range]'))
      part.hidden = false;
    wakeOnTouch(
      this,
      () => import('./live-softmax.ts'),
      ({ startSoftmax }, { touched }) => startSoftmax(this, touched),
    );
  }
}

customElements.define('softmax-lab', SoftmaxLab);
