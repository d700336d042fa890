/** Parts of scripts that read the same, or nearly so, in every framework. */
import type { Use } from './activation-definition.ts';
import type { Description, PointsDescription } from './description.ts';
import { comment, docstring, float, indent, integers, join, list, matrix } from './python.ts';
import type { Dialect } from './formula-python.ts';
import type { SayInCode } from './say.ts';

/**
 * A whole script.
 *
 * @param blocks Absent ones are left out; of equal ones the first stands.
 */
export function script(
  heading: string,
  imports: string,
  settings: string | undefined,
  blocks: readonly (string | false | undefined)[],
): string {
  const body = join([...new Set(blocks)]);
  const all = /\bmath\./.test(body) ? `import math\n\n${imports}` : imports;
  return join([join([heading, all, settings], 1), body]);
}

/** The functions that the activation functions call, before them. */
export const helpers = (d: Description, dialect: Dialect): string[] =>
  d.definitions.flatMap((definition) => definition.helpers?.[dialect] ?? []);

/** What the script is, above everything else. */
export function heading(
  d: Description,
  say: SayInCode,
  form: 'train' | 'use',
  requirement: string,
): string {
  const { setup, definitions, objective } = d;
  const sizes = [d.dimensions, ...setup.hidden, objective.units].join('-');
  const names = definitions.map(({ own, label }) => (own ? say('titleOwn') : label));
  const activations = [...new Set(names)].join(', ');
  return docstring([
    activations ? say('title', { sizes, activations }) : say('titleWithout', { sizes }),
    form === 'train' ? say('train') : say('use', { epochs: d.trained }),
    say('needs', { packages: requirement }),
  ]);
}

/** The settings of the training, as constants. */
export function settings(d: Description, say: SayInCode): string {
  const { setup, optimizer } = d;
  return [
    `EPOCHS = ${d.epochs}`,
    `BATCH_SIZE = ${setup.batchSize}  ${comment(say('batchSize'))}`,
    `LEARNING_RATE = ${float(setup.learningRate)}`,
    optimizer === 'momentum' && `MOMENTUM = ${float(d.momentum)}`,
    d.l1 > 0 && `L1 = ${float(d.l1)}  ${comment(say('l1'))}`,
    d.l2 > 0 && `L2 = ${float(d.l2)}  ${comment(say('l2'))}`,
  ]
    .filter(Boolean)
    .join('\n');
}

/** The order of the examples, as `stream(seed, 'shuffling')` and `shuffle` give it. */
export const shuffling = (say: SayInCode): string => `def mulberry32(state):
${indent(docstring([say('mulberry')], 1))}
    while True:
        state = (state + 0x6D2B79F5) & 0xFFFFFFFF
        t = (state ^ (state >> 15)) * (state | 1) & 0xFFFFFFFF
        t ^= (t + (t ^ (t >> 7)) * (t | 61)) & 0xFFFFFFFF
        yield (t ^ (t >> 14)) / 2**32


def shuffle(items, random):
${indent(docstring([say('shuffle')], 1))}
    for last in range(len(items) - 1, 0, -1):
        other = int(next(random) * (last + 1))
        items[last], items[other] = items[other], items[last]`;

/** The points: `train_inputs`, `train_targets`, `test_inputs`, `test_targets`. */
export function data(d: Description, say: SayInCode, array: string): string {
  const side = (name: string, { inputs, targets }: PointsDescription) =>
    [
      `${name}_inputs = ${array}(${matrix(inputs)})`,
      d.wanted
        ? `${name}_targets = wanted[${integers(targets)}]`
        : `${name}_targets = ${array}(${list(targets)})[:, None]`,
    ].join('\n');
  const wanted = d.wanted && `${comment(say('wanted'))}\nwanted = ${array}(${matrix(d.wanted)})`;
  const points = comment(say(d.dimensions === 1 ? 'data1' : 'data2'));
  return join([wanted, points, side('train', d.train), side('test', d.test)], 0);
}

/** The loop over the epochs, with the script's own `train(batch)` and `evaluate(inputs, targets)`. */
export const loop = (d: Description, say: SayInCode): string => `${comment(say('order'))}
order = list(range(len(train_inputs)))
random = mulberry32(${d.shufflingSeed})

print("epoch  training loss      test loss")
for epoch in range(EPOCHS + 1):
    if epoch > 0:
        shuffle(order, random)
        for start in range(0, len(order), BATCH_SIZE):
            train(order[start : start + BATCH_SIZE])
    train_loss = evaluate(train_inputs, train_targets)
    test_loss = evaluate(test_inputs, test_targets)
    print(f"{epoch:5d}  {train_loss:<17.12g}  {test_loss:.12g}")`;

/** A call with the values of the parameters: `leaky_relu(z, 0.01)`, or their names where learned. */
export const argumentsOf = (
  { definition, values }: Use,
  learned: (name: string) => string,
): string[] =>
  definition.parameters.map((name, p) =>
    definition.learned.includes(name) ? learned(name) : float(values[p]!),
  );
