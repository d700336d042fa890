/**
 * Loads the living part of a figure at the reader's first touch, or at once when the address names the
 * figure. What the reader does while it is on its way is not lost.
 */
import { fill } from '#i18n/fill.ts';
import { loadWords, pageMessages } from './page-messages.ts';
import { queryFor } from './page-state.ts';

/** What the reader did while the living part was on its way. */
export interface Meanwhile {
  /** Names of the controls that were moved. */
  touched: ReadonlySet<string>;
  /** The last press on the picture and what came after it. */
  press: PointerEvent[];
}

const wakeEvents = [
  'pointerenter',
  'pointerdown',
  'pointermove',
  'pointerup',
  'pointercancel',
  'touchstart',
  'focusin',
  'input',
  'click',
] as const;

/**
 * @param load imports the living part.
 * @param start starts it, once its words are there too. Buttons that were pressed meanwhile are pressed again
 *   afterwards. When it fails, the next touch tries again.
 */
export function wakeOnTouch<Living>(
  host: HTMLElement,
  load: () => Promise<Living>,
  start: (living: Living, meanwhile: Meanwhile) => void,
): void {
  const touched = new Set<string>();
  const meanwhile: Meanwhile = { touched, press: [] };
  const pressed: HTMLElement[] = [];
  let loading: Promise<void> | undefined;

  const wake = (event?: Event) => {
    note(event);
    loading ??= comeAlive().then(
      () => {
        for (const type of wakeEvents) host.removeEventListener(type, wake);
        for (const button of pressed) button.click();
      },
      (error: unknown) => {
        loading = undefined;
        explain(host, error);
      },
    );
  };
  const comeAlive = async () => {
    const [living] = await Promise.all([load(), loadWords()]);
    start(living, meanwhile);
  };
  const note = (event?: Event) => {
    const target = event?.target;
    if (!(target instanceof Element)) return;
    if (event!.type === 'input') touched.add((target as HTMLInputElement).name);
    if (event!.type === 'click') {
      const button = target.closest<HTMLElement>('button');
      if (button) pressed.push(button);
    }
    const { press } = meanwhile;
    if (event!.type === 'pointerdown') {
      press.length = 0;
      if (!target.closest('.chart-area')) return;
    } else if (press.length === 0) return;
    press.push(event as PointerEvent);
  };
  for (const type of wakeEvents) host.addEventListener(type, wake, { passive: true });
  if (queryFor(host.closest('figure')!.id) !== undefined) wake();
}

/** Says under the figure that it could not start. */
export function explain(host: HTMLElement, error: unknown): void {
  const notice = host.querySelector<HTMLElement>('.figure-notice')!;
  notice.textContent = fill(pageMessages()['figure.failed']!, { reason: String(error) });
  notice.hidden = false;
}
