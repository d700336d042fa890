/** Shows the controls of a build-time property dashboard and wakes it at the first touch. */
import { wakeOnTouch } from '../figure/wake.ts';

class PropertyDashboard extends HTMLElement {
  connectedCallback() {
    this.querySelector<HTMLElement>('.controls')!.hidden = false;
    wakeOnTouch(
      this,
      () => import('./live-dashboard.ts'),
      ({ startDashboard }, { touched }) => startDashboard(this, touched),
    );
  }
}

customElements.define('property-dashboard', PropertyDashboard);
