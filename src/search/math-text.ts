/** Formulas in a line of plain text, from the MathML that KaTeX puts beside its drawing: `1/(1 + e^−z)`. */

/** Tells programs what is multiplied or applied; a reader sees nothing. */
const invisible = /[\u2061-\u2064\u200b]/g;
const spaced = /^[=<>≤≥≈≠≡∼∝∈∉⊂→↦⟶⇒∣:+±]$/;
const minus = /^[-−]$/;
const opens = /[([{|,;=<>≤≥≈+−·⋅→]\s*$/;

const raised: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789+−n'].map((sign, i) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ'][i]!]),
);
const lowered: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789+−'].map((sign, i) => [sign, [...'₀₁₂₃₄₅₆₇₈₉₊₋'][i]!]),
);

/** The text of a `math` element or of a part of it. */
export function mathText(element: Element): string {
  return tidy(write(element));
}

const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();

function write(element: Element): string {
  // KaTeX puts "function applied" also among the parts of a script, where it has no place.
  const scripts = /^m(sub|sup|under|over)/.test(element.localName);
  const parts = [...element.children].filter(
    (part) => !scripts || part.children.length > 0 || part.textContent !== '\u2061',
  );
  const [first, second, third] = parts.map((part) => tidy(write(part)));
  switch (element.localName.toLowerCase()) {
    case 'annotation':
    case 'mphantom':
      return '';
    case 'mspace':
    case 'mtext':
      return ` ${element.textContent ?? ''}`.replace(/[\u00a0\u2000-\u200a]/g, ' ');
    case 'mi':
    case 'mn':
    case 'ms':
      return (element.textContent ?? '').replace(invisible, '');
    case 'mo':
      return element.textContent ?? '';
    case 'mfrac':
      return `${bracket(first!)}/${bracket(second!)}`;
    case 'msqrt':
      return `√${bracket(parts.map((part) => tidy(write(part))).join(''))}`;
    case 'mroot':
      return `${script(second!, raised, '^')}√${bracket(first!)}`;
    case 'msup':
      return first! + script(second!, raised, '^');
    case 'msub':
    case 'munder':
      return first! + script(second!, lowered, '_');
    case 'msubsup':
    case 'munderover':
      return first! + script(second!, lowered, '_') + script(third!, raised, '^');
    case 'mover': // ŷ, x̄: the letter is what one searches for
      return first!;
    case 'mtable':
      return parts.map((row) => tidy(write(row))).join('; ');
    case 'mtr':
      return parts.map((cell) => tidy(write(cell))).join(', ');
    default:
      return row(parts);
  }
}

/** Signs between numbers have spaces around them; a sign before a number, or a bracket, has none. */
function row(parts: readonly Element[]): string {
  let line = '';
  let applied = false;
  for (const part of parts) {
    const text = write(part);
    const sign = part.localName.toLowerCase() === 'mo' ? text : '';
    if (sign === '\u2061') {
      applied = true;
      continue;
    }
    if (applied && !/^\s*[([{′]/.test(text)) line += ' ';
    applied = /\u2061$/.test(text);
    const clean = text.replace(invisible, '');
    const between = spaced.test(sign) || (minus.test(sign) && line !== '' && !opens.test(line));
    if (between) line = `${line.trimEnd()} ${clean} `;
    else if (sign === ',' || sign === ';') line += `${clean} `;
    else line += /[_^]\p{L}$/u.test(line) && /^\p{L}/u.test(clean) ? ` ${clean}` : clean;
  }
  return line;
}

const bracket = (text: string) => (/^[\p{L}\p{N}.′∂∞]+$|^\(.*\)$/u.test(text) ? text : `(${text})`);

/** Small digits where there are such; `_i` and `^(n+1)` otherwise. Primes stand as they are. */
function script(text: string, small: Readonly<Record<string, string>>, sign: string): string {
  if (/^[′″‴*†⊤]+$/.test(text)) return text;
  const signs = [...text];
  if (signs.length > 0 && signs.every((one) => one in small))
    return signs.map((one) => small[one]).join('');
  return sign + (signs.length < 2 ? text : bracket(text));
}
