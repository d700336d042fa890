/** Marks a question, tells the reader, and keeps the answer in this browser. */
import { fill } from '#i18n/fill.ts';
import { loadProgress, keepAnswer } from '#questions/store.ts';
import type { Entry } from '#questions/progress.ts';
import type { Keys } from '#questions/keys.ts';
import { pageMessages } from '../figure/page-messages.ts';
import { answerIn } from './fields.ts';
import { markers, type Verdict } from './markers.ts';
import { lock, showState } from './question-state.ts';

export type Say = (key: string, values?: Record<string, string | number>) => string;

class LiveQuestion {
  readonly #host: HTMLElement;
  readonly #type: keyof Keys;
  readonly #key: Keys[keyof Keys];

  constructor(host: HTMLElement) {
    this.#host = host;
    this.#type = host.dataset['type'] as keyof Keys;
    this.#key = JSON.parse(host.dataset['key']!) as Keys[keyof Keys];
  }

  #say: Say = (key, values) => fill(pageMessages()[`question.say.${key}`] ?? key, values);

  /** Marks what the fields say, or shows again how a locked-in prediction did. */
  mark = async () => {
    const host = this.#host;
    const of = host.dataset['of']!;
    const before = this.#type === 'run' ? loadProgress().answers[of] : undefined;
    const answer = before?.answer ?? answerIn(host);
    const verdict = await markers[this.#type](answer, this.#key as never, this.#say, host);
    this.#show(verdict);
    if (verdict.outcome === 'unreadable' || before) return;
    const outcome: Entry['outcome'] = verdict.outcome;
    const trouble = keepAnswer(of, { outcome, answer });
    showState(host, outcome);
    if (this.#type === 'run') lock(host);
    if (trouble) this.#mark.append(paragraph(this.#say(`storage.${trouble}`)));
  };

  get #mark() {
    return this.#host.querySelector<HTMLElement>('.mark')!;
  }

  /** The result of a prediction stands there and stays: nothing is left to press. */
  #endAsking() {
    const button = this.#host.querySelector<HTMLElement>('[type=submit]')!;
    const mark = this.#mark;
    // Whoever pressed it with a key goes on from the result.
    if (button.matches(':focus')) {
      mark.tabIndex = -1;
      mark.focus({ preventScroll: true });
    }
    button.hidden = true;
  }

  /** `html` is markup made at build from the question file; `said` is text. */
  #show({ outcome, verdict, said = [], html = '', parts }: Verdict) {
    const mark = this.#mark;
    const strong = document.createElement('strong');
    strong.textContent = verdict;
    const texts = said.map((text) => ` ${text}`);
    mark.dataset['outcome'] = outcome;
    mark.innerHTML = html;
    mark.prepend(strong, ...texts, ' ');
    if (outcome === 'unreadable') return;
    if (this.#type === 'run') this.#endAsking();
    const figure = this.#host.querySelector('template');
    if (figure) mark.append(' ', figure.content.cloneNode(true));
    const places = [...this.#host.querySelectorAll<HTMLElement>('.part')];
    places.forEach((place, i) => {
      const state = parts?.[i] ? 'right' : 'wrong';
      place.dataset['outcome'] = state;
      place.textContent = this.#say(`match.row.${state}`);
    });
  }
}

function paragraph(text: string) {
  const span = document.createElement('span');
  span.className = 'storage-trouble';
  span.textContent = text;
  return span;
}

/** Makes a question live. Types that need more than a form bring it themselves. */
export async function startQuestion(host: HTMLElement): Promise<{ mark(): void }> {
  const live = new LiveQuestion(host);
  switch (host.dataset['type']) {
    case 'formula':
      (await import('./formula-question.ts')).startFormula(host);
      break;
    case 'point':
      (await import('./point-question.ts')).startPoint(host);
      break;
    case 'order':
      (await import('./order-question.ts')).startOrder(host);
      break;
  }
  return { mark: () => void live.mark() };
}
