/** Filters and sorts the cards of the atlas. */
import { orderBy } from '#atlas/filter.ts';
import { startListFilter } from '../figure/list-filter.ts';

class AtlasFilter extends HTMLElement {
  connectedCallback() {
    const details = this.querySelector('details')!;
    details.hidden = false;
    const linked = startListFilter(this, { items: 'li', orderBy, focus: 'summary' });
    if (linked) details.open = true;
  }
}

customElements.define('atlas-filter', AtlasFilter);
