import { fill } from '#i18n/fill.ts';
import type { Problem } from '#state/fragment.ts';

/** The reader has left what the link said behind. */
export function clearNotice(host: Element): void {
  host.querySelector<HTMLElement>('.figure-notice')!.hidden = true;
}

/** Says quietly, under the figure, what of a link was not used. */
export function showProblems(
  host: Element,
  problems: readonly Problem[],
  messages: Record<string, string>,
): void {
  const notice = host.querySelector<HTMLElement>('.figure-notice');
  if (!notice || problems.length === 0) return;
  notice.textContent = problems
    .map(({ reason, ...values }) => fill(messages[`figure.notice.${reason}`] ?? reason, values))
    .join(' ');
  notice.hidden = false;
}
