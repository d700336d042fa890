/** Filters and sorts the cards of the atlas with native controls; what is chosen stands in the address. */
import { orderBy, passes } from '#atlas/filter.ts';
import { fill } from '#i18n/fill.ts';
import { decodeState, encodeState, type Field } from '#state/fragment.ts';
import { showProblems } from '../figure/notice.ts';
import { queryFor, remember } from '../figure/page-state.ts';

class AtlasFilter extends HTMLElement {
  connectedCallback() {
    const find = <T extends HTMLElement>(selector: string) => this.querySelector<T>(selector)!;
    const messages = JSON.parse(this.dataset['messages']!) as Record<string, string>;
    const form = find<HTMLFormElement>('form');
    const selects = [...form.querySelectorAll('select')];
    const cards = [...this.querySelectorAll<HTMLElement>('li')];
    const homes = new Map(cards.map((card) => [card, card.parentElement!]));
    const sorted = find('.atlas-sorted ul');
    const sortedBy = selects.at(-1)!;

    const fields = Object.fromEntries(
      selects.map(({ name, options: [first, ...others] }): [string, Field] => {
        const values = [first!, ...others].map(({ value }) => value);
        return [name, { kind: 'choice', initial: values[0]!, options: values }];
      }),
    );
    const chosen = () => Object.fromEntries(selects.map(({ name, value }) => [name, value]));

    const show = () => {
      const state = chosen();
      const sort = sortedBy.value;
      const order = orderBy(sort);
      for (const card of cards.toSorted((a, b) => order(a.dataset, b.dataset))) {
        card.hidden = !passes(card.dataset, state);
        (sort === 'family' ? homes.get(card)! : sorted).append(card);
      }
      for (const section of this.querySelectorAll('section')) {
        section.hidden = !section.querySelector('li:not([hidden])');
      }
      find('.atlas-sorted h2').textContent = fill(messages['sorted']!, {
        order: sortedBy.selectedOptions[0]!.text,
      });
      const shown = cards.filter(({ hidden }) => !hidden).length;
      find('.atlas-count').textContent =
        shown === cards.length ? messages['all']! : fill(messages['some']!, { shown });
      find('.atlas-empty').hidden = shown > 0;
    };
    const changed = () => {
      show();
      remember(this.id, encodeState(fields, chosen()));
    };

    form.addEventListener('change', changed);
    // The event comes before the controls have their first values back.
    form.addEventListener('reset', () => setTimeout(changed));
    find('.atlas-empty button').addEventListener('click', () => {
      form.reset();
      find('summary').focus();
    });

    const details = find<HTMLDetailsElement>('details');
    details.hidden = false;
    const query = queryFor(this.id);
    if (query === undefined) return;
    const { state, problems } = decodeState(fields, query);
    for (const select of selects) select.value = String(state[select.name]);
    details.open = true;
    showProblems(this, problems, messages);
    show();
  }
}

customElements.define('atlas-filter', AtlasFilter);
