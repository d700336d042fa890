/** The package document: what the book is, what it is made of, in which order. */
import { createHash } from 'node:crypto';
import { escape } from '#publish/manuscript/dom.ts';
import type { Manuscript } from '#publish/manuscript/index.ts';
import type { Translate } from '#i18n/messages.ts';

export interface Resource {
  /** From the package document. */
  path: string;
  type: string;
  properties?: string[];
  /** In the reading order. */
  spine?: boolean;
}

export const container =
  '<?xml version="1.0" encoding="UTF-8"?>\n' +
  '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>' +
  '<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>' +
  '</rootfiles></container>\n';

/** schema.org's words, as EPUB Accessibility 1.1 asks for them. */
const access: readonly (readonly [property: string, value: string])[] = [
  ['accessMode', 'textual'],
  ['accessMode', 'visual'],
  // Every picture has its words.
  ['accessModeSufficient', 'textual'],
  ['accessModeSufficient', 'textual,visual'],
  ...[
    'structuralNavigation',
    'tableOfContents',
    'index',
    'readingOrder',
    'alternativeText',
    'MathML',
    'displayTransformability',
    'ARIA',
    'unlocked',
  ].map((feature) => ['accessibilityFeature', feature] as const),
  ['accessibilityHazard', 'noFlashingHazard'],
  ['accessibilityHazard', 'noMotionSimulationHazard'],
  ['accessibilityHazard', 'noSoundHazard'],
];

export function packageDocument(
  book: Manuscript,
  resources: readonly Resource[],
  date: Date,
  t: Translate,
): string {
  const modified = date.toISOString().replace(/\.\d+Z$/, 'Z');
  const meta = (property: string, value: string, more = '') =>
    `<meta property="${property}"${more}>${escape(value)}</meta>`;
  const metadata = [
    `<dc:identifier id="identifier">${identifier(book)}</dc:identifier>`,
    `<dc:title id="title">${escape(book.title)}</dc:title>`,
    meta('title-type', 'main', ' refines="#title"'),
    `<dc:title id="subtitle">${escape(book.subtitle)}</dc:title>`,
    meta('title-type', 'subtitle', ' refines="#subtitle"'),
    `<dc:language>${book.locale}</dc:language>`,
    ...book.authors.map((name) => `<dc:creator>${escape(name)}</dc:creator>`),
    `<dc:description>${escape(book.description)}</dc:description>`,
    ...book.keywords.map((word) => `<dc:subject>${escape(word)}</dc:subject>`),
    `<dc:rights>${escape(`${book.licence.name}, ${book.licence.url}`)}</dc:rights>`,
    `<dc:date>${modified.slice(0, 10)}</dc:date>`,
    ...(book.site ? [`<dc:source>${escape(book.site)}</dc:source>`] : []),
    meta('dcterms:modified', modified),
    meta('schema:version', book.version),
    ...access.map(([property, value]) => meta(`schema:${property}`, value)),
    meta('schema:accessibilitySummary', t('edition.accessibility')),
    meta('dcterms:conformsTo', 'EPUB Accessibility 1.1 - WCAG 2.1 Level AA', ' id="conformance"'),
    ...book.authors.map((name) => meta('a11y:certifiedBy', name, ' refines="#conformance"')),
    // Readers of EPUB 2 look for the cover here.
    `<meta name="cover" content="${idOf('cover.png')}"/>`,
  ];
  const items = resources.map(
    ({ path, type, properties = [] }) =>
      `<item id="${idOf(path)}" href="${path}" media-type="${type}"${properties.length > 0 ? ` properties="${properties.join(' ')}"` : ''}/>`,
  );
  const spine = resources
    .filter((one) => one.spine)
    .map(({ path }) => `<itemref idref="${idOf(path)}"/>`);
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="identifier" xml:lang="${book.locale}" dir="ltr">\n` +
    `<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n${metadata.join('\n')}\n</metadata>\n` +
    `<manifest>\n${items.join('\n')}\n</manifest>\n<spine>\n${spine.join('\n')}\n</spine>\n</package>\n`
  );
}

const idOf = (path: string) => `item-${path.replace(/[^a-zA-Z0-9-]/g, '-')}`;

/** The same for every edition in one language: reading systems keep their place when the book is replaced. */
function identifier({ title, locale }: Manuscript): string {
  const hash = createHash('sha256').update(`${title} ${locale}`).digest('hex');
  // A UUID of version 8: made of something else than time or chance.
  const parts = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `a${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ];
  return `urn:uuid:${parts.join('-')}`;
}
