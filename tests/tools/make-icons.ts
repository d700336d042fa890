/**
 * Takes the icons of the installed book from its favicon: public/icons/.
 *
 *     node tests/tools/make-icons.ts
 */
import { mkdir, readFile } from 'node:fs/promises';
import { launchChromium } from '#publish/chromium.ts';

const svg = await readFile('public/favicon.svg', 'utf8');
const [, ground] = /<rect[^>]*fill="(#\w+)"/.exec(svg) ?? [];
if (!ground) throw new Error('The favicon has no <rect> with a colour.');

/** Name, pixels, and what part of the width the favicon takes where a system cuts the icon to its own shape. */
const icons = [
  ['icon-192', 192, undefined],
  ['icon-512', 512, undefined],
  ['maskable-512', 512, 0.8],
  ['apple-touch-icon', 180, 0.9],
] as const;

const { browser } = await launchChromium();
const page = await browser.newPage();
await mkdir('public/icons', { recursive: true });
for (const [name, size, part] of icons) {
  await page.setViewportSize({ width: size, height: size });
  const paper = part === undefined ? 'transparent' : ground;
  await page.setContent(
    `<style>body{margin:0;height:100vh;display:grid;place-items:center;background:${paper}}svg{width:${100 * (part ?? 1)}%}</style>${svg}`,
  );
  await page.screenshot({ path: `public/icons/${name}.png`, omitBackground: true });
}
await browser.close();
