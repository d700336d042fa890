import { fill } from '#i18n/fill.ts';
import { formatSetting } from '#i18n/numbers.ts';
import type { Problem } from '#state/fragment.ts';

/** The reader has left what the link said behind. */
export function clearNotice(host: Element): void {
  host.querySelector<HTMLElement>('.figure-notice')!.hidden = true;
}

/** Says quietly, under the figure, what of a link was not used, in the words of the figure's controls. */
export function showProblems(
  host: Element,
  problems: readonly Problem[],
  messages: Record<string, string>,
): void {
  const notice = host.querySelector<HTMLElement>('.figure-notice');
  if (!notice || problems.length === 0) return;
  const controls = [...host.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[name]')];
  notice.textContent = problems
    .map(({ reason, field, value, used }) => {
      const control = controls.find(({ name }) => name === field);
      return fill(messages[`figure.notice.${reason}`] ?? reason, {
        value,
        field: (control && labelOf(control)) || field,
        used: control ? shown(control, used, messages) : used,
      });
    })
    .join(' ');
  notice.hidden = false;
}

/** How a control is called on the page. */
function labelOf(control: HTMLInputElement | HTMLSelectElement): string | null | undefined {
  const [label] = control.labels ?? [];
  return (
    control.getAttribute('aria-label') ??
    (label?.querySelector('span') ?? label)?.textContent.trim()
  );
}

/** A value as its control shows it. */
function shown(
  control: HTMLInputElement | HTMLSelectElement,
  value: string,
  messages: Record<string, string>,
): string {
  if (control instanceof HTMLSelectElement) {
    return [...control.options].find((option) => option.value === value)?.text ?? value;
  }
  if (control.type === 'checkbox') return messages[value === '1' ? 'figure.on' : 'figure.off']!;
  const isNumber = control.type === 'range' || control.type === 'number';
  return isNumber && Number.isFinite(Number(value)) ? formatSetting(Number(value)) : value;
}
