/** What a trainer says in words and numbers, brought up to date. */
import type { EpochRecord } from '#figures/loss-chart-curves.ts';
import { tableRows } from './table.ts';
import { recordSentence, recordTexts, type Say } from './words.ts';

export class ReadoutView {
  readonly #host: Element;
  readonly #say: Say;

  constructor(host: Element, say: Say) {
    this.#host = host;
    this.#say = say;
  }

  /** The numbers of the latest epoch, which change too fast to be read out. */
  showNumbers(record: EpochRecord): void {
    this.#fill('number', recordTexts(record, this.#say));
  }

  showSetup(texts: Record<string, string>): void {
    this.#fill('setting', texts);
  }

  /**
   * The status line is read out whenever it changes: the same words again would be, too.
   *
   * @param aside is only read out: numbers that are on the page already, and newer there
   */
  showStatus(text: string, aside: string): void {
    const line = this.#host.querySelector('.trainer-status')!;
    const hidden = document.createElement('span');
    hidden.className = 'visually-hidden';
    hidden.textContent = ` ${aside}`;
    const parts = aside ? [text, hidden] : [text];
    if (line.textContent !== text + (aside && hidden.textContent)) line.replaceChildren(...parts);
  }

  /** What stands for the pictures, for those who cannot see them, and the table. */
  describe(history: readonly EpochRecord[], activation: string): void {
    const numbers = recordSentence(history.at(-1), this.#say);
    const label = (selector: string, text: string) =>
      this.#host.querySelector(selector)!.setAttribute('aria-label', text);
    label('.trainer-plane', this.#say('surface.alt', { activation, numbers }));
    label('.trainer-chart', this.#say('chart.alt', { numbers }));
    const rows = tableRows(history, this.#say).map((texts) => {
      const row = document.createElement('tr');
      texts.forEach((text, i) => {
        const cell = document.createElement(i === 0 ? 'th' : 'td');
        if (i === 0) cell.setAttribute('scope', 'row');
        cell.textContent = text;
        row.append(cell);
      });
      return row;
    });
    this.#host.querySelector('.data-table tbody')!.replaceChildren(...rows);
  }

  #fill(kind: 'number' | 'setting', texts: Record<string, string>): void {
    for (const place of this.#host.querySelectorAll<HTMLElement>(`[data-${kind}]`))
      place.textContent = texts[place.dataset[kind]!]!;
  }
}
