/** Makes the SIMD core known to every run that is started from then on. */
import { offerSimd } from '../cores.ts';
import { createSimdCore } from './core.ts';
import { Machine } from './machine.ts';

/** Offers the compiled module. */
export function openSimd(module: WebAssembly.Module): void {
  const machine = new Machine(module);
  offerSimd((problem) => createSimdCore(machine, problem));
}
