/**
 * Names that Chromium gives to elements of a PDF's structure, such as the head that a cell belongs to: the numbers of
 * nodes in its memory, which differ from one printing to the next.
 */
import { PDFArray, PDFDict, PDFString, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib';

const given = /^node(\d+)$/;

/** Numbers them from 1, in the order that they had: a list that is sorted by them stays sorted. */
export function renumberElements(pdf: PDFDocument): void {
  const names = new Set<string>();
  const each = (visit: (name: string) => PDFString | undefined) => {
    for (const [, object] of pdf.context.enumerateIndirectObjects()) replaceIn(object, visit);
  };
  each((name) => {
    names.add(name);
    return undefined;
  });
  const inOrder = [...names].sort((a, b) => numberOf(a) - numberOf(b));
  const fresh = new Map(
    inOrder.map((name, i) => [name, PDFString.of(`node${String(i + 1).padStart(8, '0')}`)]),
  );
  each((name) => fresh.get(name));
}

const numberOf = (name: string) => Number(given.exec(name)![1]);

/** Visits the names in an object and in what stands in it directly. */
function replaceIn(object: PDFObject, visit: (name: string) => PDFString | undefined): void {
  const look = (part: PDFObject, set: (name: PDFString) => void) => {
    if (!(part instanceof PDFString)) return replaceIn(part, visit);
    const text = part.decodeText();
    const name = given.test(text) ? visit(text) : undefined;
    if (name) set(name);
  };
  if (object instanceof PDFDict)
    for (const [key, value] of object.entries()) look(value, (name) => object.set(key, name));
  if (object instanceof PDFArray)
    object.asArray().forEach((value, i) => look(value, (name) => object.set(i, name)));
}
