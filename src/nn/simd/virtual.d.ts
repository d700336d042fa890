/** The compiled `assembly/index.ts`, made by the Vite plugin in `src/build/simd-core.ts`. */
declare module 'virtual:simd-core' {
  const base64: string;
  export default base64;
}
