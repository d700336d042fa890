/**
 * The SIMD core: runs that are started once it is ready are trained in WebAssembly. Where WebAssembly, its SIMD or
 * the permission for it (a Content-Security-Policy) is missing, all goes on in TypeScript.
 */
import base64 from 'virtual:simd-core';
import { openSimd } from './open.ts';

/** A module of one function that uses SIMD: an engine without it finds it invalid. */
const probe = Uint8Array.of(
  ...[0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0],
  ...[253, 15, 253, 98, 11],
);

let ready: Promise<boolean> | undefined;

/**
 * Compiles the core, once, and offers it to all runs that start later.
 *
 * @returns Whether there is one. Never rejects.
 */
export const simdReady = (): Promise<boolean> => (ready ??= makeReady());

async function makeReady(): Promise<boolean> {
  try {
    if (!WebAssembly.validate(probe)) return false;
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    openSimd(await WebAssembly.compile(bytes));
    return true;
  } catch {
    return false;
  }
}
