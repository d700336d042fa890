/** The code for a copy of the laboratory on another page, with controls hidden or locked. */
import { copyOrSave } from '../figure/share.ts';
import type { Say } from './words.ts';

type Choice = Readonly<Record<'hide' | 'lock', readonly string[]>>;

export class EmbedView {
  readonly #host: HTMLElement;

  /** @param source the address of an embedded laboratory with these controls hidden and locked */
  constructor(
    host: HTMLElement,
    say: Say,
    source: (choice: Choice) => { page: string; title: string },
    signal: AbortSignal,
  ) {
    this.#host = host;
    const area = host.querySelector('textarea')!;
    const write = () => {
      const { page, title } = source(this.#choice);
      area.value = iframe(page, title);
    };
    host.addEventListener('toggle', write, { signal });
    host.addEventListener('change', write, { signal });
    host.addEventListener('focusin', write, { signal });
    host.querySelector('[data-copy-embed]')!.addEventListener(
      'click',
      () => {
        write();
        const blob = new Blob([area.value], { type: 'text/plain' });
        const said = host.querySelector('[role=status]')!;
        copyOrSave(blob, 'text/plain', 'embed.html').then(
          (done) => (said.textContent = say(`embed.${done}`)),
          (error: unknown) => (said.textContent = say('embed.failed', { reason: String(error) })),
        );
      },
      { signal },
    );
  }

  get #choice(): Choice {
    const chosen = (choice: string) =>
      [...this.#host.querySelectorAll<HTMLSelectElement>('[data-embed]')]
        .filter(({ value }) => value === choice)
        .map((select) => select.dataset['embed']!);
    return { hide: chosen('hide'), lock: chosen('lock') };
  }
}

const attribute = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** Tall enough for the laboratory beside its controls; narrower, the frame scrolls. */
export const iframe = (page: string, title: string) =>
  `<iframe src="${attribute(page)}" title="${attribute(title)}" width="100%" height="1400" loading="lazy" style="border: 0"></iframe>`;
