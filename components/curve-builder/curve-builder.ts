/** Shows the handles of a build-time curve and wakes it at the first touch. */
import { wakeOnTouch } from '../figure/wake.ts';

class CurveBuilder extends HTMLElement {
  connectedCallback() {
    for (const part of this.querySelectorAll<HTMLElement>('.controls, .handles'))
      part.hidden = false;
    wakeOnTouch(
      this,
      () => import('./live-builder.ts'),
      ({ startBuilder }, { touched }) => startBuilder(this, touched),
    );
  }
}

customElements.define('curve-builder', CurveBuilder);
