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

/** Drops the woff and ttf variants of KaTeX's fonts: every browser that runs the book reads woff2. */
export const katexFonts = (): Plugin => ({
  name: 'book:katex-fonts',
  enforce: 'pre',
  transform(code, id) {
    if (!/katex(\.min)?\.css/.test(id)) return;
    return code.replace(
      /,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\(["'](?:woff|truetype)["']\)/g,
      '',
    );
  },
});
