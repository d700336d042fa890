/** The style sheet of the EPUB, whose fonts lie in a folder beside it. */
import { readFileSync } from 'node:fs';

const parts = [
  'fonts.css',
  '../rarer-fonts.css',
  ...['text', 'figures', 'facts', 'parts', 'notes'].map((name) => `${name}.css`),
].map((path) => new URL(path, import.meta.url));

export const styleSheet = (): string =>
  parts
    .map((file) =>
      readFileSync(file, 'utf8').replace(/url\('[^']*\/(fonts\/[^']+)'\)/g, "url('$1')"),
    )
    .join('\n');
