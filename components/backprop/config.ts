/** What an author types for a walk through backpropagation, and the network that it describes. */
import { elementwise, getActivation, type ElementwiseId } from '#activations/index.ts';
import type { Example } from '#inside/backprop.ts';
import type { LossId } from '#nn/losses.ts';
import { createNetwork, type Network } from '#nn/network.ts';
import { createObjective, type Objective } from '#nn/objective.ts';
import { stream, uniform } from '#nn/random.ts';
import type { Fields, State } from '#state/fragment.ts';

export interface BackpropConfig {
  hidden: readonly number[];
  activation: ElementwiseId;
  /** Draws the weights. */
  seed: number;
  loss: LossId;
  /** Place among `examples`. */
  example: number;
  /** The step that the page shows first, from 1; the last when it is beyond. */
  step: number;
}

type Typed = string | number;
export interface BackpropProps {
  hidden?: Typed;
  activation?: Typed;
  seed?: Typed;
  loss?: Typed;
  example?: Typed;
  step?: Typed;
}

/** Exclusive or: class 1 where the signs differ. No input is 0, so that every weight has a gradient. */
export const examples: readonly Example[] = [
  { inputs: [-1, 1], target: 1 },
  { inputs: [1, 1], target: 0 },
  { inputs: [1, -1], target: 1 },
  { inputs: [-1, -1], target: 0 },
];

const lossIds = ['binary-cross-entropy', 'squared-error'] as const;
const defaults = {
  hidden: '2 2',
  activation: 'sigmoid',
  seed: 1,
  loss: 'binary-cross-entropy',
  example: 1,
  step: 1000,
};

/** The configuration, and every problem in words that say what is allowed. */
export function readBackpropProps(given: Record<string, unknown>): {
  config: BackpropConfig;
  problems: string[];
} {
  const names = ['id', 'alt', ...Object.keys(defaults)];
  const problems = Object.keys(given)
    .filter((name) => !names.includes(name))
    .map((name) => `no property "${name}". Known: ${names.join(', ')}.`);
  const props = { ...defaults, ...given } as Required<BackpropProps>;
  const whole = (name: 'seed' | 'example' | 'step', least: number, greatest: number) => {
    const value = Number(props[name]);
    if (!Number.isInteger(value) || value < least || value > greatest)
      problems.push(
        `${name} must be a whole number from ${least} to ${greatest}; "${props[name]}" is not.`,
      );
    return value;
  };
  const hidden = String(props.hidden).split(/\s+/).filter(Boolean).map(Number);
  const fits = (units: number) => Number.isInteger(units) && units >= 1 && units <= 4;
  if (hidden.length < 1 || hidden.length > 5 || !hidden.every(fits))
    problems.push(
      `hidden must be the units of 1 to 5 layers, each from 1 to 4, such as "2 2"; "${props.hidden}" is not.`,
    );
  const loss = String(props.loss) as LossId;
  if (!(lossIds as readonly string[]).includes(loss))
    problems.push(`no loss "${loss}". Known: ${lossIds.join(', ')}.`);
  const activation = String(props.activation) as ElementwiseId;
  try {
    if (getActivation(activation).kind !== 'elementwise')
      problems.push(`activation must be an elementwise function; "${activation}" is not.`);
  } catch (error) {
    problems.push((error as Error).message);
  }
  return {
    config: {
      hidden,
      activation,
      seed: whole('seed', 0, 999_999),
      loss,
      example: whole('example', 1, examples.length) - 1,
      step: whole('step', 1, 1000),
    },
    problems,
  };
}

/** What the reader may choose, and the step. */
export const backpropFields = ({ activation, example, step }: BackpropConfig): Fields => ({
  activation: {
    kind: 'choice',
    initial: activation,
    options: elementwise.map(({ id }) => id),
  },
  example: {
    kind: 'choice',
    initial: String(example + 1),
    options: examples.map((_, i) => String(i + 1)),
  },
  step: { kind: 'number', initial: step, min: 1, max: 1000 },
});

/** The network of a state, what it is trained for, and the example. */
export interface Scene {
  readonly network: Network;
  readonly objective: Objective;
  readonly example: Example;
}

/** Weights and biases with one decimal, the same for every activation: numbers to reckon along with. */
export function sceneOf({ hidden, seed, loss }: BackpropConfig, state: State): Scene {
  const objective = createObjective({ kind: 'classes', classes: 2 }, loss);
  const id = state['activation'] as ElementwiseId;
  const network = createNetwork(
    [2, ...hidden, objective.units],
    hidden.map(() => ({ id, learned: false })),
  );
  const random = stream(seed, 'weights');
  const tenths = (most: number) => Math.round(uniform(random, -10 * most, 10 * most)) / 10 || 0.1;
  for (const { weights, biases } of network.layers) {
    for (let w = 0; w < weights.length; w++) weights[w] = tenths(1.5);
    for (let b = 0; b < biases.length; b++) biases[b] = tenths(0.5);
  }
  return { network, objective, example: examples[Number(state['example']) - 1]! };
}
