/** Turns the numbers of the collapse figure into inputs; the drawing loads at the first touch. */
import { wakeOnTouch } from '../figure/wake.ts';

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
    wakeOnTouch(
      this,
      () => import('./live-collapse.ts'),
      ({ startCollapse }) => startCollapse(this),
    );
  }
}

customElements.define('collapse-lab', CollapseLab);
