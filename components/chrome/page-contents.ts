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
    const passed = new Set<Element>();
    const mark = (crossings: IntersectionObserverEntry[]) => {
      for (const { isIntersecting, target } of crossings) {
        if (isIntersecting) passed.add(target);
        else passed.delete(target);
      }
      const current = headings.findLast((heading) => passed.has(heading));
      for (const [id, link] of links) {
        if (id === current?.id) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
      }
    };
    // A heading that crosses the line is the only moment at which the answer changes. What the observer saw is
    // enough: asking for places would make the browser lay out the page.
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
