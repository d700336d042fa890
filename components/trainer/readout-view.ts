/** What a trainer says in words and numbers, brought up to date. */
import { objectiveOf } from '#lab/task.ts';
import type { LabState } from '#lab/state.ts';
import type { TrainingSetup } from '#nn/setup.ts';
import type { EpochRecord } from '#nn/train.ts';
import { rowsMarkup } from '../figure/markup.ts';
import { deviationTexts } from './initialization-words.ts';
import type { Snapshot, Standing } from './protocol.ts';
import { tableRows } from './table.ts';
import { recordSentence, recordTexts } from './record-words.ts';
import { learnedText, setupTexts } from './setup-words.ts';
import type { Say } from './words.ts';

export class ReadoutView {
  readonly #host: Element;
  readonly #say: Say;
  /** The activation is not told. */
  #hidden = false;

  constructor(host: Element, say: Say) {
    this.#host = host;
    this.#say = say;
  }

  /** The numbers of the latest epoch, which change too fast to be read out. */
  showNumbers(standing: Standing): void {
    const texts: Record<string, string> = recordTexts(standing, this.#say);
    for (const place of this.#host.querySelectorAll<HTMLElement>('[data-number]')) {
      const name = place.dataset['number']!;
      const text = texts[name]!;
      if (place.textContent !== text) place.textContent = text;
      if (name === 'accuracy') place.parentElement!.hidden = standing.test.accuracy === undefined;
    }
  }

  /**
   * There are no numbers to tell.
   *
   * @param plane what the picture shows then: a key of the messages
   */
  clear(plane: 'surface.empty' | 'surface.noValue'): void {
    for (const place of this.#host.querySelectorAll('[data-number]')) place.textContent = '–';
    const label = (selector: string, text: string) =>
      this.#host.querySelector(selector)!.setAttribute('aria-label', text);
    label('.trainer-plane', this.#say(plane));
    label('.trainer-chart', this.#say('chart.empty'));
    this.#host.querySelector('.data-table tbody')!.replaceChildren();
  }

  /** Everything that a reader needs to repeat the run, but for what an embedding page hides. */
  showSetup({ setup, hide }: Pick<LabState, 'setup' | 'hide'>): void {
    const texts = setupTexts(setup, this.#say, hide);
    for (const [name, text] of Object.entries(texts)) this.#fact(name, text);
    this.#hidden = texts['activation'] === '';
    this.#fact('learned', '');
    const list = this.#host.querySelector('.deviations');
    if (!list) return;
    list.replaceChildren(
      ...deviationTexts(setup, this.#say).map((text) => {
        const item = document.createElement('li');
        item.textContent = text;
        return item;
      }),
    );
    for (const formula of this.#host.querySelectorAll<HTMLElement>('[data-formula]'))
      formula.hidden = formula.dataset['formula'] !== setup.initialization;
  }

  /** What trains, and why it is not the faster one. */
  showCore({ name, because }: NonNullable<Snapshot['core']>): void {
    this.#fact('core', this.#say(because ? `core.${name}.${because}` : `core.${name}`));
  }

  /** The values that learned parameters have come to. */
  showLearned(learned: Snapshot['learned'], setup: TrainingSetup): void {
    this.#fact('learned', this.#hidden ? '' : learnedText(learned, setup, this.#say));
  }

  #fact(name: string, text: string): void {
    const place = this.#host.querySelector<HTMLElement>(`[data-setting=${name}]`);
    if (!place) return;
    if (place.textContent !== text) place.textContent = text;
    place.parentElement!.hidden = text === '';
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
  describe(
    history: readonly EpochRecord[],
    standing: Standing,
    { setup, hide }: Pick<LabState, 'setup' | 'hide'>,
  ): void {
    const numbers = recordSentence(standing, this.#say);
    const told = setupTexts(setup, this.#say, hide)['activation'];
    const activation = told || this.#say('setup.untold');
    const values = objectiveOf(setup).task.kind === 'values';
    const label = (selector: string, text: string) =>
      this.#host.querySelector(selector)!.setAttribute('aria-label', text);
    const alt = values ? 'surface.altOfValues' : 'surface.alt';
    label('.trainer-plane', this.#say(alt, { activation, numbers }));
    label('.trainer-chart', this.#say('chart.alt', { numbers }));
    const rows = tableRows(history, this.#say);
    this.#host.querySelector('.data-table tbody')!.innerHTML = rowsMarkup(rows);
  }
}
