/** A network as JSON: a versioned document that holds all of a run but its points, which follow from the setup. */
import * as z from 'zod/mini';
import { bind } from '#activations/index.ts';
import { activationFunction } from '#nn/kernels.ts';
import { countParameters } from '#nn/layers.ts';
import { createObjective } from '#nn/objective.ts';
import { activationsOf, checkSetup, dimensionsOf, taskOf, type TrainingSetup } from '#nn/setup.ts';
import type { RunData } from './run-data.ts';

const VERSION = 1;
const FORMAT = 'why-neurons-bend/network';

/** More than the largest network of the laboratory has. */
const MOST_PARAMETERS = 100_000;

const parameters = z.array(z.number()).check(z.maxLength(MOST_PARAMETERS));
const score = z.strictObject({ loss: z.number(), accuracy: z.optional(z.number()) });

/** The setup itself is checked by `checkSetup`, which knows what goes together. */
const schema = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  setup: z.looseObject({ seed: z.number(), hidden: z.array(z.number()).check(z.maxLength(64)) }),
  initialParameters: parameters,
  parameters,
  history: z
    .array(z.strictObject({ epoch: z.number(), train: score, test: score }))
    .check(z.maxLength(1_000_000)),
});

export interface NetworkJson {
  readonly setup: TrainingSetup;
  readonly initialParameters: Float64Array;
  readonly parameters: Float64Array;
  readonly history: RunData['history'];
}

export function networkJson({ setup, initialParameters, parameters, history }: RunData): string {
  const document = {
    format: FORMAT,
    version: VERSION,
    setup,
    initialParameters: Array.from(initialParameters),
    parameters: Array.from(parameters),
    history,
  };
  return `${JSON.stringify(document, null, 1).replace(/\n {3,}|\n {2}(?=[\]}])/g, ' ')}\n`;
}

/** What is wrong with a document; `export.json.<reason>` says it. */
export type NetworkJsonReason = 'notJson' | 'notANetwork' | 'newer' | 'setup' | 'parameters';

export class NetworkJsonError extends Error {
  readonly reason: NetworkJsonReason;
  constructor(reason: NetworkJsonReason, detail: string) {
    super(detail);
    this.name = 'NetworkJsonError';
    this.reason = reason;
  }
}

/**
 * Reads what `networkJson` has written.
 *
 * @throws NetworkJsonError with the reason.
 */
export function parseNetworkJson(text: string): NetworkJson {
  const document = documentOf(text);
  const setup = document.setup as unknown as TrainingSetup;
  const expected = attempt('setup', () => {
    checkSetup(setup);
    return parametersOf(setup);
  });
  for (const given of [document.initialParameters, document.parameters]) {
    if (given.length !== expected) {
      throw new NetworkJsonError('parameters', `${given.length} numbers instead of ${expected}`);
    }
  }
  return {
    setup,
    initialParameters: Float64Array.from(document.initialParameters),
    parameters: Float64Array.from(document.parameters),
    history: document.history,
  };
}

function documentOf(text: string): z.infer<typeof schema> {
  const data: unknown = attempt('notJson', () => JSON.parse(text));
  const { format, version } = Object(data) as { format?: unknown; version?: unknown };
  if (format === FORMAT && typeof version === 'number' && version > VERSION) {
    throw new NetworkJsonError('newer', `version ${version}`);
  }
  const { success, data: document, error } = schema.safeParse(data);
  if (success) return document;
  throw new NetworkJsonError('notANetwork', z.prettifyError(error));
}

function parametersOf(setup: TrainingSetup): number {
  for (const ref of activationsOf(setup)) bind(activationFunction(ref), ref.parameters);
  const { units } = createObjective(taskOf(setup), setup.loss, setup.output);
  return countParameters({
    sizes: [dimensionsOf(setup), ...setup.hidden, units],
    activations: activationsOf(setup),
    normalization: setup.normalization ?? 'none',
  });
}

/** Whatever a foreign document makes a check stumble over is a fault of the document. */
function attempt<T>(reason: NetworkJsonReason, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw new NetworkJsonError(reason, String(error));
  }
}
