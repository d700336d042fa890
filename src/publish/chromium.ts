/**
 * A Chromium for the PDFs, the tests and the audit: finds one, or gets one.
 *
 * In this order: the one that CHROMIUM_PATH names, one on the PATH, the one Playwright downloaded
 * earlier, a fresh download by Playwright, the system's package (Debian and Ubuntu, as root). A
 * candidate counts only when it starts: a download without its system libraries does not.
 */
import { execFileSync } from 'node:child_process';
import { createServer } from 'node:net';
import { chromium, type Browser } from 'playwright-core';
import { onPath, starts } from './on-path.ts';

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const isRoot = process.getuid?.() === 0;

const say = (line: string) => console.log(`[browser] ${line}`);

/** Playwright's own download, if it is there and starts. */
function downloaded(): string | undefined {
  const path = chromium.executablePath();
  return starts(path) ? path : undefined;
}

/** Runs an installer; its failure is only a line, because the next step may succeed. */
function attempt(command: string, args: string[]): void {
  say(`trying: ${command} ${args.join(' ')}`);
  try {
    execFileSync(command, args, { stdio: 'inherit', timeout: 600_000 });
  } catch (error) {
    say(`that failed: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
  }
}

/** The path of a Chromium that starts. Throws with what to do when there is none to be had. */
function findChromium(): string {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!starts(named)) throw new Error(`CHROMIUM_PATH is ${named}, which does not start.`);
    say(`CHROMIUM_PATH: ${named}`);
    return named;
  }

  let path = onPath(commands);
  say(path ? `on the PATH: ${path}` : `none of ${commands.join(', ')} is on the PATH`);
  if (path) return path;

  path = downloaded();
  say(path ? `downloaded by Playwright: ${path}` : 'none downloaded by Playwright');
  if (path) return path;

  attempt('npx', ['playwright-core', 'install', 'chromium']);
  path = downloaded();
  if (path) return path;

  if (process.platform === 'linux' && isRoot) {
    attempt('apt-get', ['update', '-qq']);
    attempt('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
    path = onPath(commands);
    if (path) return path;
  }

  throw new Error(
    'No Chromium found, and none could be installed. Install Chromium or Chrome (on Debian: ' +
      '`sudo apt-get install chromium`) so that it is on the PATH, or set CHROMIUM_PATH to it.',
  );
}

/** Switches that keep a browser quiet that nobody sees. */
const switches = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** A TCP port of this machine that nobody listens on just now. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address && typeof address === 'object') resolve(address.port);
        else reject(new Error('No TCP port to be had.'));
      });
    });
  });
}

/**
 * Starts a headless Chromium. Playwright drives it as `browser`; others, such as Lighthouse or a
 * test in another process, reach it at the remote-debugging `port` on 127.0.0.1.
 */
export async function launchChromium(
  more: readonly string[] = [],
): Promise<{ browser: Browser; port: number }> {
  const port = await freePort();
  const executablePath = findChromium();
  const args = [...switches, ...more, `--remote-debugging-port=${port}`];
  const launch = (chromiumSandbox: boolean) =>
    chromium.launch({ executablePath, args, chromiumSandbox });
  // Root cannot have a sandbox, and some containers let nobody have one. The pages are our own.
  if (isRoot) return { browser: await launch(false), port };
  try {
    return { browser: await launch(true), port };
  } catch {
    say('it does not start in a sandbox of its own here: once more without');
    return { browser: await launch(false), port };
  }
}
