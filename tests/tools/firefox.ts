/** A Firefox for the tests: the one that FIREFOX_PATH names, or one on the PATH. */
import { launch, type Browser } from 'puppeteer-core';
import { onPath, starts } from '#publish/on-path.ts';

const commands = ['firefox', 'firefox-esr'];

/** The path of a Firefox that starts. Throws with what to do when there is none. */
export function findFirefox(): string {
  const named = process.env.FIREFOX_PATH;
  if (named && !starts(named)) throw new Error(`FIREFOX_PATH is ${named}, which does not start.`);
  const path = named || onPath(commands);
  if (path) return path;
  throw new Error(
    'No Firefox found, so nothing was tested in it. Install Firefox (on Debian: `sudo apt-get install ' +
      'firefox-esr`) so that it is on the PATH, or set FIREFOX_PATH to it.',
  );
}

/** Starts it without a window, as a reader would find it but for a fresh profile. */
export const launchFirefox = (theme: 'light' | 'dark' = 'light'): Promise<Browser> =>
  launch({
    browser: 'firefox',
    executablePath: findFirefox(),
    extraPrefsFirefox: {
      // The driver would let pages on disk share what they store. Readers have it this way.
      'security.fileuri.strict_origin_policy': true,
      'ui.systemUsesDarkTheme': theme === 'dark' ? 1 : 0,
    },
  });
