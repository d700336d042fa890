/** Lets the reader leave the system's theme. The choice is kept in this browser where it allows that. */
class ThemeToggle extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector('button')!;
    const system = matchMedia('(prefers-color-scheme: dark)');
    const root = document.documentElement;
    const show = () => {
      const dark = root.dataset['theme'] ? root.dataset['theme'] === 'dark' : system.matches;
      button.setAttribute('aria-pressed', String(dark));
    };
    button.addEventListener('click', () => {
      const theme = button.getAttribute('aria-pressed') === 'true' ? 'light' : 'dark';
      root.dataset['theme'] = theme;
      try {
        localStorage.setItem('theme', theme);
      } catch {
        this.querySelector('[role=status]')!.textContent = this.dataset['notKept']!;
      }
      show();
    });
    system.addEventListener('change', show);
    show();
  }
}

customElements.define('theme-toggle', ThemeToggle);
