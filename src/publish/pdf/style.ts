/** The style sheet of a PDF: the book's fonts, KaTeX's rules, the design, and what depends on the paper. */
import { readFileSync } from 'node:fs';
import { colour } from '#publish/manuscript/colours.ts';
import type { Manuscript, Section } from '#publish/manuscript/index.ts';
import type { Area } from './in-page.ts';

export interface Paper {
  /** In file names. */
  name: 'a4' | 'letter';
  /** CSS lengths. */
  size: string;
  margin: string;
  /** What is left between the margins: 169 mm on both papers, so that lines break alike. */
  area: Area;
}

const width = 639;
const pixels = (millimetres: number) => (millimetres / 25.4) * 96;

export const papers: readonly Paper[] = [
  {
    name: 'a4',
    size: '210mm 297mm',
    margin: '27mm 17mm 25mm 24mm',
    area: { width, height: pixels(297 - 27 - 25) },
  },
  {
    name: 'letter',
    size: '8.5in 11in',
    margin: '24mm 20.9mm 22mm 26mm',
    area: { width, height: pixels(279.4 - 24 - 22) },
  },
];

const katex = new URL(import.meta.resolve('katex/dist/katex.min.css'));
const own = [
  '../../styles/tokens.css',
  ...['fonts', 'print', 'front', 'parts', 'figures', 'trainers', 'atlas', 'back'].map(
    (name) => `${name}.css`,
  ),
].map((path) => new URL(path, import.meta.url));

/** A style sheet whose addresses hold anywhere. */
const absolute = (file: URL): string =>
  readFileSync(file, 'utf8').replace(
    /url\(['"]?(?!data:)([^'")]+)['"]?\)/g,
    (_, path: string) => `url('${new URL(path, file).href}')`,
  );

export const styleSheet = (book: Manuscript, { size, margin }: Paper): string =>
  [
    ...[katex, ...own].map(absolute),
    `@page { size: ${size}; margin: ${margin}; }`,
    ...book.sections.map((section) => runningHeads(section, book)),
  ].join('\n');

/** A section's pages: the book's title on the left ones, its own on the right ones. */
function runningHeads({ id, number, title }: Section, book: Manuscript): string {
  const own = number === undefined ? title : `${number}\u2003${title}`;
  const page = (side: 'left' | 'right', head: string) =>
    `@page ${pageName(id)}:${side} {\n` +
    `  @top-${side} { ${type} content: ${quoted(head)}; }\n` +
    `  @bottom-${side} { ${type} content: counter(page); }\n}`;
  return `${page('left', book.title)}\n${page('right', own)}`;
}

/** Margin boxes inherit nothing from the text. */
const type = `font: 8.5pt 'Bend Sans', sans-serif; color: ${colour('ink-soft')};`;

/** The name that a section's pages have in the style sheet. */
export const pageName = (id: string) => `pages-${id}`;

const quoted = (text: string) => `'${text.replace(/['\\]/g, String.raw`\$&`)}'`;
