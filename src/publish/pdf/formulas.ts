/** Formulas on paper: drawn once, with what one would say for those who hear the page. */
import sre from 'speech-rule-engine';
import type { Locale } from '#i18n/locales.ts';

/** Gets the rules of a language ready. To be awaited before `speakFormulas`. */
export async function learnToSpeak(locale: Locale): Promise<void> {
  await sre.setupEngine({ locale, domain: 'clearspeak', modality: 'speech', markup: 'none' });
}

/** Begins the words of a formula, so that it can be told from a picture in the PDF. Invisible. */
export const formulaMark = '\u2063';

const said = new Map<string, string>();

/** Most formulas of the book stand in it many times. */
function speechOf(mathml: string): string {
  const known = said.get(mathml) ?? sre.toSpeech(mathml);
  said.set(mathml, known);
  return known;
}

export function speakFormulas(root: Element): void {
  for (const formula of root.querySelectorAll('.katex')) {
    const mathml = formula.querySelector('.katex-mathml')!;
    formula.setAttribute('role', 'img');
    formula.setAttribute('aria-label', formulaMark + speechOf(mathml.innerHTML));
    mathml.remove();
    formula.querySelector('.katex-html')!.removeAttribute('aria-hidden');
  }
}
