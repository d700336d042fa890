/** What Chromium leaves out of a PDF, or writes differently each time. */
import {
  PDFDict,
  PDFHeader,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFDocument,
} from '@cantoo/pdf-lib';
import { createHash } from 'node:crypto';
import type { Manuscript } from '#publish/manuscript/index.ts';
import { markContents } from './content-marks.ts';
import { pagesOf } from './destinations.ts';
import { renumberElements } from './element-names.ts';
import { writeMetadata } from './metadata.ts';
import { linkWords } from './references.ts';
import { mendStructure } from './structure.ts';

/**
 * @param html what was printed
 * @returns the bytes of the PDF: the same for the same book, whenever and wherever it was printed
 */
export async function finish(
  pdf: PDFDocument,
  html: string,
  book: Manuscript,
  title: string,
  date: Date,
): Promise<Uint8Array> {
  pdf.setTitle(title, { showInWindowTitleBar: true });
  pdf.setAuthor(book.authors.join(', '));
  pdf.setSubject(book.description);
  pdf.setKeywords(book.keywords);
  pdf.setCreator(book.title);
  pdf.setProducer('Chromium');
  pdf.setCreationDate(date);
  pdf.setModificationDate(date);
  foldOutline(pdf);
  mendStructure(pdf, linkWords(html));
  renumberElements(pdf);
  markContents(pdf, openers(pdf, book));
  writeMetadata(pdf, book, title, date);
  // What structure is called here came with that version.
  pdf.context.header = PDFHeader.forVersion(1, 7);
  // The second half of an identifier is for the version; a book that is printed is never changed.
  const id = PDFHexString.of(
    createHash('sha256')
      .update(`${title} ${book.version} ${date.toISOString()}`)
      .digest('hex')
      .slice(0, 32),
  );
  pdf.context.trailerInfo.ID = pdf.context.obj([id, id]);
  return pdf.save({ updateFieldAppearances: false });
}

/** Pages that a part of the book begins on: its title stands large there. */
function openers(pdf: PDFDocument, { sections }: Manuscript): Set<number> {
  const pages = pagesOf(pdf);
  return new Set(
    sections.flatMap(({ id, level }) => (level === 1 && pages.has(id) ? [pages.get(id)!] : [])),
  );
}

/** Shows the chapters alone; their parts open one by one. A negative count says so. */
function foldOutline(pdf: PDFDocument): void {
  const outlines = pdf.catalog.lookup(PDFName.of('Outlines'), PDFDict);
  let shown = 0;
  const first = PDFName.of('First');
  const next = PDFName.of('Next');
  const count = PDFName.of('Count');
  for (
    let item = outlines.lookupMaybe(first, PDFDict);
    item;
    item = item.lookupMaybe(next, PDFDict)
  ) {
    shown++;
    const inner = item.lookupMaybe(count, PDFNumber);
    if (inner) item.set(count, PDFNumber.of(-Math.abs(inner.asNumber())));
  }
  outlines.set(count, PDFNumber.of(shown));
}
