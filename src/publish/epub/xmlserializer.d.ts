/** The package brings no types. */
declare module 'xmlserializer' {
  import type { DefaultTreeAdapterTypes } from 'parse5';

  const serializer: { serializeToString(node: DefaultTreeAdapterTypes.Node): string };
  export default serializer;
}
