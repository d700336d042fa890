/** The fields of a question's form, in the order in which an answer is kept. */

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const formOf = (host: Element) => host.querySelector('form')!;

const fieldsOf = (host: Element): Field[] =>
  [...formOf(host).elements].filter((e): e is Field => e.matches('input, select, textarea'));

/** What the fields say now. A choice of which nothing is chosen is left out. */
export const answerIn = (host: Element): string[] =>
  fieldsOf(host)
    .filter(
      (field) => !(field instanceof HTMLInputElement && field.type === 'radio' && !field.checked),
    )
    .map(({ value }) => value);

/** Puts an answer back that was kept. One that does not fit, since the question has changed, is left. */
export function putAnswer(host: Element, answer: readonly string[]): void {
  const steps = host.querySelector('.order-steps');
  if (steps) return putOrder(steps, answer);
  const fields = fieldsOf(host);
  const radios = fields.filter(
    (field) => field instanceof HTMLInputElement && field.type === 'radio',
  );
  if (radios.length > 0) {
    for (const radio of radios) (radio as HTMLInputElement).checked = radio.value === answer[0];
  } else if (fields.length === answer.length) {
    fields.forEach((field, i) => (field.value = answer[i]!));
  }
}

function putOrder(steps: Element, answer: readonly string[]): void {
  const items = [...steps.children];
  const stepOf = (item: Element) => item.querySelector<HTMLInputElement>('[name=step]')!.value;
  const sorted = answer.map((step) => items.find((item) => stepOf(item) === step));
  if (sorted.length === items.length && new Set(sorted).size === items.length)
    steps.append(...sorted.filter((item) => item !== undefined));
}
