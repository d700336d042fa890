import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';

/** A YAML content file with positions, so that every complaint can name file and line. */
export interface YamlContent<T> {
  data: T;
  /** `file:line` of the value at `path`, or of its nearest ancestor that exists. */
  where(...path: (string | number)[]): string;
}

/**
 * Parses and validates one YAML content file.
 *
 * @throws with one line per problem, each `file:line: message`: a syntax error, a duplicate key, or
 *   whatever the schema refuses.
 */
export function parseYaml<T>(text: string, file: string, schema: z.ZodType<T>): YamlContent<T> {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, uniqueKeys: true });
  const lineAt = (offset: number) => `${file}:${lineCounter.linePos(offset).line}`;

  if (document.errors.length > 0) {
    throw new Error(
      document.errors.map((e) => `${lineAt(e.pos[0])}: ${e.message.split('\n')[0]}`).join('\n'),
    );
  }

  const where = (...path: (string | number)[]): string => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true) as { range?: [number] } | undefined;
      if (node?.range) return lineAt(node.range[0]);
    }
    return `${file}:1`;
  };

  const result = schema.safeParse(document.toJS());
  if (!result.success) {
    throw new Error(
      result.error.issues
        .map(({ path, message }) => {
          const keys = path.filter((key) => typeof key !== 'symbol');
          return `${where(...keys)}: ${keys.join('.')}: ${message}`;
        })
        .join('\n'),
    );
  }
  return { data: result.data, where };
}
