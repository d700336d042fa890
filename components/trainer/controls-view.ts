/** The controls of a trainer: says what the reader sets them to, and sets them to what holds. */
import { isSettingName, settings, type SettingName } from '#lab/settings.ts';
import type { LabState } from '#lab/state.ts';
import { readActivation, showActivation } from './activation-field.ts';
import { LayersView } from './layers-view.ts';
import { applies, type ControlName } from './trainer-config.ts';
import { choiceText, lockedText } from './control-words.ts';
import type { Say } from './words.ts';

/** The reader's wish: a text for a setting. */
export type Wish = (name: SettingName, text: string) => void;

type Field = HTMLInputElement | HTMLSelectElement;

export class ControlsView {
  readonly #host: HTMLElement;
  readonly #say: Say;
  readonly #wish: Wish;
  readonly #layers: LayersView | undefined;
  #state: LabState | undefined;

  constructor(host: HTMLElement, say: Say, wish: Wish, signal: AbortSignal) {
    this.#host = host;
    this.#say = say;
    this.#wish = wish;
    const layers = host.querySelector<HTMLElement>('.layers-control');
    this.#layers = layers ? new LayersView(layers, say, wish, signal) : undefined;
    host.addEventListener('input', (event) => this.#take(event), { signal });
    host.addEventListener('change', (event) => this.#take(event), { signal });
  }

  /** What fields hold that the reader touched before this was there; to be read before `show`. */
  touched(names: ReadonlySet<string>): [SettingName, string][] {
    return [...this.#host.querySelectorAll<Field>('select, input')].flatMap(({ name, value }) =>
      names.has(name) && isSettingName(name) ? [[name, value] as [SettingName, string]] : [],
    );
  }

  /** A number that is being typed is taken when the reader is done with it, everything else at once. */
  #take({ type, target }: Event): void {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
    const typed = target instanceof HTMLInputElement && ['number', 'text'].includes(target.type);
    if (type !== (typed ? 'change' : 'input')) return;
    if (isSettingName(target.name)) this.#wishOf(target);
    const field = target.closest<HTMLElement>('[data-control=activation]');
    if (field && target.closest('.parameters')) this.#wish('activation', readActivation(field));
  }

  #wishOf(field: Field): void {
    // The formula's own field reads it, and says what is wrong with it.
    if (isSettingName(field.name) && field.name !== 'formula') this.#wish(field.name, field.value);
  }

  show(state: LabState): void {
    this.#state = state;
    for (const place of this.#host.querySelectorAll<HTMLElement>('[data-control]')) {
      const name = place.dataset['control'] as ControlName;
      const each = name === 'activation' && this.#layers && !('id' in state.setup.activation);
      place.hidden = !applies(name, state) || state.hide.includes(name) || Boolean(each);
      this.#lock(place, name, state.lock.includes(name));
      if (name === 'layers' || name === 'points') continue;
      const field = place.querySelector<Field>(`[name=${name}]`);
      if (field && name !== 'formula') this.#fill(field, name);
      if (name === 'activation') this.#showFunction(place);
    }
    // A group without anything in it is no group.
    for (const group of this.#host.querySelectorAll<HTMLElement>('.trainer-group'))
      group.hidden = [...group.querySelectorAll<HTMLElement>('[data-control]')].every(
        (place) => place.hidden,
      );
    this.#layers?.show(state);
  }

  #showFunction(place: HTMLElement): void {
    const { activation } = this.#state!.setup;
    if ('id' in activation) showActivation(place, activation, this.#say);
  }

  #fill(field: Field, name: SettingName): void {
    const state = this.#state!;
    const text = settings[name].text(state);
    const words = (value: string) => choiceText[name]?.(value, this.#say, state) ?? value;
    const value = name === 'activation' ? text.split(':')[0]! : text;
    if (field instanceof HTMLSelectElement) {
      const { options } = settings[name] as { options?: (state: LabState) => readonly string[] };
      // Own points need their own controls.
      const own = this.#host.querySelector('.own-points') !== null;
      const offered = options?.(state).filter((choice) => own || choice !== 'own');
      if (name !== 'activation' && offered) offer(field, offered, words);
      if (![...field.options].some((option) => option.value === value))
        field.add(new Option(words(text), value));
    }
    if (field.value !== value) field.value = value;
    const output = field.parentElement!.querySelector('output');
    if (output) output.textContent = words(text);
  }

  /** What is locked is shown as text. */
  #lock(place: HTMLElement, name: ControlName, locked: boolean): void {
    if (locked === place.hasAttribute('data-locked') && !locked) return;
    place.toggleAttribute('data-locked', locked);
    for (const field of place.querySelectorAll<HTMLInputElement>('input, select, button, textarea'))
      field.disabled = locked;
    const text = lockedText(name, this.#state!, this.#say);
    let shown = place.querySelector<HTMLElement>('.locked');
    if (!shown) {
      shown = document.createElement('span');
      shown.className = 'locked';
      place.append(shown);
    }
    shown.textContent = locked ? text : '';
    shown.hidden = !locked;
  }
}

/** Changes the choices of a list where they are not these already. */
function offer(
  field: HTMLSelectElement,
  values: readonly string[],
  words: (value: string) => string,
): void {
  const texts = values.map(words);
  const same =
    field.options.length === values.length &&
    values.every((value, i) => {
      const option = field.options[i]!;
      return option.value === value && option.text === texts[i];
    });
  if (!same) field.replaceChildren(...values.map((value, i) => new Option(texts[i], value)));
}
