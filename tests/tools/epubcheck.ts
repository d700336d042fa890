/**
 * The checker of EPUBs that shops use: finds one, or gets one.
 *
 * In this order: the `epubcheck` on the PATH, the system's package (Debian and Ubuntu, as root), and where
 * there is neither its translation to TypeScript, which needs no Java and is a development dependency.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { EpubCheck } from '@likecoin/epubcheck-ts';

const isRoot = process.getuid?.() === 0;

/** Programs that check the file named after them; Debian's is a jar that not every kernel runs by itself. */
function onPath(): string[] | undefined {
  const path = (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'epubcheck'))
    .find(isFile);
  if (!path) return undefined;
  const isJar = readFileSync(path).subarray(0, 2).toString() === 'PK';
  const command = isJar ? ['java', '-jar', path] : [path];
  const { stdout } = spawnSync(command[0]!, [...command.slice(1), '--version'], {
    encoding: 'utf8',
  });
  return /epubcheck v?\d/i.test(stdout ?? '') ? command : undefined;
}

function isFile(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

function install(): void {
  if (process.platform !== 'linux' || !isRoot) return;
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'epubcheck'],
  ]) {
    try {
      execFileSync('apt-get', args, { stdio: 'inherit', timeout: 600_000 });
    } catch {
      console.log(`[epubcheck] apt-get ${args[0]} failed: on with what is there`);
    }
  }
}

/** What it finds wrong with an EPUB: a line for each error and warning; none when the file is sound. */
export async function epubProblems(file: string): Promise<string[]> {
  let command = onPath();
  if (!command) {
    install();
    command = onPath();
  }
  if (!command) {
    console.log('[epubcheck] not to be had here: its translation to TypeScript checks instead');
    const { messages } = await EpubCheck.validate(readFileSync(file));
    return messages
      .filter(({ severity }) => severity !== 'info' && severity !== 'usage')
      .map(({ severity, id, message, location }) =>
        [severity, id, location?.path, message].join(' '),
      );
  }
  const { stdout, stderr, error } = spawnSync(command[0]!, [...command.slice(1), file], {
    encoding: 'utf8',
    timeout: 300_000,
  });
  if (error) throw error;
  const said = `${stdout}\n${stderr}`;
  const summary = /(\d+) fatals? \/ (\d+) errors? \/ (\d+) warnings?/.exec(said);
  if (!summary) throw new Error(`epubcheck did not say what it found:\n${said}`);
  return said.split('\n').filter((line) => /^(FATAL|ERROR|WARNING)\b/.test(line));
}
