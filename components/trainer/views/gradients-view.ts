/** Brings the gradient norms of the page up to date. */
import type { Decades } from '#figures/inside-depth.ts';
import type { Inside } from '#inside/types.ts';
import type { Snapshot } from '../protocol.ts';
import type { View } from '../view.ts';
import type { Say } from '../words.ts';
import {
  altText,
  decadesFor,
  gradientsMarkup,
  linePaths,
  normsOf,
  nowText,
  quantities,
  tableRows,
  type Looks,
  type Quantity,
} from './gradients-parts.ts';
import { rowsMarkup } from '../../figure/markup.ts';
import { seldom, setText } from './parts.ts';
import { rebuild } from './rebuild.ts';

class GradientsView implements View {
  readonly #host: HTMLElement;
  readonly #say: Say;
  #run: number | undefined;
  #looks: Looks | undefined;
  #decades: Record<Quantity, Decades> | undefined;
  /** The moving paths of each chart: line, dots and zeros. */
  #paths: Record<Quantity, readonly Element[]> | undefined;

  constructor(host: HTMLElement, say: Say) {
    this.#host = host;
    this.#say = say;
  }

  show({ run, inside, start = inside }: Snapshot): void {
    if (!inside) return;
    if (run !== this.#run || !this.#looks || inside.epoch < this.#looks.now.epoch)
      this.#begin(run, start!, inside);
    const looks = { start: this.#looks!.start, now: inside };
    this.#looks = looks;
    const decades = {
      weightGradient: decadesFor(looks, 'weightGradient', this.#decades?.weightGradient),
      activationGradient: decadesFor(
        looks,
        'activationGradient',
        this.#decades?.activationGradient,
      ),
    };
    if (String(Object.values(decades)) === String(Object.values(this.#decades ?? {})))
      this.#update(looks, decades);
    else this.#build(looks, decades);
    this.#describe();
  }

  #begin(run: number, start: Inside, now: Inside): void {
    this.#run = run;
    this.#looks = { start, now };
    this.#decades = undefined;
  }

  #build(looks: Looks, decades: Record<Quantity, Decades>): void {
    this.#decades = decades;
    rebuild(this.#host, gradientsMarkup(looks, decades, this.#say));
    const find = (quantity: Quantity) => [
      ...this.#host.querySelectorAll(`[data-quantity=${quantity}] .now path`),
    ];
    this.#paths = {
      weightGradient: find('weightGradient'),
      activationGradient: find('activationGradient'),
    };
  }

  #update(looks: Looks, decades: Record<Quantity, Decades>): void {
    for (const quantity of quantities) {
      const drawn = Object.values(linePaths(normsOf(looks.now, quantity), decades[quantity]));
      this.#paths![quantity].forEach((path, i) => path.setAttribute('d', drawn[i]!));
    }
    setText(this.#host.querySelector('[data-now]')!, nowText(looks, this.#say));
  }

  #describe = seldom(() => {
    const looks = this.#looks!;
    for (const quantity of quantities)
      this.#host
        .querySelector(`[data-quantity=${quantity}]`)!
        .setAttribute('aria-label', altText(looks, quantity, this.#say));
    this.#host.querySelector('tbody')!.innerHTML = rowsMarkup(tableRows(looks, this.#say));
  });
}

export const create = (host: HTMLElement, say: Say): View => new GradientsView(host, say);
