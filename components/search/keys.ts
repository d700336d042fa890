/** The keys of the search: arrows through the places, letters back to the field, Escape out. */

export function followKeys(
  dialog: HTMLDialogElement,
  input: HTMLInputElement,
  results: HTMLElement,
): void {
  dialog.addEventListener('keydown', (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const stops = [input, ...results.querySelectorAll<HTMLElement>('a, button')];
    const at = stops.indexOf(event.target as HTMLElement);
    const go = (to: number) => {
      event.preventDefault();
      stops[Math.max(0, Math.min(to, stops.length - 1))]!.focus();
    };
    if (event.key === 'Escape') {
      // Else the first press would only empty the field.
      event.preventDefault();
      dialog.close();
    } else if (at < 0) {
      return;
    } else if (event.key === 'ArrowDown') {
      go(at + 1);
    } else if (event.key === 'ArrowUp') {
      go(at - 1);
    } else if (at > 0 && event.key === 'Home') {
      go(1);
    } else if (at > 0 && event.key === 'End') {
      go(stops.length - 1);
    } else if (at > 0 && (event.key === 'Backspace' || /^[^ ]$/u.test(event.key))) {
      // The letter itself then goes into the field.
      input.focus();
    }
  });
}
