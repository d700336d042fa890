import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const folder = fileURLToPath(new URL('../nn/simd/assembly/', import.meta.url));

/** No garbage collector, no imports: the module is plain arithmetic on its own memory. */
const options = [
  '--runtime',
  'stub',
  '--enable',
  'simd',
  '--optimizeLevel',
  '4',
  '--converge',
  '--noAssert',
];
/** Vectors do not leave the module, though the compiler warns that they might. */
const quiet = ['--disableWarning', '112'];

/**
 * Compiles AssemblyScript from `src/nn/simd/assembly` to WebAssembly.
 *
 * @throws Error with what the compiler says.
 */
export async function compileAssembly(entry = 'index.ts'): Promise<Uint8Array<ArrayBuffer>> {
  // Loaded late: the compiler takes a while to start, and most builds have it done already.
  const { main } = await import('assemblyscript/asc');
  let binary: Uint8Array<ArrayBuffer> | undefined;
  const { error, stderr } = await main(
    [entry, '--outFile', 'core.wasm', '--baseDir', folder, ...options, ...quiet],
    {
      writeFile(_name, contents) {
        if (typeof contents !== 'string') binary = new Uint8Array(contents);
      },
    },
  );
  if (error || !binary) throw new Error(`AssemblyScript: ${stderr.toString()}`, { cause: error });
  return binary;
}

const id = 'virtual:simd-core';
let compiled: Promise<Uint8Array> | undefined;

/**
 * Gives `virtual:simd-core`: the SIMD core as base64, compiled once for everything that is built. To be
 * listed twice, since workers have plugins of their own.
 */
export const simdCore = (): Plugin => ({
  name: 'book:simd-core',
  resolveId: { filter: { id: new RegExp(`^${id}$`) }, handler: () => `\0${id}` },
  load: {
    filter: { id: new RegExp(`^\0${id}$`) },
    async handler() {
      for (const name of await readdir(folder)) this.addWatchFile(folder + name);
      compiled ??= compileAssembly();
      return `export default ${JSON.stringify(Buffer.from(await compiled).toString('base64'))}`;
    },
  },
  watchChange(file) {
    if (file.startsWith(folder)) compiled = undefined;
  },
});
