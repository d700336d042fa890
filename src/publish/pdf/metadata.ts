/** What a PDF says about itself, where machines look for it: XMP. */
import { PDFName, type PDFDocument } from '@cantoo/pdf-lib';
import { escape } from '#publish/manuscript/dom.ts';
import type { Manuscript } from '#publish/manuscript/index.ts';

export function writeMetadata(pdf: PDFDocument, book: Manuscript, title: string, date: Date): void {
  const stream = pdf.context.stream(Buffer.from(xmp(book, title, date)), {
    Type: 'Metadata',
    Subtype: 'XML',
  });
  pdf.catalog.set(PDFName.of('Metadata'), pdf.context.register(stream));
}

const inOne = (text: string) =>
  `<rdf:Alt><rdf:li xml:lang="x-default">${escape(text)}</rdf:li></rdf:Alt>`;
const list = (kind: 'Bag' | 'Seq', texts: readonly string[]) =>
  `<rdf:${kind}>${texts.map((text) => `<rdf:li>${escape(text)}</rdf:li>`).join('')}</rdf:${kind}>`;

/** The mark at the start and the end are XMP's own. */
function xmp(book: Manuscript, title: string, date: Date): string {
  const when = date.toISOString().replace(/\.\d+/, '');
  const facts: [string, string][] = [
    ['dc:format', 'application/pdf'],
    ['dc:title', inOne(title)],
    ['dc:creator', list('Seq', book.authors)],
    ['dc:description', inOne(book.description)],
    ['dc:language', list('Bag', [book.locale])],
    ['dc:subject', list('Bag', book.keywords)],
    ['dc:rights', inOne(book.licence.name)],
    ['xmpRights:Marked', 'True'],
    ['xmpRights:WebStatement', escape(book.licence.url)],
    ['xmp:CreatorTool', escape(book.title)],
    ['xmp:CreateDate', when],
    ['xmp:ModifyDate', when],
    ['pdf:Producer', 'Chromium'],
    ['pdf:Keywords', escape(book.keywords.join(' '))],
  ];
  const spaces = {
    dc: 'http://purl.org/dc/elements/1.1/',
    xmp: 'http://ns.adobe.com/xap/1.0/',
    xmpRights: 'http://ns.adobe.com/xap/1.0/rights/',
    pdf: 'http://ns.adobe.com/pdf/1.3/',
  };
  const declared = Object.entries(spaces).map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`);
  return (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n' +
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
    `<rdf:Description rdf:about=""${declared.join('')}>\n` +
    facts.map(([name, value]) => `<${name}>${value}</${name}>\n`).join('') +
    '</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end="r"?>'
  );
}
