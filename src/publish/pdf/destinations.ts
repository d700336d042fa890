/** Where the targets of links stand in a PDF. */
import {
  PDFArray,
  PDFDict,
  PDFName,
  type PDFDocument,
  type PDFObject,
  type PDFRef,
} from '@cantoo/pdf-lib';
import type { Pages } from './references.ts';

/** The pages of all named destinations: Chromium names each after the id that a link leads to. */
export function pagesOf(pdf: PDFDocument): Pages {
  const numbers = new Map(pdf.getPages().map(({ ref }, i) => [ref.toString(), i + 1]));
  const named = pdf.catalog.lookup(PDFName.of('Dests'), PDFDict);
  return new Map(
    named
      .entries()
      .map(([name, place]) => [name.decodeText(), numbers.get(pageOf(pdf, place).toString())!]),
  );
}

function pageOf(pdf: PDFDocument, place: PDFObject): PDFRef {
  const [page] = pdf.context.lookup(place, PDFArray).asArray();
  return page as PDFRef;
}
