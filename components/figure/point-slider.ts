/**
 * The slider of the point on a chart, z most often. It can stand at every hundredth, where an author or a link may
 * put it, and shows what the read-out says. A hand moves it by twentieths, so that whole numbers and kinks are easy
 * to meet.
 */

/** Of the slider, and of z in a link. */
export const pointStep = 0.01;

const perUnit = 20;

export const toTwentieth = (z: number): number => Math.round(z * perUnit) / perUnit;

/**
 * Where the reader has moved the slider: on to the next twentieth with the keys, to the nearest under a pointer.
 *
 * @param before where z stood
 */
export function movedTo(slider: HTMLInputElement, before: number): number {
  const z = slider.valueAsNumber;
  if (slider.matches(':active')) return toTwentieth(z);
  const places = Number((z * perUnit).toFixed(6));
  return (z > before ? Math.ceil(places) : Math.floor(places)) / perUnit;
}
