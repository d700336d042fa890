/** The panel “Your answers”: what this browser keeps, as a file, from a file, and away. */
import { fill } from '#i18n/fill.ts';
import {
  countAnswers,
  merge,
  ProgressError,
  readProgress,
  writeProgress,
} from '#questions/progress.ts';
import { eraseProgress, loadProgress, storeProgress } from '#questions/store.ts';

/** A file of answers to the whole book is far smaller. */
const largest = 2_000_000;

class YourAnswers extends HTMLElement {
  #words: Record<string, string> = {};

  connectedCallback() {
    this.#words = JSON.parse(this.dataset['words']!) as Record<string, string>;
    for (const hidden of this.querySelectorAll<HTMLElement>('[hidden]')) hidden.hidden = false;
    const button = (name: string) => this.querySelector<HTMLButtonElement>(`[name=${name}]`)!;
    const dialog = this.querySelector('dialog')!;
    const file = this.querySelector('input')!;
    button('export').addEventListener('click', () => this.#export());
    button('erase').addEventListener('click', () => dialog.showModal());
    dialog.addEventListener('close', () => {
      if (dialog.returnValue === 'erase') this.#erase();
      dialog.returnValue = '';
    });
    file.addEventListener('change', () => {
      const [chosen] = file.files ?? [];
      if (chosen) void this.#import(chosen);
      // The same file can be chosen again, mended.
      file.value = '';
    });
    // Answers given on a page since, when the reader comes back to this one or has both open.
    for (const type of ['storage', 'pageshow']) addEventListener(type, () => this.#count());
    this.#count();
  }

  #say = (key: string, values: Record<string, string | number> = {}) =>
    fill(this.#words[`question.answers.${key}`]!, values);

  #tell(text: string) {
    this.querySelector('.answers-said')!.textContent = text;
  }

  #count() {
    const progress = loadProgress();
    const counts = countAnswers(progress, Object.keys(progress.answers));
    const none = counts.answered === 0;
    this.querySelector('.answers-count')!.textContent = none
      ? this.#say('none')
      : this.#say('count', counts);
    this.querySelector<HTMLButtonElement>('[name=export]')!.disabled = none;
  }

  #export() {
    const link = document.createElement('a');
    const file = new Blob([writeProgress(loadProgress())], { type: 'application/json' });
    link.href = URL.createObjectURL(file);
    link.download = 'why-neurons-bend-answers.json';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }

  async #import(file: File) {
    const refuse = (reason: string) =>
      this.#tell(this.#say('refused', { file: file.name, reason }));
    if (file.size > largest) return refuse(this.#say('reason.size'));
    try {
      const read = readProgress(await file.text());
      const before = loadProgress();
      const after = merge(before, read);
      const added = Object.entries(after.answers).filter(
        ([key, entry]) => before.answers[key] !== entry,
      ).length;
      const trouble = storeProgress(after);
      const said = this.#say('imported', { file: file.name, added });
      this.#tell(trouble ? `${said} ${this.#say('notKept')}` : said);
      this.#count();
    } catch (error) {
      const { key, entry } = error instanceof ProgressError ? error : new ProgressError('json');
      refuse(this.#say(`reason.${key}`, { entry }));
    }
  }

  #erase() {
    eraseProgress();
    this.#tell(this.#say('erased'));
    this.#count();
  }
}

customElements.define('your-answers', YourAnswers);
