/** Turns the numbers of the collapse figure into inputs; the drawing loads at the first touch. */
import { queryFor } from '../figure/page-state.ts';

class CollapseLab extends HTMLElement {
  connectedCallback() {
    this.querySelector<HTMLElement>('.controls')!.hidden = false;
    for (const cell of this.querySelectorAll<HTMLElement>('.cell[data-name]')) {
      const input = document.createElement('input');
      Object.assign(input, {
        type: 'number',
        name: cell.dataset['name'],
        min: '-3',
        max: '3',
        step: '0.1',
      });
      input.value = cell.textContent.trim().replace('−', '-');
      input.setAttribute('aria-label', cell.dataset['label']!);
      cell.replaceChildren(input);
    }
    const wake = () => {
      for (const type of wakeEvents) this.removeEventListener(type, wake);
      void import('./live-collapse.ts').then(({ startCollapse }) => startCollapse(this));
    };
    for (const type of wakeEvents) this.addEventListener(type, wake, { passive: true });
    if (queryFor(this.closest('figure')!.id) !== undefined) wake();
  }
}

const wakeEvents = ['pointerenter', 'pointerdown', 'touchstart', 'focusin', 'input'] as const;

customElements.define('collapse-lab', CollapseLab);
