/** Brings the account of dead units on the page up to date. */
import { lastEpoch } from '#figures/inside-dead.ts';
import { noteDead, type DeadUnits } from '#inside/dead-units.ts';
import type { Inside } from '#inside/types.ts';
import type { Snapshot } from '../protocol.ts';
import type { View } from '../view.ts';
import type { Say } from '../words.ts';
import { altText, deadMarkup, stripPaths, summary, tableRows } from './dead-parts.ts';
import { rowsMarkup } from '../../figure/markup.ts';
import { seldom, setText } from './parts.ts';
import { rebuild } from './rebuild.ts';

class DeadView implements View {
  readonly #host: HTMLElement;
  readonly #say: Say;
  #run: number | undefined;
  #dead: DeadUnits | undefined;
  #now: Inside | undefined;
  /** The layers that the structure of the page is made for. */
  #layers: string | undefined;

  constructor(host: HTMLElement, say: Say) {
    this.#host = host;
    this.#say = say;
  }

  show({ run, inside, start }: Snapshot): void {
    if (!inside) return;
    const known = run === this.#run ? this.#dead : undefined;
    const dead = noteDead(known ?? (start && accountFrom(start, inside)), inside);
    this.#run = run;
    this.#dead = dead;
    this.#now = inside;
    if (String(dead.layers) === this.#layers) {
      this.#update(dead);
    } else {
      this.#layers = String(dead.layers);
      rebuild(this.#host, deadMarkup(dead, inside, this.#say));
    }
    this.#describe();
  }

  #update(dead: DeadUnits): void {
    if (dead.layers.length === 0) return;
    for (const [name, path] of Object.entries(stripPaths(dead)))
      this.#host.querySelector(`.view-strip .${name}`)!.setAttribute('d', path);
    setText(this.#host.querySelector('[data-last]')!, String(lastEpoch(dead.epoch)));
  }

  #describe = seldom(() => {
    const dead = this.#dead!;
    const text = summary(dead, this.#now!, this.#say);
    setText(this.#host.querySelector('[data-summary]')!, text);
    this.#host.querySelector('.view-strip')?.setAttribute('aria-label', altText(dead, this.#say));
    this.#host.querySelector('tbody')!.innerHTML = rowsMarkup(tableRows(dead, this.#say));
  }, 500);
}

/** Epoch 0 is always known; what was between it and a much later first look is not. */
function accountFrom(start: Inside, { epoch }: Inside): DeadUnits {
  const account = noteDead(undefined, start);
  return epoch > start.epoch + 1 ? { ...account, first: epoch } : account;
}

export const create = (host: HTMLElement, say: Say): View => new DeadView(host, say);
