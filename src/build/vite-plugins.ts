import type { Plugin } from 'vite';

/**
 * Keeps absolute paths out of lazily loaded chunks: Vite's preload helper would write them, and the
 * book must work under any sub-path and from a folder.
 */
export const noPreloadPaths = (): Plugin => ({
  name: 'book:no-preload-paths',
  configEnvironment: (name) =>
    name === 'client' ? { build: { modulePreload: false } } : undefined,
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
