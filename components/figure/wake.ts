/**
 * Loads the living part of a figure at the reader's first touch, or at once when the address names the
 * figure. What the reader does while it is on its way is not lost.
 */
import { pageMessages } from './page-messages.ts';
import { queryFor } from './page-state.ts';

const wakeEvents = [
  'pointerenter',
  'pointerdown',
  'touchstart',
  'focusin',
  'input',
  'click',
] as const;

/**
 * @param load imports the living part and starts it; told the names of the controls that were moved
 *   meanwhile. Buttons that were pressed meanwhile are pressed again afterwards.
 */
export function wakeOnTouch(
  host: HTMLElement,
  load: (touched: ReadonlySet<string>) => Promise<void>,
): void {
  const touched = new Set<string>();
  const pressed: HTMLElement[] = [];
  let loading: Promise<void> | undefined;

  const wake = (event?: Event) => {
    const target = event?.target;
    if (event?.type === 'input') touched.add((target as HTMLInputElement).name);
    if (event?.type === 'click' && target instanceof Element) {
      const button = target.closest<HTMLElement>('button');
      if (button) pressed.push(button);
    }
    loading ??= load(touched).then(
      () => {
        for (const type of wakeEvents) host.removeEventListener(type, wake);
        for (const button of pressed) button.click();
      },
      (error: unknown) => explain(host, error),
    );
  };
  for (const type of wakeEvents) host.addEventListener(type, wake, { passive: true });
  if (queryFor(host.closest('figure')!.id) !== undefined) wake();
}

/** Says under the figure that it could not start. */
function explain(host: HTMLElement, error: unknown): void {
  const notice = host.querySelector<HTMLElement>('.figure-notice')!;
  notice.textContent = pageMessages()['figure.failed']!.replace('{reason}', String(error));
  notice.hidden = false;
}
