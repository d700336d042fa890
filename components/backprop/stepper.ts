/** Walks through the steps of backpropagation, forwards and backwards. */
import { backprop } from '#inside/backprop.ts';
import type { Say } from '../trainer/words.ts';
import type { Scene } from './config.ts';
import {
  boxMarkup,
  concernedLines,
  concerns,
  nextText,
  shownOf,
  stepperMarkup,
  stepTexts,
  type Shown,
} from './stepper-parts.ts';

export class Stepper {
  readonly #host: HTMLElement;
  readonly #say: Say;
  readonly #moved: (step: number) => void;
  #shown: Shown | undefined;
  /** The sizes of the network that the structure of the page is made for. */
  #sizes: string;
  #index = 0;

  /**
   * @param host Holds the walk; what is in it may be replaced. With `data-sizes` there is one already, of a
   *   network with these sizes.
   * @param say Messages under `view.`.
   * @param moved Told when the reader has gone to another step, from 1.
   */
  constructor(host: HTMLElement, say: Say, moved: (step: number) => void = () => undefined) {
    this.#host = host;
    this.#say = say;
    this.#moved = moved;
    this.#sizes = host.dataset['sizes'] ?? '';
    host.addEventListener('click', ({ target }) => {
      const way = (target as Element).closest<HTMLElement>('[data-go]')?.dataset['go'];
      if (way === 'back') this.#go(this.#index - 1);
      // From the end, on means from the start.
      if (way === 'next') this.#go(this.#atEnd ? 0 : this.#index + 1);
    });
    host.addEventListener('input', (event) => {
      // A trainer around the walk has controls of its own.
      event.stopPropagation();
      this.#go((event.target as HTMLInputElement).valueAsNumber - 1);
    });
    host.addEventListener('keydown', (event) => {
      // A slider has arrow keys of its own, and what scrolls scrolls.
      const own = (event.target as Element).matches('input, select, [tabindex="0"]');
      const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (own || !by) return;
      event.preventDefault();
      this.#go(this.#index + by);
    });
  }

  /**
   * Shows the walk of one example through a network. The step stays, as far as there are as many.
   *
   * @param step The step to show, from 1.
   */
  show(scene: Scene, step = this.#index + 1): void {
    if (scene.network.normalization !== 'none') {
      this.#sizes = 'none';
      this.#shown = undefined;
      const note = document.createElement('p');
      note.className = 'view-note';
      note.textContent = this.#say('backprop.normalised');
      this.#host.replaceChildren(note);
      return;
    }
    const walk = backprop(scene.network, scene.objective, scene.example);
    this.#shown = shownOf(scene, walk, this.#say);
    this.#index = this.#inside(step - 1);
    const sizes = String(scene.network.sizes);
    if (sizes === this.#sizes) this.#renew(this.#shown);
    else this.#host.innerHTML = stepperMarkup(this.#shown, this.#index, this.#say);
    this.#sizes = sizes;
    this.#tellAloud(false);
    this.#draw();
  }

  /** Steps that the reader takes are read out; numbers that change by themselves are not. */
  #tellAloud(aloud: boolean): void {
    this.#host.querySelector('.bp-step')!.setAttribute('aria-live', aloud ? 'polite' : 'off');
  }

  /** With the same sizes only numbers change: the focus stays where it is, and the table open. */
  #renew(shown: Shown): void {
    const fresh = document.createElement('template');
    fresh.innerHTML = stepperMarkup(shown, this.#index, this.#say);
    for (const part of ['[data-part=diagram]', 'tbody'])
      this.#host.querySelector(part)?.replaceWith(fresh.content.querySelector(part) ?? '');
  }

  get #atEnd(): boolean {
    return this.#index === (this.#shown?.walk.steps.length ?? 0) - 1;
  }

  #inside(index: number): number {
    return Math.max(0, Math.min(this.#shown!.walk.steps.length - 1, index));
  }

  #go(index: number): void {
    if (!this.#shown) return;
    this.#index = this.#inside(index);
    this.#tellAloud(true);
    this.#draw();
    this.#moved(this.#index + 1);
  }

  #draw(): void {
    const shown = this.#shown!;
    const index = this.#index;
    for (const [name, html] of Object.entries(stepTexts(shown, index, this.#say))) {
      const place = this.#host.querySelector(`[data-part=${name}]`)!;
      if (place.innerHTML !== html) place.innerHTML = html;
    }
    for (const box of this.#host.querySelectorAll<HTMLElement>('[data-layer]')) {
      const [layer, unit] = [Number(box.dataset['layer']), Number(box.dataset['unit'])];
      box.toggleAttribute('data-current', concerns(shown, index, layer, unit));
      if (layer >= 0) box.innerHTML = boxMarkup(shown, index, layer, unit);
    }
    this.#host.querySelector('.edge-chosen')?.setAttribute('d', concernedLines(shown, index));
    this.#scroll();
    this.#drawControls(shown.walk.steps.length);
  }

  /** Brings the unit of the step into a drawing larger than its box; the page stays where it is. */
  #scroll(): void {
    const unit = this.#host.querySelector<HTMLElement>('.bp-unit[data-current]');
    const box = unit?.closest<HTMLElement>('.net-box');
    if (!unit || !box) return;
    const [inner, outer] = [unit.getBoundingClientRect(), box.getBoundingClientRect()];
    box.scrollLeft += Math.max(0, inner.right - outer.right) + Math.min(0, inner.left - outer.left);
    box.scrollTop += Math.max(0, inner.bottom - outer.bottom) + Math.min(0, inner.top - outer.top);
  }

  #drawControls(steps: number): void {
    const position = this.#say('backprop.position', { step: this.#index + 1, steps });
    const range = this.#host.querySelector<HTMLInputElement>('[name=step]')!;
    range.max = String(steps);
    range.value = String(this.#index + 1);
    range.setAttribute('aria-valuetext', position);
    this.#host.querySelector('output')!.textContent = position;
    this.#host
      .querySelector('[data-go=back]')!
      .setAttribute('aria-disabled', String(this.#index === 0));
    this.#host.querySelector('[data-go=next]')!.textContent = nextText(
      this.#index,
      steps,
      this.#say,
    );
  }
}
