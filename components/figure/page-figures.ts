/** Brings a reader who follows a link to the figure that it names, and says so when there is none. */
import { fill } from '#i18n/fill.ts';
import { pageMessages } from './page-messages.ts';
import { addressProblems, namedFigures } from './page-state.ts';

const notice = document.querySelector<HTMLElement>('.page-notice');
const [first] = namedFigures();
const missing = namedFigures().filter((id) => !document.getElementById(id));

if (first) document.getElementById(first)?.scrollIntoView();

if (notice && (addressProblems.length > 0 || missing.length > 0)) {
  const messages = pageMessages();
  notice.textContent = [
    ...addressProblems.map(({ reason }) => messages[`figure.notice.${reason}`]),
    ...missing.map((figure) => fill(messages['figure.notice.missing']!, { figure })),
  ].join(' ');
  notice.hidden = false;
}

// A link to another state of this same page, typed or clicked, starts the page from that state.
addEventListener('hashchange', () => {
  if (location.hash.startsWith('#v')) location.reload();
});
