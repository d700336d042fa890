/** What an author types for a comparison, and what its address can hold. */
import { activationSetting } from '#lab/layers.ts';
import { decodeLab, encodeLab } from '#lab/codec.ts';
import { labState, type LabState } from '#lab/state.ts';
import type { TrainingSetup } from '#nn/setup.ts';
import type { Problem } from '#state/fragment.ts';
import { linkedSettings, type ControlName } from '../trainer/trainer-config.ts';
import { readTrainerProps, type TrainerProps } from '../trainer/trainer-props.ts';
import type { Both } from './pair.ts';

/** As of a trainer, with the two functions in place of one. */
export interface CompareProps extends Omit<TrainerProps, 'activation' | 'views'> {
  /** What `activation` is for a trainer. */
  a: TrainerProps['activation'];
  b: TrainerProps['activation'];
}

export interface CompareConfig {
  /** The author's setups: the same but for the activation. */
  readonly setups: Both<TrainingSetup>;
  readonly still: number;
  readonly controls: readonly ControlName[];
}

/** What the reader may change besides the seed and the two functions. */
const possible: readonly ControlName[] = ['dataset', 'hidden', 'initialization', 'learningRate'];

export function readCompareProps(given: Partial<CompareProps>): {
  config: CompareConfig;
  problems: string[];
} {
  const { a, b, controls = 'learningRate', ...shared } = given;
  const read = [a, b].map((activation) =>
    readTrainerProps({ ...shared, controls, activation: activation ?? '' }),
  );
  const [first, second] = read as [(typeof read)[0], (typeof read)[0]];
  const problems = [...new Set(read.flatMap((one) => one.problems))];
  for (const name of first.config.controls)
    if (!possible.includes(name))
      problems.push(`no control "${name}" here. Known: ${possible.join(', ')}.`);
  return {
    config: {
      setups: [first.config.setup, second.config.setup],
      still: first.config.still,
      controls: first.config.controls,
    },
    problems,
  };
}

export type CompareState = Both<LabState>;

export const baseStates = ({ setups }: CompareConfig): CompareState => [
  labState(setups[0]),
  labState(setups[1]),
];

const sides = ['a', 'b'] as const;

/** The functions of both as `a` and `b`; everything else is said once. */
export function encodeCompare(config: CompareConfig, state: CompareState): string {
  const bases = baseStates(config);
  const functions = sides.flatMap((name, k) => {
    const text = activationSetting.text(state[k]!);
    return text === activationSetting.text(bases[k]!)
      ? []
      : [`${name}=${encodeURIComponent(text)}`];
  });
  const rest = encodeLab(bases[0], state[0], linkedSettings(config));
  return [...functions, ...(rest ? [rest] : [])].join('&');
}

export function decodeCompare(
  config: CompareConfig,
  query: string,
): { state: CompareState; problems: Problem[] } {
  const texts = new URLSearchParams(query);
  const functions = sides.map((name) => texts.get(name));
  for (const name of sides) texts.delete(name);
  const problems: Problem[] = [];
  const names = linkedSettings(config);
  const state = baseStates(config).map((base, k) => {
    const decoded = decodeLab(base, texts.toString(), names);
    // Both read the same: what is wrong with it is said once.
    if (k === 0) problems.push(...decoded.problems);
    const text = functions[k];
    if (typeof text !== 'string') return decoded.state;
    const taken = activationSetting.take(decoded.state, text);
    const used = activationSetting.text(taken.state);
    if (taken.reason) problems.push({ reason: taken.reason, field: sides[k]!, value: text, used });
    return taken.state;
  });
  return { state: state as unknown as CompareState, problems };
}
