import { defineConfig, fontProviders } from 'astro/config';
import mdx from '@astrojs/mdx';
import { satteri } from '@astrojs/markdown-satteri';
import { authoring, authoringBase } from './src/build/authoring.ts';
import { checkLinks } from './src/build/check-links.ts';
import { katexPlugin } from './src/markdown/katex-plugin.ts';
import { katexFonts, noPreloadPaths } from './src/build/vite-plugins.ts';
import { defaultLocale, locales } from './src/i18n/locales.ts';

export default defineConfig({
  // The address of the published book. Without it the pages carry no canonical address.
  site: process.env.BOOK_SITE,
  i18n: {
    locales: [...locales],
    defaultLocale,
    routing: { prefixDefaultLocale: true, redirectToDefaultLocale: false },
  },
  fonts: [
    {
      provider: fontProviders.local(),
      name: 'Bend Serif',
      cssVariable: '--font-serif',
      fallbacks: ['Georgia', 'serif'],
      options: {
        variants: [
          { weight: '400 700', style: 'normal', src: ['./src/fonts/bend-serif-roman.woff2'] },
          { weight: '400 700', style: 'italic', src: ['./src/fonts/bend-serif-italic.woff2'] },
        ],
      },
    },
    {
      provider: fontProviders.local(),
      name: 'Source Sans 3',
      cssVariable: '--font-sans',
      fallbacks: ['Helvetica', 'Arial', 'sans-serif'],
      options: {
        variants: [
          {
            weight: '200 900',
            style: 'normal',
            src: [
              './node_modules/@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2',
            ],
          },
        ],
      },
    },
  ],
  markdown: {
    processor: satteri({
      features: { math: true },
      mdastPlugins: [authoring],
      hastPlugins: [katexPlugin],
    }),
    shikiConfig: {
      themes: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
      defaultColor: false,
    },
  },
  devToolbar: { enabled: false },
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
