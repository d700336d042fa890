/** What Chromium leaves out of a PDF, or writes differently each time. */
import {
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFString,
  type PDFDocument,
} from '@cantoo/pdf-lib';
import { createHash } from 'node:crypto';
import type { Manuscript } from '#publish/manuscript/index.ts';
import { formulaMark } from './formulas.ts';

/** @returns the bytes of the PDF: the same for the same book, whenever and wherever it was printed */
export async function finish(
  pdf: PDFDocument,
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
  nameFormulas(pdf);
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

/** Chromium tags as a figure all that is one picture to those who hear it. */
function nameFormulas(pdf: PDFDocument): void {
  const kind = PDFName.of('S');
  const alt = PDFName.of('Alt');
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(kind) !== PDFName.of('Figure')) continue;
    const words = object.lookup(alt);
    if (!(words instanceof PDFHexString || words instanceof PDFString)) continue;
    const text = words.decodeText();
    if (!text.startsWith(formulaMark)) continue;
    object.set(kind, PDFName.of('Formula'));
    object.set(alt, PDFHexString.fromText(text.slice(formulaMark.length)));
  }
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
