/** Carries out an experiment. */
import { Inspector } from '#inside/inspector.ts';
import { createObjective } from '#nn/objective.ts';
import { startRun, type Evaluation, type Run } from '#nn/train.ts';
import { trueTest } from './altered.ts';
import { setupOf, type Criterion, type Experiment, type RunResult } from './experiment.ts';
import { resultOf, type ExperimentResult } from './result.ts';

/** One run of an experiment; pauses after every epoch, so that the caller can attend to other things. */
export function* runSteps(experiment: Experiment, run: Run): Generator<void, RunResult> {
  const { epochs, solvedWhen, stopWhenSolved, countDead, weighLast } = experiment;
  const evaluate = evaluationOf(experiment, run);
  let final = evaluate();
  let solvedAfter = Infinity;
  while (run.epochs < epochs && !run.diverged) {
    run.epoch();
    final = evaluate();
    if (solvedAfter === Infinity && !run.diverged && meets(final, solvedWhen))
      solvedAfter = run.epochs;
    if (stopWhenSolved && solvedAfter < Infinity) break;
    yield;
  }
  const result = { seed: run.setup.seed, final, solvedAfter, diverged: run.diverged };
  return {
    ...result,
    ...(countDead && { dead: deadShare(run) }),
    ...(weighLast && { lastWeight: lastWeight(run) }),
  };
}

/** Where values were made wrong, the test asks for the true ones. */
function evaluationOf({ base }: Experiment, run: Run): () => Evaluation {
  if (!base.altered?.outliers) return () => run.evaluate();
  const { setup, task } = run;
  const { inputs, targets, count } = trueTest({ ...setup, dataset: base.dataset }, base.altered);
  const objective = createObjective(task, setup.loss, setup.output);
  return () => {
    const { train } = run.evaluate();
    const z = run.logits(inputs);
    const o = new Float64Array(count);
    objective.unit.activate(z, 1, count, o);
    return { train, test: { loss: objective.mean(z, o, targets, 1, count) } };
  };
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

function lastWeight({ network }: Run): number {
  const { inputs, weights } = network.layers[0]!;
  let [last, all] = [0, 0];
  for (const [place, weight] of weights.entries()) {
    all += Math.abs(weight);
    if (place % inputs === inputs - 1) last += Math.abs(weight);
  }
  return last / all;
}

function meets(evaluation: Evaluation, criterion: Criterion): boolean {
  const { points, accuracyAtLeast, lossBelow = Infinity } = criterion;
  const { accuracy = NaN, loss } = evaluation[points];
  return (accuracyAtLeast === undefined || accuracy >= accuracyAtLeast) && loss < lossBelow;
}
