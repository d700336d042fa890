/** The structure of a PDF as a standard names it: Chromium gives most parts of a page no kind at all. */
import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFString,
  type PDFDocument,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { formulaMark } from './formulas.ts';

const name = PDFName.of;
const [kind, kids, alt, none] = [name('S'), name('K'), name('Alt'), name('NonStruct')];

/** What lies in a line of text, beside what is text itself. */
const inline = ['Link', 'Span', 'Em', 'Strong', 'Code', 'Formula', 'Note', 'Quote'].map(name);

/**
 * @param words what each target of a link is called, by its `href`
 */
export function mendStructure(pdf: PDFDocument, words: ReadonlyMap<string, string>): void {
  const tree = pdf.catalog.lookup(name('StructTreeRoot'), PDFDict);
  const notes: [string, PDFObject][] = [];
  const link = (annotation: PDFDict): string => {
    const href = hrefOf(annotation);
    annotation.set(name('Contents'), PDFHexString.fromText(words.get(href) ?? href));
    return href;
  };

  /** @returns the `href` of a link, when the element is one */
  const mend = (
    element: PDFDict,
    parent: PDFDict | undefined,
    self: PDFObject,
  ): string | undefined => {
    let href: string | undefined;
    let first: string | undefined;
    const inner = kidsOf(element);
    inner.forEach((kid, i) => {
      const child = pdf.context.lookup(kid);
      if (!(child instanceof PDFDict)) return;
      if (child.get(name('Type')) === name('OBJR')) href = link(child.lookup(name('Obj'), PDFDict));
      else if (child.has(kind)) {
        const target = mend(child, element, kid);
        if (i === 0) first = target;
      }
    });
    if (element.get(kind) === none) {
      const note = /^#(.*_note)ref(-\d+)$/.exec(first ?? '');
      element.set(kind, name(note ? 'Note' : kindOf(pdf, element, parent, href)));
      if (note) {
        const id = `note_${note[1]}${note[2]}`;
        element.set(name('ID'), PDFString.of(id));
        notes.push([id, self]);
      }
    }
    nameFormula(element);
    return href;
  };

  for (const top of kidsOf(tree)) mend(pdf.context.lookup(top, PDFDict), undefined, top);
  tree.set(name('RoleMap'), pdf.context.obj({ Em: 'Span', Strong: 'Span' }));
  listNotes(pdf, tree, notes);
}

function kidsOf(element: PDFDict): PDFObject[] {
  const inner = element.lookup(kids);
  if (inner instanceof PDFArray) return inner.asArray();
  const only = element.get(kids);
  return only ? [only] : [];
}

function kindOf(
  pdf: PDFDocument,
  element: PDFDict,
  parent: PDFDict | undefined,
  href: string | undefined,
): string {
  if (href !== undefined) return 'Link';
  if (parent?.get(kind) === name('Document')) return 'Sect';
  const blocks = kidsOf(element).some((kid) => {
    const child = pdf.context.lookup(kid);
    const its = child instanceof PDFDict ? child.get(kind) : undefined;
    return its !== undefined && !inline.includes(its as PDFName);
  });
  return blocks ? 'Div' : 'Span';
}

/** Where a link leads, as the page says it: `#chapter_part`, or an address of the web. */
function hrefOf(annotation: PDFDict): string {
  const place = annotation.lookup(name('Dest'));
  if (place instanceof PDFName) return `#${place.decodeText()}`;
  const address = annotation.lookup(name('A'), PDFDict).lookup(name('URI'));
  return (address as PDFString).decodeText();
}

/** Chromium tags as a figure all that is one picture to those who hear it. */
function nameFormula(element: PDFDict): void {
  if (element.get(kind) !== name('Figure')) return;
  const words = element.lookup(alt);
  if (!(words instanceof PDFHexString || words instanceof PDFString)) return;
  const text = words.decodeText();
  if (!text.startsWith(formulaMark)) return;
  element.set(kind, name('Formula'));
  element.set(alt, PDFHexString.fromText(text.slice(formulaMark.length)));
}

/** The names of notes come after those that Chromium has given, which begin with `node`. */
function listNotes(pdf: PDFDocument, tree: PDFDict, notes: readonly [string, PDFObject][]): void {
  if (notes.length === 0) return;
  const sorted = notes.toSorted(([a], [b]) => (a < b ? -1 : 1));
  const own = pdf.context.obj({
    Limits: [sorted[0]![0], sorted.at(-1)![0]].map((id) => PDFString.of(id)),
    Names: sorted.flatMap(([id, element]) => [PDFString.of(id), element]),
  });
  const known = tree.lookupMaybe(name('IDTree'), PDFDict);
  const branches = known?.lookupMaybe(kids, PDFArray)?.asArray() ?? [];
  const leaf = known?.lookupMaybe(name('Names'), PDFArray);
  if (leaf && leaf.size() > 0)
    branches.push(
      pdf.context.register(
        pdf.context.obj({ Limits: [leaf.get(0), leaf.get(leaf.size() - 2)], Names: leaf }),
      ),
    );
  tree.set(
    name('IDTree'),
    pdf.context.register(pdf.context.obj({ Kids: [...branches, pdf.context.register(own)] })),
  );
}
