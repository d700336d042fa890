import { rolldown } from 'rolldown';

/** A module: the absolute path of its file, or the module itself, which then imports nothing. */
export type Entry = { path: string } | { code: string };

/**
 * Module scripts as one classic script, which a page on disk may load: there a browser refuses modules, and
 * with them every lazily loaded part. Such parts are in it too, and still run only when they are asked for.
 *
 * @param entries in the order in which a page has them
 */
export async function bundle(entries: readonly Entry[]): Promise<string> {
  const ids = entries.map((entry, i) => ('path' in entry ? entry.path : `\0entry-${i}`));
  const modules = new Map([
    ['\0entries', ids.map((id) => `import ${JSON.stringify(id)};`).join('\n')],
  ]);
  entries.forEach((entry, i) => 'code' in entry && modules.set(ids[i]!, entry.code));
  const build = await rolldown({
    input: '\0entries',
    platform: 'browser',
    plugins: [
      {
        name: 'book:entries',
        resolveId: (id) => (modules.has(id) ? id : undefined),
        load: (id) => modules.get(id),
      },
    ],
    transform: { define: { 'import.meta.url': 'document.baseURI' } },
    onLog(_level, { message }) {
      throw new Error(message);
    },
  });
  try {
    const { output } = await build.generate({
      format: 'iife',
      codeSplitting: false,
      minify: true,
      comments: { legal: false },
    });
    return output[0].code;
  } finally {
    await build.close();
  }
}
