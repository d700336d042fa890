/** Filters and sorts a list with native controls; what is chosen stands in the address. */
import { passes } from '#atlas/filter.ts';
import { fill } from '#i18n/fill.ts';
import { decodeState, encodeState, type Field } from '#state/fragment.ts';
import { showProblems } from './notice.ts';
import { queryFor, remember } from './page-state.ts';

interface ListFilter {
  /** The items, each with the values it is filtered and sorted by in its data. */
  items: string;
  /** How to sort for a value of the last control; by its first value every item stands at home. */
  orderBy(sort: string): (a: DOMStringMap, b: DOMStringMap) => number;
  /** Where the focus goes when the button beside “nothing found” has gone. */
  focus: string;
}

/**
 * @param host What `ListFilter.astro` writes.
 * @returns Whether the address set the controls.
 */
export function startListFilter(host: HTMLElement, options: ListFilter): boolean {
  const { items: selector, orderBy, focus } = options;
  const find = <T extends HTMLElement>(part: string) => host.querySelector<T>(part)!;
  const messages = JSON.parse(host.dataset['messages']!) as Record<string, string>;
  const form = find<HTMLFormElement>('form');
  const selects = [...form.querySelectorAll('select')];
  const items = [...host.querySelectorAll<HTMLElement>(selector)];
  const homes = new Map(items.map((item) => [item, item.parentElement!]));
  const order = selects.at(-1)!;
  const sorted = find('.filter-sorted [role=list]');
  const fields = Object.fromEntries(
    selects.map(({ name, options: [first, ...others] }): [string, Field] => {
      const values = [first!, ...others].map(({ value }) => value);
      return [name, { kind: 'choice', initial: values[0]!, options: values }];
    }),
  );
  const chosen = () => Object.fromEntries(selects.map(({ name, value }) => [name, value]));

  const show = () => {
    const state = chosen();
    const atHome = order.value === order.options[0]!.value;
    const compare = orderBy(order.value);
    for (const item of items.toSorted((a, b) => compare(a.dataset, b.dataset))) {
      item.hidden = !passes(item.dataset, state);
      (atHome ? homes.get(item)! : sorted).append(item);
    }
    for (const section of host.querySelectorAll('section'))
      section.hidden = !section.querySelector(`${selector}:not([hidden])`);
    find('.filter-sorted h2').textContent = fill(messages['sorted']!, {
      order: order.selectedOptions[0]!.text,
    });
    const shown = items.filter(({ hidden }) => !hidden).length;
    find('.filter-count').textContent =
      shown === items.length ? messages['all']! : fill(messages['some']!, { shown });
    find('.filter-empty').hidden = shown > 0;
  };
  const changed = () => {
    show();
    remember(host.id, encodeState(fields, chosen()));
  };

  form.addEventListener('change', changed);
  // The event comes before the controls have their first values back.
  form.addEventListener('reset', () => setTimeout(changed));
  find('.filter-empty button').addEventListener('click', () => {
    form.reset();
    find(focus).focus();
  });

  const query = queryFor(host.id);
  if (query === undefined) return false;
  const { state, problems } = decodeState(fields, query);
  for (const select of selects) select.value = String(state[select.name]);
  showProblems(host, problems, messages);
  show();
  return true;
}
