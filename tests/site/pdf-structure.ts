/** What a PDF is made of, for tests: its structure, its links, what its pages paint. */
import type { PDFRawStream } from '@cantoo/pdf-lib';
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFName,
  type PDFDocument,
  type PDFObject,
} from '@cantoo/pdf-lib';

export const name = PDFName.of;

const list = (object: PDFObject | undefined): PDFObject[] =>
  object instanceof PDFArray ? object.asArray() : object ? [object] : [];

/** All elements of the structure in reading order, and the links that they hold. */
export function structureOf(pdf: PDFDocument): { elements: PDFDict[]; links: Set<PDFDict> } {
  const elements: PDFDict[] = [];
  const links = new Set<PDFDict>();
  const walk = (object: PDFObject) => {
    const node = pdf.context.lookup(object);
    if (!(node instanceof PDFDict)) return;
    if (node.get(name('Type')) === name('OBJR')) links.add(node.lookup(name('Obj'), PDFDict));
    if (!node.has(name('S'))) return;
    elements.push(node);
    for (const kid of list(node.lookup(name('K')))) walk(kid);
  };
  const root = pdf.catalog.lookup(name('StructTreeRoot'), PDFDict);
  for (const kid of list(root.lookup(name('K')))) walk(kid);
  return { elements, links };
}

export const kindOf = (element: PDFDict) => String(element.get(name('S'))).slice(1);

export const annotationsOf = (pdf: PDFDocument): PDFDict[] =>
  pdf
    .getPages()
    .flatMap(({ node }) => node.Annots()?.asArray() ?? [])
    .map((annotation) => pdf.context.lookup(annotation, PDFDict));

/** Operators that paint outside of all marked content, with the pages that they are on. */
export function unmarked(pdf: PDFDocument): string[] {
  return pdf.getPages().flatMap(({ node }, i) => {
    const contents = list(node.lookup(name('Contents')))[0]!;
    const stream = pdf.context.lookup(contents) as PDFRawStream;
    const text = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
    let depth = 0;
    return text
      .split('\n')
      .filter((line) => {
        if (/\b(?:BDC|BMC)$/.test(line)) depth++;
        if (line === 'EMC') depth--;
        return depth === 0 && /^(?:BT|S|f\*?|B\*?)$/.test(line);
      })
      .map((line) => `page ${i + 1}: ${line}`);
  });
}
