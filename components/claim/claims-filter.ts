/** Filters and sorts the claims with native controls; what is chosen stands in the address. */
import { passes } from '#atlas/filter.ts';
import { orderOf } from '#claims/order.ts';
import { fill } from '#i18n/fill.ts';
import { decodeState, encodeState, type Field } from '#state/fragment.ts';
import { showProblems } from '../figure/notice.ts';
import { queryFor, remember } from '../figure/page-state.ts';

class ClaimsFilter extends HTMLElement {
  connectedCallback() {
    const find = <T extends HTMLElement>(selector: string) => this.querySelector<T>(selector)!;
    const messages = JSON.parse(this.dataset['messages']!) as Record<string, string>;
    const form = find<HTMLFormElement>('form');
    const selects = [...form.querySelectorAll('select')];
    const claims = [...this.querySelectorAll<HTMLElement>('li[data-number]')];
    const homes = new Map(claims.map((claim) => [claim, claim.parentElement!]));
    const order = selects.at(-1)!;
    const fields = Object.fromEntries(
      selects.map(({ name, options }): [string, Field] => {
        const values = [...options].map(({ value }) => value);
        return [name, { kind: 'choice', initial: values[0]!, options: values }];
      }),
    );
    const chosen = () => Object.fromEntries(selects.map(({ name, value }) => [name, value]));

    const show = () => {
      const state = chosen();
      const compare = orderOf(order.value);
      for (const claim of claims.toSorted((a, b) => compare(a.dataset, b.dataset))) {
        claim.hidden = !passes(claim.dataset, state);
        (order.value === 'chapter' ? homes.get(claim)! : find('.claims-sorted ol')).append(claim);
      }
      for (const section of this.querySelectorAll('section'))
        section.hidden = !section.querySelector('li[data-number]:not([hidden])');
      find('.claims-sorted h2').textContent = fill(messages['sorted']!, {
        order: order.selectedOptions[0]!.text,
      });
      const shown = claims.filter(({ hidden }) => !hidden).length;
      find('.claims-count').textContent =
        shown === claims.length ? messages['all']! : fill(messages['some']!, { shown });
      find('.claims-empty').hidden = shown > 0;
    };
    const changed = () => {
      show();
      remember(this.id, encodeState(fields, chosen()));
    };

    form.addEventListener('change', changed);
    // The event comes before the controls have their first values back.
    form.addEventListener('reset', () => setTimeout(changed));
    find('.claims-empty button').addEventListener('click', () => {
      form.reset();
      selects[0]!.focus();
    });

    const query = queryFor(this.id);
    if (query === undefined) return;
    const { state, problems } = decodeState(fields, query);
    for (const select of selects) select.value = String(state[select.name]);
    showProblems(this, problems, messages);
    show();
  }
}

customElements.define('claims-filter', ClaimsFilter);
