/**
 * `npm start`, after the build: serves the book on this machine, prints its address, and opens the
 * reader's browser where there is one to open.
 */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { preview } from 'astro';

/** On Linux a browser needs a screen and the desktop's opener; without them opening would only fail. */
function canOpenBrowser(): boolean {
  if (process.platform !== 'linux') return true;
  const hasScreen = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  const folders = (process.env.PATH ?? '').split(delimiter);
  return hasScreen && folders.some((folder) => existsSync(join(folder, 'xdg-open')));
}

await preview({ server: { open: canOpenBrowser() } });
