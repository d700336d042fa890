/** The parts of the text that an index can lead to. */
import { plain } from './dom.ts';
import type { Draft } from './sections.ts';

export interface Place {
  id: string;
  label: string;
  /** Ids that its links lead to: `glossary_relu`. */
  links: Set<string>;
  text: string;
}

/** What a chapter has for an end: it repeats, asks, and lists. */
const ends = /_(summary|exercises|further-reading|claims-on-trial)$/;

/** A chapter in its parts between headings; any other section as one. */
export function placesOf(
  { id, title, number, kind, root }: Draft,
  numbered: (number: number, title: string) => string,
): Place[] {
  const whole = number === undefined ? title : numbered(number, title);
  const places: Place[] = [{ id, label: whole, links: new Set(), text: '' }];
  for (const element of root.querySelectorAll('h2[id], a[href^="#"], p, li, dd, figcaption')) {
    const place = places.at(-1)!;
    if (element.localName === 'a') place.links.add(element.getAttribute('href')!.slice(1));
    else if (element.localName !== 'h2') place.text += ` ${plain(element.textContent)}`;
    else if (kind === 'chapter')
      places.push({
        id: element.id,
        label: numbered(number!, plain(element.textContent).replace(/^\d+\. /, '')),
        links: new Set(),
        text: plain(element.textContent),
      });
  }
  return places.filter((place) => !ends.test(place.id));
}
