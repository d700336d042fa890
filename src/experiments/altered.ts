/**
 * Points of a data set that are changed before a run sees them. A run takes them as points of the
 * reader's own, so that the laboratory can open every run of an experiment.
 */
import { datasets, drawPoints, type Dataset } from '#nn/datasets.ts';
import type { OwnData } from '#nn/own-data.ts';
import type { Points } from '#nn/points.ts';
import { normal, stream, uniform } from '#nn/random.ts';
import { drawSplit, type DataSetup } from '#nn/split.ts';

export interface Alteration {
  /** Multiplies every coordinate. */
  readonly scale?: number;
  /** The share of the values that are wrong: a normal number of deviation `outlierSize` is added. */
  readonly outliers?: number;
  /** Adds a second coordinate that says nothing: uniform over the domain of the first. */
  readonly distraction?: true;
}

/** Of values that lie between −1 and 1. */
export const outlierSize = 3;

/** The points of a setup as they are, and as a run is to see them. Same seed, same points. */
function draw(setup: DataSetup, { scale = 1, outliers = 0, distraction }: Alteration) {
  const { dataset, seed, samples, noise } = setup;
  if (dataset === 'own') throw new RangeError('own points are what they are');
  const { task, domain }: Dataset = datasets[dataset];
  const random = stream(seed, 'data');
  const points = drawPoints(dataset, samples, noise, random);
  const inputs = Array.from(points.inputs, (x) => scale * x);
  if (distraction) for (let k = 0; k < samples; k++) inputs.push(uniform(random, ...domain));
  const own: OwnData = {
    task,
    dimensions: distraction ? 2 : points.dimensions,
    inputs,
    targets: [...points.targets],
  };
  const wrong = Math.round(outliers * samples);
  // Values lie on the graph in order: spread evenly, the wrong ones do not gather at one end.
  const targets = own.targets.slice();
  for (let k = 0; k < wrong; k++)
    targets[Math.floor(((k + random()) * samples) / wrong)]! += outlierSize * normal(random);
  return { own, seen: { ...own, targets } };
}

export const alteredPoints = (setup: DataSetup, alteration: Alteration): OwnData =>
  draw(setup, alteration).seen;

/** The test points of a run with such points, with their true values. */
export function trueTest(setup: DataSetup, alteration: Alteration): Points {
  const { own } = draw(setup, alteration);
  return drawSplit({ ...setup, dataset: 'own', own }).test;
}
