/** Marks the section that is being read: the last heading above the upper third of the window. */
class PageContents extends HTMLElement {
  #observer?: IntersectionObserver;

  connectedCallback() {
    const links = new Map(
      [...this.querySelectorAll('a')].map((link) => [decodeURIComponent(link.hash.slice(1)), link]),
    );
    const headings = [...links.keys()]
      .map((id) => document.getElementById(id))
      .filter((heading) => heading !== null);
    const mark = () => {
      const limit = 0.34 * innerHeight + 1;
      const current = headings.findLast((heading) => heading.getBoundingClientRect().top < limit);
      for (const [id, link] of links) {
        if (id === current?.id) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
      }
    };
    // A heading that crosses the line is the only moment at which the answer changes.
    this.#observer = new IntersectionObserver(mark, {
      // From far above the window down to its upper third: being inside means being passed.
      rootMargin: '1000000px 0px -66% 0px',
    });
    for (const heading of headings) this.#observer.observe(heading);
  }

  disconnectedCallback() {
    this.#observer?.disconnect();
  }
}

customElements.define('page-contents', PageContents);
