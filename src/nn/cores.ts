import type { Core, CoreName, Problem } from './core.ts';
import { createTypeScriptCore } from './typescript-core.ts';

/** Makes a core for a problem, or nothing when there is a part of it that it cannot do. */
export type CoreFactory = (problem: Problem) => Core | undefined;

let simd: CoreFactory | undefined;

/** Makes the SIMD core known, once its module is compiled. */
export function offerSimd(factory: CoreFactory | undefined): void {
  simd = factory;
}

/**
 * @param wanted `auto`: SIMD where it has been offered and has a kernel for every part of the problem.
 * @throws RangeError when SIMD is wanted and not to be had.
 */
export function createCore(problem: Problem, wanted: 'auto' | CoreName): Core {
  const core = wanted === 'typescript' ? undefined : simd?.(problem);
  if (core) return core;
  if (wanted === 'simd') {
    throw new RangeError(
      simd ? 'the SIMD core cannot train this network' : 'the SIMD core is not ready',
    );
  }
  return createTypeScriptCore(problem);
}
