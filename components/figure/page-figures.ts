/** Brings a reader who follows a link to the figure that it names, and says so when there is none. */
import { fill } from '#i18n/fill.ts';
import { pageMessages } from './page-messages.ts';
import {
  addressProblems,
  isOwnEntry,
  namedFigures,
  readAddress,
  writeAddress,
} from './page-state.ts';

const notice = document.querySelector<HTMLElement>('.page-notice');
const missing = namedFigures().filter((id) => !document.getElementById(id));
const first = namedFigures().find((id) => !missing.includes(id));

if (notice && (addressProblems.length > 0 || missing.length > 0)) {
  const messages = pageMessages();
  notice.textContent = [
    ...addressProblems.map(({ reason, value }) =>
      fill(messages[`figure.link.${reason}`]!, { value }),
    ),
    ...missing.map((figure) => fill(messages['figure.link.missing']!, { figure })),
  ].join(' ');
  notice.hidden = false;
}

// After a reload or on the way back the browser itself returns the reader to the place left.
if (!isOwnEntry()) {
  // What is hidden is not scrolled to.
  if (first) document.getElementById(first)!.scrollIntoView();
  else notice?.scrollIntoView({ block: 'nearest' });
}

// A link to another state of this same page, typed or clicked, starts the page from that state; on the way
// back to what the page wrote itself, the figures stand already.
addEventListener('hashchange', () => {
  if (!readAddress()) return;
  if (isOwnEntry()) writeAddress();
  else location.reload();
});
