/** Brings a reader who follows a link to the figure that it names, and says so when there is none. */
import { fill } from '#i18n/fill.ts';
import { pageMessages } from './page-messages.ts';
import { parseFragment } from '#state/fragment.ts';
import { addressProblems, isOwnEntry, namedFigures, writeAddress } from './page-state.ts';

const notice = document.querySelector<HTMLElement>('.page-notice');
const [first] = namedFigures();
const missing = namedFigures().filter((id) => !document.getElementById(id));

// After a reload or on the way back the browser itself returns the reader to the place left.
if (first && !isOwnEntry()) document.getElementById(first)?.scrollIntoView();

if (notice && (addressProblems.length > 0 || missing.length > 0)) {
  const messages = pageMessages();
  notice.textContent = [
    ...addressProblems.map(({ reason }) => messages[`figure.notice.${reason}`]),
    ...missing.map((figure) => fill(messages['figure.notice.missing']!, { figure })),
  ].join(' ');
  notice.hidden = false;
}

// A link to another state of this same page, typed or clicked, starts the page from that state; on the way
// back to what the page wrote itself, the figures stand already.
addEventListener('hashchange', () => {
  if (!parseFragment(location.hash)) return;
  if (isOwnEntry()) writeAddress();
  else location.reload();
});
