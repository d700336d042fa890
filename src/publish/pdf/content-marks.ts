/** What Chromium paints outside of the structure of a PDF, marked as having none; and heads that a page does without. */
import { deflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRawStream,
  type PDFDocument,
} from '@cantoo/pdf-lib';

const headsEnd = 'W* n';
const tagged = /\b(?:BDC|BMC)$/;
const path = /^-?[\d.]+ -?[\d.]+ (?:m|-?[\d.]+ -?[\d.]+ re)$/;
const paints = /^(?:S|s|f|F|f\*|B|B\*|b|b\*)$/;
const clips = /^(?:W|W\*)? ?n$/;

/**
 * One operator with its operands to a line, as Chromium writes them.
 *
 * @param drawn whether an external object of that name is only drawing, without parts of the text
 */
export function markArtifacts(content: string, drawn: (name: string) => boolean): string {
  const done: string[] = [];
  let depth = 0;
  let start: number | undefined;
  const mark = (from: number) => {
    done.splice(from, 0, '/Artifact BMC');
    done.push('EMC');
    start = undefined;
  };
  for (const line of content.split('\n')) {
    if (tagged.test(line)) depth++;
    if (depth === 0 && start === undefined && (path.test(line) || line === 'BT'))
      start = done.length;
    done.push(line);
    if (line === 'EMC') depth--;
    else if (depth > 0) continue;
    else if (clips.test(line)) start = undefined;
    else if (start !== undefined && (paints.test(line) || line === 'ET')) mark(start);
    else if (/ Do$/.test(line) && drawn(line.slice(1, -3))) mark(done.length - 1);
  }
  return done.join('\n');
}

/** Takes the running head off a page, and leaves its number at the foot. Both stand before the page's own area. */
export function dropHead(content: string): string {
  const end = content.indexOf(headsEnd);
  const heads = content.slice(0, end);
  return (
    heads.replace(
      /BT\n(?:(?!ET\n)[^\n]*\n)*?1 0 0 -1 [\d.]+ (\d+)(?:\.\d+)? Tm\n(?:(?!ET\n)[^\n]*\n)*ET\n/g,
      (text, y: string) => (Number(y) < 100 ? '' : text),
    ) + content.slice(end)
  );
}

/** @param openers pages that have no running head, counted from 1 */
export function markContents(pdf: PDFDocument, openers: ReadonlySet<number>): void {
  pdf.getPages().forEach(({ node }, i) => {
    const contents = node.lookup(PDFName.of('Contents'));
    const stream = contents instanceof PDFArray ? contents.lookup(0) : contents;
    rewrite(stream as PDFRawStream, node.Resources(), (text) =>
      openers.has(i + 1) ? dropHead(text) : text,
    );
  });
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    if (!isForm(object)) continue;
    rewrite(object, object.dict.lookupMaybe(PDFName.of('Resources'), PDFDict));
  }
}

const isForm = (object: unknown): object is PDFRawStream =>
  object instanceof PDFRawStream && object.dict.get(PDFName.of('Subtype')) === PDFName.of('Form');

function rewrite(
  stream: PDFRawStream,
  resources: PDFDict | undefined,
  before: (text: string) => string = (text) => text,
): void {
  const objects = resources?.lookupMaybe(PDFName.of('XObject'), PDFDict);
  const text = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
  const marked = markArtifacts(before(text), (name) => !isForm(objects?.lookup(PDFName.of(name))));
  const bytes = deflateSync(Buffer.from(marked, 'latin1'), { level: 9 });
  (stream as { contents: Uint8Array }).contents = bytes;
  stream.dict.set(PDFName.of('Filter'), PDFName.of('FlateDecode'));
  stream.dict.set(PDFName.of('Length'), PDFNumber.of(bytes.length));
}
