/** Shows the handles of a build-time curve and loads the rest at the first touch. */
import { queryFor } from '../figure/page-state.ts';

class CurveBuilder extends HTMLElement {
  connectedCallback() {
    for (const part of this.querySelectorAll<HTMLElement>('.controls, .handles'))
      part.hidden = false;
    let started = false;
    const wake = () => {
      if (started) return;
      started = true;
      void import('./live-builder.ts').then(({ startBuilder }) => startBuilder(this));
    };
    for (const type of ['pointerenter', 'touchstart', 'focusin', 'input'] as const) {
      this.addEventListener(type, wake, { once: true, passive: true });
    }
    if (queryFor(this.closest('figure')!.id) !== undefined) wake();
  }
}

customElements.define('curve-builder', CurveBuilder);
