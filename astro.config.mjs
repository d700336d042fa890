import { defineConfig, fontProviders } from 'astro/config';
import mdx from '@astrojs/mdx';
import { satteri } from '@astrojs/markdown-satteri';
import { authoring, authoringBase } from './src/build/authoring.ts';
import { checkLinks } from './src/build/check-links.ts';
import { legibleComments, themes } from './src/markdown/listing.ts';
import { katexPlugin } from './src/markdown/katex-plugin.ts';
import { katexFonts, noPreloadPaths } from './src/build/vite-plugins.ts';
import { defaultLocale, locales } from './src/i18n/locales.ts';

const serifCuts = {
  '400 normal': 'bend-serif-regular',
  '600 normal': 'bend-serif-semibold',
  '400 italic': 'bend-serif-italic',
};
const sansCuts = { '400 normal': 'bend-sans-regular', '600 normal': 'bend-sans-semibold' };

/**
 * A family of the book's own fonts. Astro adds a fallback of the same measure, so that text does not
 * move when the font arrives.
 *
 * @param {string} name
 * @param {string} cssVariable
 * @param {[string, ...string[]]} fallbacks
 * @param {Record<string, string>} cuts weight and style -> file in src/fonts
 */
const localFont = (name, cssVariable, fallbacks, cuts) => ({
  provider: fontProviders.local(),
  name,
  cssVariable,
  fallbacks,
  options: { variants: Object.entries(cuts).map(([cut, file]) => variant(cut, file)) },
});

/**
 * The rarer characters of a family: fetched only for a page that has one of them. It stands first in the
 * list of families and has no fallback of its own, so that everything else falls through to the base.
 *
 * @param {string} name
 * @param {string} cssVariable
 * @param {Record<string, string>} cuts
 */
const extraFont = (name, cssVariable, cuts) => ({
  provider: fontProviders.local(),
  name,
  cssVariable,
  fallbacks: [],
  optimizedFallbacks: false,
  options: {
    variants: Object.entries(cuts).map(([cut, file]) => ({
      ...variant(cut, `${file}-extra`),
      unicodeRange: [
        'U+A1-B6',
        'U+B8-D6',
        'U+D8-17F',
        'U+370-3FF',
        'U+2009-2012',
        'U+201A-201B',
        'U+201E-2025',
        'U+202F',
        'U+2033',
        'U+2070-209F',
        'U+2190-2211',
        'U+2213-22FF',
      ],
    })),
  },
});

/**
 * @param {string} cut
 * @param {string} file
 */
const variant = (cut, file) => {
  const [weight, style] = cut.split(' ');
  // `optional`: a font that is late waits for the next page, so that no line ever breaks anew under a reader.
  return { weight, style, display: 'optional', src: [`./src/fonts/${file}.woff2`] };
};

export default defineConfig({
  // The address of the published book. Without it the pages carry no canonical address.
  site: process.env.BOOK_SITE,
  i18n: {
    locales: [...locales],
    defaultLocale,
    routing: { prefixDefaultLocale: true, redirectToDefaultLocale: false },
  },
  fonts: [
    localFont('Bend Serif', '--font-serif', ['Georgia', 'serif'], serifCuts),
    extraFont('Bend Serif Extra', '--font-serif-extra', serifCuts),
    localFont('Bend Sans', '--font-sans', ['Helvetica', 'Arial', 'sans-serif'], sansCuts),
    extraFont('Bend Sans Extra', '--font-sans-extra', sansCuts),
  ],
  markdown: {
    processor: satteri({
      features: { math: true },
      mdastPlugins: [authoring],
      hastPlugins: [katexPlugin],
    }),
    shikiConfig: { themes, defaultColor: false, transformers: [legibleComments] },
  },
  devToolbar: { enabled: false },
  // A page stands sooner when it brings its style with it: 11 kB against another round trip.
  build: { inlineStylesheets: 'always' },
  integrations: [authoringBase(), mdx({ optimize: true }), checkLinks()],
  vite: {
    plugins: [noPreloadPaths()],
    css: { postcss: { plugins: [katexFonts] } },
    build: {
      assetsInlineLimit: (/** @type {string} */ file) =>
        /\.woff2?$/.test(file) ? false : undefined,
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
    optimizeDeps: { include: ['@observablehq/plot'] },
  },
});
