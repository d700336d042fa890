/** Marks a question in the page. Its data comes with the page; nothing is sent anywhere. */
import { pageMessages } from '../figure/page-messages.ts';
import { markNumeric, type NumericKey } from '#questions/marking.ts';

interface ChoiceKey {
  options: readonly { correct: boolean; feedback: string }[];
}

type Outcome = 'right' | 'wrong' | 'unreadable';

class BookQuestion extends HTMLElement {
  connectedCallback() {
    for (const hidden of this.querySelectorAll<HTMLElement>('[hidden]')) hidden.hidden = false;
    for (const set of this.querySelectorAll('fieldset')) set.disabled = false;
    this.querySelector('form')!.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#mark();
    });
  }

  #mark() {
    const messages = pageMessages();
    const answer = new FormData(this.querySelector('form')!);
    if (this.dataset['type'] === 'numeric') {
      const key = JSON.parse(this.dataset['key']!) as NumericKey;
      const mark = markNumeric(String(answer.get('answer')), key);
      const feedback = mark.outcome === 'wrong' ? (mark.feedback ?? '') : '';
      this.#show(mark.outcome, messages[`question.${mark.outcome}`]!, feedback);
    } else {
      const { options } = JSON.parse(this.dataset['key']!) as ChoiceKey;
      const chosen = options[Number([...answer.values()][0] ?? -1)];
      if (!chosen) return this.#show('unreadable', messages['question.choose']!, '');
      const outcome = chosen.correct ? 'right' : 'wrong';
      this.#show(outcome, messages[`question.${outcome}`]!, chosen.feedback);
    }
  }

  /** `feedback` is markup made at build from the question file. */
  #show(outcome: Outcome, verdict: string, feedback: string) {
    const mark = this.querySelector<HTMLElement>('.mark')!;
    mark.dataset['outcome'] = outcome;
    const strong = document.createElement('strong');
    strong.textContent = verdict;
    mark.innerHTML = feedback;
    mark.prepend(strong, ' ');
  }
}

customElements.define('book-question', BookQuestion);
