/** A formula is read and typeset as it is typed; its mistakes are named with their places. */
import { symbolic } from '#activations/tex.ts';
import type { OwnFunction } from '#formula/index.ts';
import { renderMath } from '#markdown/math.ts';
import { pageMessages } from '../figure/page-messages.ts';
import { attachFormulaField } from '../own-function/formula-field.ts';

export function startFormula(host: HTMLElement): void {
  const typed = host.querySelector('.formula-typed')!;
  const { head, words } = host.querySelector<HTMLElement>('.formula-answer')!.dataset;
  const typeset = (own: OwnFunction) => {
    const tex = `${head} ${own.tex.f(symbolic(own))}`;
    typed.innerHTML = renderMath(tex, { displayMode: true });
  };
  const messages = {
    ...(JSON.parse(words!) as Record<string, string>),
    // Nothing else shows the formula, and the question is about one of z.
    'formula.stale': '',
    'formula.hint.noZ': pageMessages()['question.say.formula.noZ']!,
  };
  const input = host.querySelector<HTMLInputElement>('input[name=answer]')!;
  const field = attachFormulaField(input, host.querySelector<HTMLElement>('.formula-problem')!, {
    messages,
    onFormula: typeset,
    onProblem: () => typed.replaceChildren(),
  });
  // What was kept from before, or typed while this was on its way.
  if (input.value.trim() !== '') field.set(input.value);
}
