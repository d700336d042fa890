/**
 * Runs the book's experiments and records their results in src/experiments/recorded/, from which the
 * build takes every measured number. All of them, or those named:
 *
 *     npm run experiments
 *     npm run experiments -- circle-depth xor-width
 */
import { experimentResult, experiments, getExperiment } from '#experiments/index.ts';
import { saveRecord } from '#experiments/recorded-files.ts';
import type { ExperimentResult } from '#experiments/result.ts';
import { runExperiment } from '#experiments/run.ts';

const named = process.argv.slice(2);
for (const experiment of named.length > 0 ? named.map(getExperiment) : experiments) {
  const before = recordedBefore(experiment.id);
  const start = performance.now();
  const result = runExperiment(experiment);
  const file = saveRecord(result);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${file}: ${seconds} s${before ? moved(before, result) : ', new'}`);
}

function recordedBefore(id: string): ExperimentResult | undefined {
  try {
    return experimentResult(id);
  } catch {
    return undefined;
  }
}

/** Names the variants whose numbers a reader would see change. */
function moved(before: ExperimentResult, after: ExperimentResult): string {
  const different = Object.keys(after.variants).filter((key) => {
    const { solved: old, solvedAfter: oldEpochs } = before.variants[key] ?? {};
    const { solved, solvedAfter } = after.variants[key]!;
    return old !== solved || oldEpochs?.median !== solvedAfter.median;
  });
  return different.length > 0 ? `, changed: ${different.join(', ')}` : ', as before';
}
