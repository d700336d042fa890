import type { Plugin } from 'vite';
import { otherFonts, otherSelector } from '../markdown/katex-rules.ts';

/**
 * Keeps absolute paths out of lazily loaded chunks: Vite's preload helper would write them, and the
 * book must work under any sub-path and from a folder.
 */
export const noPreloadPaths = (): Plugin => ({
  name: 'book:no-preload-paths',
  enforce: 'pre',
  configEnvironment: (name) =>
    name === 'client' ? { build: { modulePreload: false } } : undefined,
  // With nothing to preload, all that the helper has to do is to import: 60 bytes on every page, not 1800.
  // A chunk with a style sheet of its own would need the rest; here it says so at once.
  load: (id) =>
    id === '\0vite/preload-helper.js'
      ? `export const __vitePreload = (load, styles) => {
          if (styles?.length) throw new Error('A lazily loaded part imports a style sheet: ' + styles);
          return load();
        };`
      : undefined,
});

/**
 * For PostCSS, which sees KaTeX's rules after they are imported. Drops the woff and ttf variants of its
 * fonts: every browser that runs the book reads woff2.
 */
export const katexFonts = {
  postcssPlugin: 'book:katex-fonts',
  Declaration: {
    src(declaration: { value: string }) {
      declaration.value = declaration.value.replace(
        /,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\([^)]*\)/g,
        '',
      );
    },
  },
};

/** Drops the rules and fonts of KaTeX that no formula of the book needs. */
export const katexRules = {
  postcssPlugin: 'book:katex-rules',
  Rule(rule: { selectors: string[]; remove(): void }) {
    const kept = rule.selectors.filter((selector) => !otherSelector.test(selector));
    if (kept.length === 0) rule.remove();
    else if (kept.length < rule.selectors.length) rule.selectors = kept;
  },
  AtRule: {
    'font-face'(rule: { toString(): string; remove(): void }) {
      if (otherFonts.test(rule.toString())) rule.remove();
    },
  },
};
