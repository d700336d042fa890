/** Filters and sorts the claims. */
import { orderOf } from '#claims/order.ts';
import { startListFilter } from '../figure/list-filter.ts';

class ClaimsFilter extends HTMLElement {
  connectedCallback() {
    startListFilter(this, {
      items: 'li[data-number]',
      orderBy: orderOf,
      focus: 'select',
    });
  }
}

customElements.define('claims-filter', ClaimsFilter);
