/** Figures as stills: the state that their author chose, what one would see live, and the way there. */
import { buildFragment } from '#state/address.ts';
import type { MessageKey, Translate } from '#i18n/messages.ts';
import { escape, fragment, renameTo } from './dom.ts';
import { qrCode } from './qr.ts';

/** Elements that come to life on the site, and whose sentence says how. */
const living = [
  'activation-plot',
  'activation-trainer',
  'book-experiment',
  'collapse-lab',
  'curve-builder',
  'depth-meter',
  'own-function',
  'property-dashboard',
  'slice-plot',
  'softmax-lab',
] as const;

/**
 * @param page the address of the figures' page in the live book, if that is known
 */
export function printFigures(root: Element, page: string | undefined, t: Translate): void {
  for (const figure of root.querySelectorAll('figure[id]')) {
    const kind = living.find((name) => figure.querySelector(name));
    if (!kind) {
      const stranger = [...figure.querySelectorAll('*')].find(({ localName }) =>
        localName.includes('-'),
      );
      if (stranger)
        throw new Error(
          `<${stranger.localName}> in figure "${figure.id}" has no sentence in src/publish/manuscript/figures.ts that says what it does live.`,
        );
      continue;
    }
    figure.classList.add('still', `still-${kind}`);
    const address = page && page + buildFragment(new Map([[figure.id, '']]));
    const live = fragment(liveBox(t(`edition.live.${kind}` as MessageKey), address, t));
    captionOf(figure).append(...live.childNodes);
  }
  for (const element of [...root.querySelectorAll('*')].filter(({ localName }) =>
    localName.includes('-'),
  )) {
    if (element.closest('svg, math')) continue;
    const { localName } = element;
    renameTo(element, 'div').classList.add(localName);
  }
}

function liveBox(sentence: string, address: string | undefined, t: Translate): string {
  const link = address
    ? ` <a class="live-link" href="${escape(address)}">${t('edition.live.open')}</a>`
    : '';
  const code = address ? qrCode(address, t('edition.live.code')) : '';
  return `<div class="live">${code}<p>${escape(sentence)}${link}</p></div>`;
}

function captionOf(figure: Element): Element {
  const caption = figure.querySelector(':scope > figcaption');
  if (caption) {
    const words = figure.ownerDocument.createElement('div');
    words.append(...caption.childNodes);
    caption.append(words);
    return caption;
  }
  const added = figure.ownerDocument.createElement('figcaption');
  figure.append(added);
  return added;
}
