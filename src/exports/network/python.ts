/** Python text: literals, comments and blocks. */

/** Characters in a line of text or numbers; lines of code may be a little longer. */
const WIDTH = 88;

/** A float literal that reads back as the same double. */
export function float(value: number): string {
  const text = String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

/** Lines pushed in by so many levels; empty ones stay empty. */
export const indent = (text: string, levels = 1): string =>
  text.replace(/^(?=.)/gm, '    '.repeat(levels));

/** Words laid out in lines of at most `width` characters. A word that is longer stands alone. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  // A line break in the text must not end a comment.
  for (const word of text.split(/[ \n\r\f\v\u0085\u2028\u2029]+/)) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= width) {
      lines[lines.length - 1] = `${line} ${word}`;
    } else lines.push(word);
  }
  return lines;
}

/** @param levels Of the block that it will stand in; the text itself is not pushed in. */
export const comment = (text: string, levels = 0): string =>
  wrap(text, WIDTH - 2 - 4 * levels)
    .map((line) => `# ${line}`)
    .join('\n');

/** A docstring of paragraphs. */
export function docstring(paragraphs: readonly string[], levels = 0): string {
  // Neither a quote nor a backslash may end or change the string.
  const safe = paragraphs.map((text) => text.replace(/\\/g, '\\\\').replace(/"/g, "'"));
  const lines = safe.map((text) => wrap(text, WIDTH - 3 - 4 * levels).join('\n'));
  const text = lines.join('\n\n');
  return text.includes('\n') ? `"""${text}\n"""` : `"""${text}"""`;
}

/** Lists stand inside other things, after a name: so much is left to one that takes a line, or several. */
const widths = { line: WIDTH - 26, lines: WIDTH - 8 };

/** A list, on one line where it fits, else in lines that are as full as they can be. */
function listOf(items: readonly string[], { line, lines } = widths): string {
  const short = `[${items.join(', ')}]`;
  if (short.length <= line && !short.includes('\n')) return short;
  const spaced = items.map((item) => `${item.replace(/ /g, '\u00a0')},`);
  const laidOut = short.includes('\n') ? spaced : wrap(spaced.join(' '), lines);
  return `[\n${indent(laidOut.join('\n').replace(/\u00a0/g, ' '))}\n]`;
}

export const list = (values: readonly number[]): string => listOf(values.map(float));

/** A list of whole numbers. */
export const integers = (values: readonly number[]): string => listOf(values.map(String));

/** A list of lists. */
export const matrix = (values: readonly (readonly number[])[]): string => {
  const row = { line: widths.lines - 1, lines: widths.lines - 4 };
  return listOf(values.map((numbers) => listOf(numbers.map(float), row)));
};

/** A call, with each argument on its own line where they do not fit on one. */
export function call(name: string, args: readonly string[]): string {
  const line = `${name}(${args.join(', ')})`;
  const fits = args.length < 2 || Math.max(...line.split('\n').map(({ length }) => length)) < 88;
  return fits ? line : `${name}(\n${indent(args.map((arg) => `${arg},`).join('\n'))}\n)`;
}

/** Blocks with so many empty lines between them; absent ones leave no gap. */
export const join = (blocks: readonly (string | false | undefined)[], gap = 2): string =>
  blocks.filter(Boolean).join('\n'.repeat(gap + 1));

/** `def name(z, parameters): ...` */
export const functionCode = (
  name: string,
  parameters: readonly string[],
  body: readonly string[],
): string => `def ${name}(${['z', ...parameters].join(', ')}):\n${indent(returning(body))}`;

/** Lines of which the last is what is returned. */
export const returning = (body: readonly string[]): string =>
  [...body.slice(0, -1), `return ${body.at(-1)!}`].join('\n');
