/**
 * Calls back where a pointer is pressed on `area`, and wherever it goes from there until it is let go.
 *
 * @returns Follows a pointer that was pressed before anybody listened.
 */
export function followPointer(
  area: HTMLElement,
  follow: (event: PointerEvent) => void,
): (pressed: PointerEvent) => void {
  const begin = (event: PointerEvent) => {
    try {
      area.setPointerCapture(event.pointerId);
    } catch {
      // The finger has left since: the press counts, there is nothing more to follow.
    }
    follow(event);
  };
  area.addEventListener('pointerdown', (event) => {
    if (event.button === 0) begin(event);
  });
  area.addEventListener('pointermove', (event) => {
    if (area.hasPointerCapture(event.pointerId)) follow(event);
  });
  return begin;
}
