/** The part of the download page that keeps the whole book on this device, and takes it away again. */
import type { State } from '#app/messages.ts';
import { fill } from '#i18n/fill.ts';
import { activeWorker, ask, mayKeep, register, remove } from './registration.ts';

/** @param top the book's URL, with a slash at its end */
export function show(panel: HTMLElement, top: string): void {
  const words = JSON.parse(panel.dataset['words']!) as Record<string, string>;
  const status = panel.querySelector('[role=status]')!;
  const progress = panel.querySelector('progress')!;
  const [keep, leave] = panel.querySelectorAll('button');

  const tell = (key: string, state?: State) => {
    status.textContent = fill(words[key]!, state && numbersOf(state));
  };
  const onState = (state: State) => {
    progress.hidden = state.done;
    progress.max = state.pages;
    progress.value = state.kept;
    if (!state.done) return;
    const isWhole = state.kept === state.pages;
    tell(state.trouble ? `app.${state.trouble}` : isWhole ? 'app.all' : 'app.some', state);
  };
  const closed = () => {
    progress.hidden = true;
    tell('app.closed');
  };

  keep!.addEventListener('click', async () => {
    try {
      progress.hidden = false;
      const worker = await activeWorker(await register(top));
      // The browser may then not take it away when room is short. Some ask the reader first: none waits for that.
      navigator.storage?.persist?.().catch(() => undefined);
      ask(worker, 'keep', onState);
    } catch {
      closed();
    }
  });
  leave!.addEventListener('click', async () => {
    try {
      await remove(top);
      tell('app.none');
    } catch {
      closed();
    }
  });

  if (!mayKeep()) return tell('app.none');
  navigator.serviceWorker.ready.then(
    ({ active }) => active && ask(active, 'tell', onState),
    closed,
  );
}

const numbersOf = ({ pages, kept, sent, stored }: State) => ({
  pages,
  kept,
  sent: (sent / 1e6).toFixed(1),
  stored: (stored / 1e6).toFixed(1),
});
