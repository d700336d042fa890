/** Moves the steps of an order question up and down. */
import { fill } from '#i18n/fill.ts';
import { pageMessages } from '../figure/page-messages.ts';

export function startOrder(host: HTMLElement): void {
  const list = host.querySelector<HTMLElement>('.order-steps')!;
  const said = host.querySelector<HTMLElement>('[data-said]')!;
  list.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest('button');
    const item = button?.closest('li');
    if (!button || !item) return;
    const { previousElementSibling: before, nextElementSibling: after } = item;
    // The neighbour is moved, so that the button that was pressed keeps the focus.
    if (button.name === 'up' && before) item.after(before);
    if (button.name === 'down' && after) item.before(after);
    const place = [...list.children].indexOf(item) + 1;
    said.textContent = fill(pageMessages()['question.say.order.moved']!, {
      place,
      total: list.children.length,
    });
  });
}
