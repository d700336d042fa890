import type messages from '../../../content/en/messages/export.json';

type ExportKey = keyof typeof messages;

/** The words of the export, in the reader's language. */
export type Say = (key: ExportKey, values?: Readonly<Record<string, string | number>>) => string;

type CodeKey<K = ExportKey> = K extends `export.code.${infer Name}` ? Name : never;

/** Comments in scripts: the keys under `export.code.`, without that prefix. */
export type SayInCode = (
  key: CodeKey,
  values?: Readonly<Record<string, string | number>>,
) => string;
