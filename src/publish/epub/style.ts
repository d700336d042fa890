/** The style sheet of the EPUB, whose fonts lie in a folder beside it. */
import { readFileSync } from 'node:fs';

const parts = ['fonts', 'text', 'figures', 'facts', 'parts', 'notes'].map(
  (name) => new URL(`${name}.css`, import.meta.url),
);

export const styleSheet = (): string =>
  parts
    .map((file) =>
      readFileSync(file, 'utf8').replace(/url\('[^']*\/(fonts\/[^']+)'\)/g, "url('$1')"),
    )
    .join('\n');
