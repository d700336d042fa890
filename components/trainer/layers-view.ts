/** The list of hidden layers: layers come and go, units by steps, a function for all or for each. */
import { bounds, clamp, mostLayers } from '#lab/limits.ts';
import { writeHidden, writeRef } from '#lab/layers.ts';
import type { LabState } from '#lab/state.ts';
import { activationsOf } from '#nn/setup.ts';
import { readActivation, showActivation } from './activation-field.ts';
import type { Wish } from './controls-view.ts';
import type { Say } from './words.ts';

export class LayersView {
  readonly #host: HTMLElement;
  readonly #list: HTMLElement;
  readonly #say: Say;
  readonly #wish: Wish;
  #state: LabState | undefined;

  constructor(host: HTMLElement, say: Say, wish: Wish, signal: AbortSignal) {
    this.#host = host;
    this.#list = host.querySelector('.layers')!;
    this.#say = say;
    this.#wish = wish;
    host.addEventListener('click', (event) => this.#press(event), { signal });
    host.addEventListener('change', (event) => this.#change(event), { signal });
  }

  show(state: LabState): void {
    this.#state = state;
    const { hidden, activation } = state.setup;
    const each = !('id' in activation);
    while (this.#list.children.length < hidden.length) this.#list.append(this.#newRow());
    while (this.#list.children.length > hidden.length) this.#list.lastElementChild!.remove();
    this.#rows.forEach((row, l) => {
      this.#name(row, l + 1);
      const field = row.querySelector<HTMLInputElement>('[name=units]')!;
      if (field.value !== String(hidden[l])) field.value = String(hidden[l]);
      const place = row.querySelector<HTMLElement>('.layer-function')!;
      place.hidden = !each;
      showActivation(place, activationsOf(state.setup)[l]!, this.#say);
    });
    this.#host.querySelector<HTMLElement>('.layers-none')!.hidden = hidden.length > 0;
    const toggle = this.#host.querySelector<HTMLInputElement>('[name=each]')!;
    toggle.checked = each;
    toggle.closest<HTMLElement>('label')!.hidden = hidden.length < 2;
    // A button that has the focus is not disabled under the reader's hand.
    this.#host
      .querySelector('[data-add-layer]')!
      .setAttribute('aria-disabled', String(hidden.length >= mostLayers));
  }

  get #rows(): HTMLElement[] {
    return [...this.#list.children] as HTMLElement[];
  }

  #newRow(): Node {
    return this.#host.querySelector('template')!.content.firstElementChild!.cloneNode(true);
  }

  #name(row: HTMLElement, layer: number): void {
    row.querySelector('.layer-name')!.textContent = this.#say('layers.name', { layer });
    const labels = {
      '[data-units="-1"]': 'less',
      '[data-units="1"]': 'more',
      '[name=units]': 'units',
      '[name=layerActivation]': 'function',
      '[data-remove]': 'remove',
    };
    for (const [selector, key] of Object.entries(labels))
      row
        .querySelector(selector)!
        .setAttribute('aria-label', this.#say(`layers.${key}`, { layer }));
  }

  #press({ target }: Event): void {
    const button = target instanceof Element ? target.closest('button') : null;
    if (!button) return;
    const hidden = [...this.#state!.setup.hidden];
    const at = this.#rows.findIndex((row) => row.contains(button));
    if (button.dataset['units']) {
      const units = hidden[at]! + Number(button.dataset['units']);
      hidden[at] = clamp(units, bounds.units);
    } else if ('remove' in button.dataset) return this.#remove(at);
    else if ('addLayer' in button.dataset && hidden.length < mostLayers)
      hidden.push(hidden.at(-1) ?? 4);
    if (writeHidden(hidden) !== writeHidden(this.#state!.setup.hidden))
      this.#wish('hidden', writeHidden(hidden));
  }

  /** The functions of the other layers stay with their layers. */
  #remove(at: number): void {
    const { hidden, activation } = this.#state!.setup;
    const others = <T>(list: readonly T[]) => list.filter((_, l) => l !== at);
    const refs = 'id' in activation ? undefined : others(activation);
    this.#wish('hidden', writeHidden(others(hidden)));
    if (refs && refs.length > 1) this.#wish('activation', refs.map(writeRef).join(','));
    const next = this.#rows[Math.min(at, this.#rows.length - 1)];
    (next?.querySelector<HTMLElement>('[data-remove]') ??
      this.#host.querySelector<HTMLElement>('[data-add-layer]'))!.focus();
  }

  #change({ target }: Event): void {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
    if (target.name === 'units') {
      const units = this.#rows.map(
        (row) => row.querySelector<HTMLInputElement>('[name=units]')!.value || 'x',
      );
      return this.#wish('hidden', units.join('-'));
    }
    const refs = activationsOf(this.#state!.setup);
    if (target.name === 'each') {
      const all = target instanceof HTMLInputElement && target.checked;
      const first = refs[0] ?? ({ id: 'relu' } as const);
      return this.#wish('activation', all ? refs.map(writeRef).join(',') : writeRef(first));
    }
    if (target.closest('.layer-function'))
      this.#wish(
        'activation',
        this.#rows
          .map((row) => readActivation(row.querySelector<HTMLElement>('.layer-function')!))
          .join(','),
      );
  }
}
