import { defineConfig, fontProviders } from 'astro/config';
import mdx from '@astrojs/mdx';
import { satteri } from '@astrojs/markdown-satteri';
import { authoring, authoringBase } from './src/build/authoring.ts';
import { checkLinks } from './src/build/check-links.ts';
import { legibleComments, themes } from './src/markdown/listing.ts';
import { katexPlugin } from './src/markdown/katex-plugin.ts';
import { katexFonts, noPreloadPaths } from './src/build/vite-plugins.ts';
import { defaultLocale, locales } from './src/i18n/locales.ts';

/**
 * A family of the book's own fonts. Astro adds a fallback of the same measure, so that text does not
 * move when the font arrives.
 *
 * @param {string} name
 * @param {string} cssVariable
 * @param {string[]} fallbacks
 * @param {Record<string, string>} cuts weight and style -> file in src/fonts
 */
const localFont = (name, cssVariable, fallbacks, cuts) => ({
  provider: fontProviders.local(),
  name,
  cssVariable,
  fallbacks,
  options: {
    variants: Object.entries(cuts).map(([cut, file]) => {
      const [weight, style] = cut.split(' ');
      return { weight, style, src: [`./src/fonts/${file}.woff2`] };
    }),
  },
});

export default defineConfig({
  // The address of the published book. Without it the pages carry no canonical address.
  site: process.env.BOOK_SITE,
  i18n: {
    locales: [...locales],
    defaultLocale,
    routing: { prefixDefaultLocale: true, redirectToDefaultLocale: false },
  },
  fonts: [
    localFont('Bend Serif', '--font-serif', ['Georgia', 'serif'], {
      '400 normal': 'bend-serif-regular',
      '600 normal': 'bend-serif-semibold',
      '400 italic': 'bend-serif-italic',
    }),
    localFont('Bend Sans', '--font-sans', ['Helvetica', 'Arial', 'sans-serif'], {
      '400 normal': 'bend-sans-regular',
      '600 normal': 'bend-sans-semibold',
    }),
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
    plugins: [noPreloadPaths(), katexFonts()],
    build: {
      assetsInlineLimit: (/** @type {string} */ file) =>
        /\.woff2?$/.test(file) ? false : undefined,
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
    optimizeDeps: { include: ['@observablehq/plot'] },
  },
});
