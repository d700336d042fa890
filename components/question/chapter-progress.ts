/** How many questions of a chapter were answered; nothing before there is one. */
import { hasAnswers } from '#questions/kept.ts';

class ChapterProgress extends HTMLElement {
  connectedCallback() {
    if (!hasAnswers()) return;
    void import('./progress-text.ts').then(({ progressText }) => {
      const { keys, words } = this.dataset as { keys: string; words: string };
      this.textContent = progressText(keys.split(' '), words);
    });
  }
}

customElements.define('chapter-progress', ChapterProgress);
