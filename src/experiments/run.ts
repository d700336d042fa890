/** Carries out an experiment. */
import { Inspector } from '#inside/inspector.ts';
import { startRun, type Evaluation, type Run } from '#nn/train.ts';
import { setupOf, type Criterion, type Experiment, type RunResult } from './experiment.ts';
import { resultOf, type ExperimentResult } from './result.ts';

/** One run of an experiment; pauses after every epoch, so that the caller can attend to other things. */
export function* runSteps(
  { epochs, solvedWhen, stopWhenSolved = false, countDead = false }: Experiment,
  run: Run,
): Generator<void, RunResult> {
  let final = run.evaluate();
  let solvedAfter = Infinity;
  while (run.epochs < epochs && !run.diverged) {
    run.epoch();
    final = run.evaluate();
    if (solvedAfter === Infinity && !run.diverged && meets(final, solvedWhen))
      solvedAfter = run.epochs;
    if (stopWhenSolved && solvedAfter < Infinity) break;
    yield;
  }
  const result = { seed: run.setup.seed, final, solvedAfter, diverged: run.diverged };
  return countDead ? { ...result, dead: deadShare(run) } : result;
}

/** One run in the reference core, from beginning to end: the numbers that are recorded. */
export function runOnce(experiment: Experiment, variant: string, seed: number): RunResult {
  const run = startRun(setupOf(experiment, variant, seed), { core: 'typescript' });
  const steps = runSteps(experiment, run);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** Runs all of it, which takes a while. Same experiment, same result. */
export function runExperiment(experiment: Experiment): ExperimentResult {
  return resultOf(experiment, (variant) =>
    experiment.seeds.map((seed) => runOnce(experiment, variant, seed)),
  );
}

/** Of a run that diverged: at its last finite weights. */
function deadShare(run: Run): number {
  const hidden = new Inspector(run).look().layers.slice(0, -1);
  const count = (of: (layer: (typeof hidden)[number]) => number) =>
    hidden.reduce((sum, layer) => sum + of(layer), 0);
  return count(({ dead }) => dead.length) / count(({ units }) => units);
}

function meets(evaluation: Evaluation, criterion: Criterion): boolean {
  const { points, accuracyAtLeast, lossBelow = Infinity } = criterion;
  const { accuracy = NaN, loss } = evaluation[points];
  return (accuracyAtLeast === undefined || accuracy >= accuracyAtLeast) && loss < lossBelow;
}
