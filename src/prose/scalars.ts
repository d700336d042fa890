/** The strings of YAML and JSON that are texts, as a reader gets them, each with its place in the file. */
import { isMap, isScalar, parseDocument, visit, type Scalar } from 'yaml';
import { replaced, sliceOf, type Stretch } from './stretch.ts';

/** Keys whose values name something: ids, kinds, numbers, formulas, names in code. */
const naming = new Set(
  (
    'slug id see sources functions terms tex said code first type objective use check head answer slopeOf fn of ' +
    'is as part figure verdict chapter section holds measure after'
  ).split(' '),
);

/** Below these keys everything is text, whatever its own key. */
const texts = new Set(['objectives', 'prerequisites', 'variants']);

/** @param start where `source` begins in its file, for the front matter of a chapter */
export function scalars(source: string, start: number): Stretch[] {
  const whole = { text: source, at: Array.from(source, (_, i) => start + i) };
  const found: Stretch[] = [];
  visit(parseDocument(source), {
    Pair: (_, { key, value }, path) => {
      const inTexts = path.some(
        (one) => 'key' in one && isScalar(one.key) && texts.has(String(one.key.value)),
      );
      const named = isScalar(key) && naming.has(String(key.value)) && !inTexts;
      return named && !isMap(value) ? visit.SKIP : undefined;
    },
    Scalar: (key, node) => {
      if (key !== 'key' && typeof node.value === 'string') found.push(unquoted(node, whole));
    },
  });
  return found;
}

/** Without quotes, escapes and indentation. Folded lines stay lines, which in Markdown says the same. */
function unquoted({ range, type }: Scalar, whole: Stretch): Stretch {
  const [from, to] = range!;
  if (type === 'QUOTE_DOUBLE') {
    return replaced(
      sliceOf(whole, from + 1, to - 1),
      /\\(?:u([0-9a-f]{4})|(.))/gi,
      ([, hex, one]) => (hex ? String.fromCharCode(parseInt(hex, 16)) : one === 'n' ? '\n' : one!),
    );
  }
  if (type === 'QUOTE_SINGLE') return replaced(sliceOf(whole, from + 1, to - 1), /''/g, () => "'");
  if (type === 'PLAIN') return replaced(sliceOf(whole, from, to), /\n +/g, () => '\n');
  const body = sliceOf(whole, whole.text.indexOf('\n', from) + 1, to);
  const indent = /^ */.exec(body.text)![0];
  return replaced(body, new RegExp(`^${indent}`, 'gm'), () => '');
}
