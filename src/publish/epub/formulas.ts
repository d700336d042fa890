/** Formulas as MathML and nothing else, in pieces that fit a small page. */
import { renameTo, unwrap } from '#publish/manuscript/dom.ts';

/** After these a sign of plus or minus belongs to what follows; after `)` and `!` it is between two things. */
const opening = /^[([{,;:=<>+\-−±·×⋅≈≤≥→]$/;

const relation = /^[=<>≈≠≤≥∼≡∝→↦⟹⟺⇒∈]$/;
const sum = /^[+−-]$/;
/** Invisible: what is before it is applied to what follows. */
const application = '\u2061';

/**
 * A formula that is longer than this, in signs, may break at its relations; a piece of it at its sums, and
 * at the commas of a list. What stands on a line of its own has more room, and fractions take less than they say.
 */
const longest = { inline: 22, block: 34 };

export function writeFormulas(root: Element): void {
  for (const drawn of root.querySelectorAll('.katex-html')) drawn.remove();
  for (const semantics of [...root.querySelectorAll('math semantics')]) {
    for (const annotation of semantics.querySelectorAll('annotation')) annotation.remove();
    unwrap(semantics);
  }
  for (const sign of root.querySelectorAll('math mo')) {
    const before = sign.previousElementSibling;
    if (before && sum.test(sign.textContent) && opening.test(before.textContent))
      sign.setAttribute('form', 'prefix');
    const after = sign.nextElementSibling;
    if (sign.textContent === application && after && !/^[([{|∣]/.test(after.textContent))
      sign.setAttribute('rspace', '0.1667em');
  }
  // A prime is small and raised by itself: as an exponent it would be so twice.
  for (const power of [...root.querySelectorAll('math msup')]) {
    if (/^′+$/.test(power.lastElementChild!.textContent)) renameTo(power, 'mrow');
  }
  for (const wrapper of [...root.querySelectorAll('.katex, .katex-mathml, .katex-display')])
    unwrap(wrapper);
  root.normalize();
  for (const formula of [...root.querySelectorAll('math')]) {
    const pieces = inPieces(formula);
    formula.replaceWith(...pieces.flatMap((piece, i) => (i === 0 ? [piece] : [' ', piece])));
    keepSign(pieces.at(-1)!);
  }
}

const length = (nodes: readonly Element[]) =>
  nodes.reduce((signs, { textContent }) => signs + textContent.replace(/\s/g, '').length, 0);

/** Reading systems do not break a formula: a long one becomes several, each beginning with its relation or sign. */
function inPieces(formula: Element): Element[] {
  const row = formula.firstElementChild;
  const isBlock = formula.getAttribute('display') === 'block';
  const most = isBlock ? longest.block : longest.inline;
  if (row?.localName !== 'mrow' || length([row]) <= most) return [formula];
  const further = (parts: Element[][], cut: (part: Element[]) => Element[][]) =>
    parts.flatMap((part) => (length(part) > most ? cut(part) : [part]));
  let parts = before([...row.children], relation);
  parts = further(parts, (part) => before(part, sum));
  parts = further(parts, afterCommas);
  if (parts.length === 1) return [formula];
  return parts.map((part) => {
    const piece = formula.cloneNode(false) as Element;
    if (isBlock) {
      piece.removeAttribute('display');
      piece.setAttribute('displaystyle', 'true');
    }
    const inside = row.cloneNode(false) as Element;
    if (sum.test(part[0]!.textContent)) part[0]!.setAttribute('form', 'infix');
    inside.append(...part);
    piece.append(inside);
    return piece;
  });
}

/** Before each operator of a kind, but for one that is a sign, that stands in brackets, or that comes first. */
function before(nodes: readonly Element[], kind: RegExp): Element[][] {
  const parts: Element[][] = [[]];
  let depth = 0;
  for (const node of nodes) {
    const operator = node.localName === 'mo' ? node.textContent : '';
    if (/^[([{]$/.test(operator)) depth++;
    if (/^[)\]}]$/.test(operator)) depth--;
    const isSign = node.getAttribute('form') === 'prefix';
    if (depth === 0 && kind.test(operator) && !isSign && parts.at(-1)!.length > 0) parts.push([]);
    parts.at(-1)!.push(node);
  }
  return parts;
}

/** In long lists. */
function afterCommas(nodes: readonly Element[]): Element[][] {
  const parts: Element[][] = [[]];
  for (const node of nodes) {
    if (parts.at(-1)!.at(-1)?.textContent === ',') parts.push([]);
    parts.at(-1)!.push(node);
  }
  return parts;
}

/** A full stop or a comma after a formula does not begin the next line; the joiner that the site has there is not enough. */
function keepSign(formula: Element): void {
  const after = formula.nextSibling;
  const [sign] = /^\u2060?[.,;:!?)”’]+/.exec(after?.nodeType === 3 ? after.textContent! : '') ?? [];
  if (!sign) return;
  after!.textContent = after!.textContent!.slice(sign.length);
  const together = formula.ownerDocument.createElement('span');
  together.setAttribute('class', 'together');
  formula.replaceWith(together);
  together.append(formula, sign.replace('\u2060', ''));
}
