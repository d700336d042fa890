/** A function and its parameters as fields, and as the text of the setting. */
import { activations, defaultParameters } from '#activations/index.ts';
import type { Elementwise } from '#activations/types.ts';
import { ownFunction } from '#formula/index.ts';
import { formatSetting } from '#i18n/numbers.ts';
import { learnedNames, type ActivationRef } from '#nn/kernels.ts';
import type { Say } from './words.ts';

const functionOf = (ref: ActivationRef): Pick<Elementwise, 'parameters'> =>
  ref.id === 'own' ? ownFunction(ref.formula) : activations[ref.id];

/** What the fields for parameters are made for: another function has others. */
const keyOf = (ref: ActivationRef) => (ref.id === 'own' ? `own ${ref.formula}` : ref.id);

/** Brings the list and the parameters in `place` up to date. */
export function showActivation(place: HTMLElement, ref: ActivationRef, say: Say): void {
  const select = place.querySelector('select')!;
  if (select.value !== ref.id) select.value = ref.id;
  const box = place.querySelector<HTMLElement>('.parameters')!;
  if (box.dataset['of'] !== keyOf(ref)) {
    box.dataset['of'] = keyOf(ref);
    box.replaceChildren(...fieldsOf(ref, say));
  }
  const values = { ...defaultParameters(functionOf(ref)), ...ref.parameters };
  for (const field of box.querySelectorAll('input')) {
    if (field.type === 'checkbox') field.checked = learnedNames(ref).length > 0;
    else {
      const text = String(values[field.name.replace('parameter-', '')] ?? '');
      if (field.value !== text) field.value = text;
    }
  }
}

function fieldsOf(ref: ActivationRef, say: Say): HTMLElement[] {
  const parameters = Object.entries(functionOf(ref).parameters);
  const fields = parameters.map(([name, { symbol, min, max, step }]) => {
    const input = document.createElement('input');
    // Beyond what is good to explore a parameter may still be what the reader wants.
    Object.assign(input, { type: 'number', name: `parameter-${name}`, step: 'any' });
    input.title = say('parameter.range', {
      least: formatSetting(min),
      most: formatSetting(max),
      step,
    });
    return labelled(symbol, input, 'slider');
  });
  // Parameters of a formula stay where the reader puts them.
  if (ref.id === 'own' || !parameters.some(([, { df }]) => df)) return fields;
  const learn = document.createElement('input');
  Object.assign(learn, { type: 'checkbox', name: 'learned' });
  const symbols = parameters.filter(([, { df }]) => df).map(([, { symbol }]) => symbol);
  return [
    ...fields,
    labelled(say('parameter.learn', { symbols: symbols.join(', ') }), learn, 'toggle'),
  ];
}

function labelled(text: string, input: HTMLInputElement, style: string): HTMLElement {
  const label = document.createElement('label');
  label.className = style;
  const name = document.createElement('span');
  name.textContent = text;
  label.append(...(style === 'toggle' ? [input, name] : [name, input]));
  return label;
}

/** The text of the setting: what the fields in `place` say. */
export function readActivation(place: HTMLElement): string {
  const id = place.querySelector('select')!.value;
  const box = place.querySelector<HTMLElement>('.parameters')!;
  // Another function has been chosen: its parameters begin with their defaults.
  if (box.dataset['of']?.split(' ')[0] !== id) return id;
  const defaults = id === 'own' ? {} : defaultParameters(activations[id as 'relu']);
  let text = id;
  for (const field of box.querySelectorAll<HTMLInputElement>('input[type=number]')) {
    const name = field.name.replace('parameter-', '');
    const value = field.valueAsNumber;
    if (Number.isFinite(value) && value !== (defaults as Record<string, number>)[name])
      text += `:${name}:${value}`;
  }
  const learn = box.querySelector<HTMLInputElement>('[name=learned]');
  const byItself = learn && learnedNames({ id: id as 'prelu' }).length > 0;
  if (learn && learn.checked !== byItself) text += learn.checked ? ':learned' : ':fixed';
  return text;
}
