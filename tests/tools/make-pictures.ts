/**
 * Takes the pictures that show the book elsewhere, from a finished build: the card that appears where a page
 * is shared (public/card.png), the cover of the EPUB (content/en/cover.png) and the picture in the README
 * (.github/screenshot.png).
 *
 *     npm run build && node tests/tools/make-pictures.ts
 */
import { launchChromium } from '#publish/chromium.ts';
import { serve } from './serve.ts';

const { browser } = await launchChromium();
const { url, close } = await serve('dist', '/');

const card = await browser.newPage({
  viewport: { width: 1200, height: 630 },
  colorScheme: 'light',
  // For the styles that are added below.
  bypassCSP: true,
});
await card.goto(`${url}en/`);
await card.addStyleTag({
  content: `
    .site-head, .site-foot, .cover > :not(.cover-head) { display: none !important; }
    .cover { max-width: none; padding: 0 4.5rem; }
    .cover-head { min-height: 630px; align-items: center; padding: 0; }
    .cover-head h1 { font-size: 6rem; }
    .cover-head .lede { font-size: 1.75rem; }
  `,
});
await card.evaluate(() => document.fonts.ready);
await card.screenshot({ path: 'public/card.png' });

await card.setViewportSize({ width: 1200, height: 1800 });
await card.addStyleTag({
  content: `
    .cover-head { min-height: 1800px; display: flex !important; flex-direction: column; justify-content: center; gap: 6rem; }
    .cover-head h1 { font-size: 9rem; line-height: 1.05; }
    .cover-head .lede { font-size: 2.5rem; max-width: 22em; }
    .cover-head .cover-art { width: calc(100% + 9rem); margin-inline: -4.5rem; }
  `,
});
await card.screenshot({ path: 'content/en/cover.png' });

const page = await browser.newPage({
  viewport: { width: 1440, height: 900 },
  colorScheme: 'light',
});
await page.goto(`${url}en/chapters/why-nonlinearity-matters/`);
await page.evaluate(() => document.fonts.ready);
// A first visit may be set in the fallback font; the next one has the book's.
await page.reload();
await page.evaluate(() => document.fonts.ready);
await page.evaluate(() => {
  document.documentElement.style.scrollBehavior = 'auto';
  const top = document.querySelector('#circle-relu')!.getBoundingClientRect().top;
  scrollTo(0, top - 250);
});
const figure = page.locator('#circle-relu');
await figure.locator('[data-action=train]').click();
await figure.locator('.trainer-status', { hasText: 'stops here by itself' }).waitFor();
await page.screenshot({ path: '.github/screenshot.png' });

await browser.close();
await close();
