import { startRun } from '../../../src/nn/train.ts';
import { setupOf } from '../work.ts';
import type { Peer } from './peer.ts';

const ours = (name: string, core: 'simd' | 'typescript'): Peer => ({
  name,
  start(work) {
    const run = startRun(setupOf(work), { core });
    if (run.core !== core) throw new Error(`wanted ${core}, got ${run.core}`);
    return { epoch: () => run.epoch(), surface: (points) => run.logits(points)[0]! };
  },
});

export const simd = ours('Ours, SIMD', 'simd');
export const typescript = ours('Ours, TypeScript', 'typescript');
