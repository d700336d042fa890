import './src/build/unique-ids.ts';
import { defineConfig, fontProviders } from 'astro/config';
import mdx from '@astrojs/mdx';
import { satteri } from '@astrojs/markdown-satteri';
import { authoring, authoringBase } from './src/build/authoring.ts';
import { bookApp } from './src/build/book-app.ts';
import { checkLinks } from './src/build/check-links.ts';
import { contentPolicies } from './src/build/content-policy.ts';
import { downloadFiles } from './src/build/downloads.ts';
import { legibleComments, themes } from './src/markdown/listing.ts';
import { katexPlugin } from './src/markdown/katex-plugin.ts';
import { lateScript } from './src/build/late-script.ts';
import { katexFonts, katexRules, noPreloadPaths } from './src/build/vite-plugins.ts';
import { searchIndex } from './src/build/search-index.ts';
import { livingWords } from './src/build/living-words.ts';
import { simdCore } from './src/build/simd-core.ts';
import { defaultLocale, locales } from './src/i18n/locales.ts';

/** Weights and style -> file in src/fonts. */
const serifCuts = {
  '400 600, normal': 'bend-serif-upright',
  '400, italic': 'bend-serif-italic',
};
const sansCuts = { '400 600, normal': 'bend-sans-upright' };

/** The same for rarer characters: a page seldom has them in more than one weight. */
const serifExtraCuts = {
  '400, normal': 'bend-serif-regular-extra',
  '600, normal': 'bend-serif-semibold-extra',
  '400, italic': 'bend-serif-italic-extra',
};
const sansExtraCuts = {
  '400, normal': 'bend-sans-regular-extra',
  '600, normal': 'bend-sans-semibold-extra',
};

/** As tests/tools/make-fonts.py prints it. */
const extraRange =
  'U+A1-AF,U+B4-B6,U+B8,U+BA-BB,U+BE-D6,U+D8-E3,U+E5-E7,U+EA,U+EC-F5,U+F7-F9,U+FB,U+FD-FF,U+107,U+10C-10D,U+142,U+152-153,U+160-161,U+17D-17E,U+201A,U+201E,U+2020,U+2022,U+202F,U+2033,U+2190'.split(
    ',',
  );

/**
 * A family of the book's own fonts. Astro adds a fallback of the same measure, so that text does not
 * move when the font arrives.
 *
 * @param {string} name
 * @param {string} cssVariable
 * @param {[string, ...string[]]} fallbacks
 * @param {Record<string, string>} cuts
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
      ...variant(cut, file),
      unicodeRange: extraRange,
    })),
  },
});

/**
 * @param {string} cut
 * @param {string} file
 */
const variant = (cut, file) => {
  const [weight, style] = cut.split(', ');
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
    extraFont('Bend Serif Extra', '--font-serif-extra', serifExtraCuts),
    localFont('Bend Sans', '--font-sans', ['Helvetica', 'Arial', 'sans-serif'], sansCuts),
    extraFont('Bend Sans Extra', '--font-sans-extra', sansExtraCuts),
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
  integrations: [
    authoringBase(),
    mdx({ optimize: true }),
    lateScript(),
    searchIndex(),
    contentPolicies(),
    bookApp(),
    downloadFiles(),
    checkLinks(),
  ],
  vite: {
    plugins: [noPreloadPaths(), simdCore(), livingWords()],
    worker: { plugins: () => [simdCore()] },
    css: { postcss: { plugins: [katexFonts, katexRules] } },
    build: {
      assetsInlineLimit: (/** @type {string} */ file) =>
        /\.woff2?$/.test(file) ? false : undefined,
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
    optimizeDeps: { include: ['@observablehq/plot'] },
  },
});
