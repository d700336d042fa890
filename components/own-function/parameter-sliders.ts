import { formatSetting } from '#i18n/numbers.ts';
import type { OwnCurve } from './properties.ts';

/** One slider for each parameter of the curve, made anew only when others are needed than there are. */
export function showSliders(box: Element, { activation, parameters }: OwnCurve): void {
  const names = Object.keys(activation.parameters);
  const inputs = () => [...box.querySelectorAll('input')];
  const shown = inputs().map(({ name }) => name);
  if (names.join() !== shown.join()) {
    box.replaceChildren(
      ...Object.entries(activation.parameters).map(([name, { symbol, min, max, step }]) => {
        const label = Object.assign(document.createElement('label'), { className: 'slider' });
        const text = Object.assign(document.createElement('span'), { textContent: symbol });
        const input = Object.assign(document.createElement('input'), { type: 'range', name });
        for (const [key, value] of Object.entries({ min, max, step }))
          input.setAttribute(key, String(value));
        label.append(text, input, document.createElement('output'));
        return label;
      }),
    );
  }
  for (const input of inputs()) {
    const value = parameters[input.name]!;
    input.value = String(value);
    input.nextElementSibling!.textContent = formatSetting(value);
  }
}
