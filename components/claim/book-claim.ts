/** Says beside the verdict what the reader expected. Nothing is kept or sent. */
import { fill } from '#i18n/fill.ts';

class BookClaim extends HTMLElement {
  connectedCallback() {
    // A choice may come before the verdict is opened or, for the second thoughts, after.
    this.addEventListener('change', this.#mark);
  }

  #mark = () => {
    const chosen = this.querySelector<HTMLInputElement>('input:checked');
    if (!chosen) return;
    const { verdict, same = '', other = '' } = this.dataset;
    this.querySelector('.claim-mark')!.textContent =
      chosen.value === verdict
        ? same
        : fill(other, { expected: chosen.labels![0]!.textContent.trim().toLowerCase() });
  };
}

customElements.define('book-claim', BookClaim);
