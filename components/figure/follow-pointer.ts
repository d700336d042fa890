/** What a press is made of. */
const pressEvents = ['pointerdown', 'pointermove', 'pointerup', 'pointercancel'] as const;

/** A finger that has gone this far, in CSS pixels, has not just pressed. */
const slack = 8;

/**
 * Calls back where a mouse is pressed on `area`, and wherever it goes from there until it is let go. A finger
 * may be about to scroll the page: it is followed once it goes across, and where it only taps.
 *
 * @returns Takes what happened before anybody listened, presses and other things.
 */
export function followPointer(
  area: HTMLElement,
  follow: (event: PointerEvent) => void,
): (events: readonly PointerEvent[]) => void {
  /** What is down, from where. */
  let pressed: PointerEvent | undefined;
  let following = false;

  const begin = (event: PointerEvent) => {
    following = true;
    try {
      area.setPointerCapture(event.pointerId);
    } catch {
      // It has left since: what it did counts, there is nothing more to follow.
    }
  };
  const take = (event: PointerEvent) => {
    if (event.type === 'pointerdown') {
      if (!event.isPrimary || event.button !== 0) return;
      pressed = event;
      following = false;
      if (event.pointerType !== 'mouse') return;
      begin(event);
      return follow(event);
    }
    if (event.pointerId !== pressed?.pointerId) return;
    const across = Math.abs(event.clientX - pressed.clientX);
    const along = Math.abs(event.clientY - pressed.clientY);
    if (event.type === 'pointermove' && event.buttons > 0) {
      if (!following && across > slack && across > along) begin(event);
      if (following) follow(event);
      return;
    }
    // Let go. The browser cancels a finger that scrolls.
    const tapped = event.type === 'pointerup' && Math.max(across, along) <= slack;
    if (tapped && !following) follow(event);
    pressed = undefined;
  };
  for (const type of pressEvents) area.addEventListener(type, take);
  return (events) => events.forEach(take);
}
