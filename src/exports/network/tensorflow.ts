/** Scripts for TensorFlow with Keras 3. */
import { CLIP } from '#nn/losses.ts';
import type { Definition, Use } from './activation-definition.ts';
import type { Description, LayerDescription } from './description.ts';
import { batchNormClass, optimizers } from './tensorflow-training.ts';
import {
  comment,
  docstring,
  float,
  functionCode,
  indent,
  join,
  list,
  matrix,
  returning,
} from './python.ts';
import { data, heading, helpers, loop, script, settings, shuffling } from './shared-code.ts';
import type { SayInCode } from './say.ts';
import { epsilon } from './unrolled.ts';

const REQUIREMENT = 'TensorFlow 2.16 (Keras 3)';

export const train = (d: Description, say: SayInCode): string =>
  script(heading(d, say, 'train', REQUIREMENT), imports, settings(d, say), [
    ...activations(d, say),
    d.normalization === 'batch' && batchNormClass(say),
    model(d, d.initial, say, 'BatchNorm()'),
    lossFunction(d, say),
    ...training(d, say),
    shuffling(say),
    `${data(d, say, 'np.array')}\n\n${loop(d, say)}`,
  ]);

export const use = (d: Description, say: SayInCode): string =>
  script(heading(d, say, 'use', REQUIREMENT), imports, undefined, [
    ...activations(d, say),
    model(d, d.current, say, `keras.layers.BatchNormalization(epsilon=${epsilon})`),
    `def predict(inputs):
${indent(docstring([say('predict')], 1))}
    z = model(np.asarray(inputs))
    return ${outputs[d.objective.output]}.numpy()`,
    `print(predict(${matrix(d.test.inputs.slice(0, 2))}))`,
  ]);

const imports = `import keras
import numpy as np
import tensorflow as tf

keras.backend.set_floatx("float64")`;

const outputs = {
  identity: 'z',
  tanh: 'tf.tanh(z)',
  sigmoid: 'tf.sigmoid(z)',
  relu: 'tf.nn.relu(z)',
  softmax: 'tf.nn.softmax(z)',
} as const;

const activations = (d: Description, say: SayInCode): (string | undefined)[] => [
  ...helpers(d, 'tensorflow'),
  ...d.definitions.map((definition) => activationCode(definition, say)),
];

/** A function, or a layer where a parameter is learned; nothing where Keras has it by name. */
function activationCode(definition: Definition, say: SayInCode): string | undefined {
  const { code, parameters, learned, own, label } = definition;
  if (learned.length === 0) {
    if (code.keras) return undefined;
    const purpose = own && comment(say('ownFunction', { formula: label }));
    return join([purpose, functionCode(code.name[0], parameters, code.tensorflow.split('\n'))], 0);
  }
  const weights = learned.map(
    (name) => `self.${name} = self.add_weight(
    shape=(), initializer=keras.initializers.Constant(${name}), name="${name}"
)`,
  );
  const fixed = parameters.filter((name) => !learned.includes(name));
  const set = [...fixed.map((name) => `self.${name} = ${name}`), ...weights];
  const local = parameters.map((name) => `${name} = self.${name}`);
  return `class ${code.name[1]}(keras.layers.Layer):
    def __init__(self, ${parameters.join(', ')}):
        super().__init__()
${indent(set.join('\n'), 2)}

    def call(self, z):
${indent(returning([...local, ...code.tensorflow.split('\n')]), 2)}`;
}

function activationLayer({ definition, values }: Use): string {
  const { code, learned } = definition;
  if (learned.length > 0) return `${code.name[1]}(${values.map(float).join(', ')})`;
  if (code.keras) return `keras.layers.Activation("${code.keras}")`;
  if (values.length === 0) return `keras.layers.Activation(${code.name[0]})`;
  return `keras.layers.Activation(lambda z: ${code.name[0]}(z, ${values.map(float).join(', ')}))`;
}

/** The model, and its numbers layer by layer. */
function model(
  d: Description,
  layers: readonly LayerDescription[],
  say: SayInCode,
  batchNorm: string,
): string {
  const calls: string[] = [`keras.Input((${d.dimensions},)),`];
  const numbers: string[] = [];
  const put = (call: string, ...arrays: string[]) => {
    calls.push(`${call},`);
    const text = arrays.join(', ');
    const long = text.length > 80;
    numbers.push(long ? `[\n${indent(arrays.join(',\n'))},\n],` : `[${text}],`);
  };
  for (const { outputs: units, weights, biases, normalization, activation } of layers) {
    put(
      `keras.layers.Dense(${units})`,
      `np.array(${matrix(weights)}).T`,
      `np.array(${list(biases)})`,
    );
    if (normalization) {
      const call =
        d.normalization === 'batch'
          ? batchNorm
          : `keras.layers.LayerNormalization(epsilon=${epsilon})`;
      put(call, ...Object.values(normalization).map((values) => `np.array(${list(values)})`));
    }
    if (!activation) continue;
    const { learned, parameters } = activation.definition;
    const learnedValues = learned.map((name) => activation.values[parameters.indexOf(name)]!);
    put(activationLayer(activation), ...learnedValues.map((value) => `np.array(${float(value)})`));
  }
  return `${comment(say('model'))}
model = keras.Sequential([
${indent(calls.join('\n'))}
])
numbers = [
${indent(numbers.join('\n'))}
]
for layer, arrays in zip(model.layers, numbers):
    layer.set_weights(arrays)`;
}

function lossFunction({ objective }: Description, say: SayInCode): string {
  const { loss, output } = objective;
  const mean = (sum: string) =>
    `count = tf.cast(tf.shape(z)[0], z.dtype)\nreturn tf.reduce_sum(${sum}) / count`;
  const body = () => {
    if (loss === 'squared-error') return mean(`0.5 * (${outputs[output]} - targets) ** 2`);
    if (loss === 'cross-entropy' && output === 'softmax')
      return mean('tf.nn.softmax_cross_entropy_with_logits(targets, z)');
    if (loss === 'binary-cross-entropy' && output === 'sigmoid')
      return mean('tf.nn.sigmoid_cross_entropy_with_logits(targets, z)');
    return `${comment(say('clip'))}
p = tf.clip_by_value(${outputs[output]}, ${CLIP}, ${1 - CLIP})
${mean(
  loss === 'cross-entropy'
    ? '-targets * tf.math.log(p)'
    : '-targets * tf.math.log(p) - (1 - targets) * tf.math.log(1 - p)',
)}`;
  };
  return `def loss_of(z, targets):
${indent(docstring([say(`loss.${loss}`)], 1))}
${indent(body())}`;
}

function training(d: Description, say: SayInCode): string[] {
  const penalties = [
    d.l1 > 0 && 'loss += L1 * sum(tf.reduce_sum(tf.abs(w)) for w in weights)',
    d.l2 > 0 && 'loss += L2 / 2 * sum(tf.reduce_sum(w**2) for w in weights)',
  ].filter(Boolean);
  const weights =
    'weights = [layer.kernel for layer in model.layers if isinstance(layer, keras.layers.Dense)]';
  const { note, state, update } = optimizers[d.optimizer];
  return [
    join(
      [
        'variables = model.trainable_variables',
        penalties.length > 0 && weights,
        note && comment(say(note)),
        state,
      ],
      0,
    ),
    `@tf.function
def step(inputs, targets, training):
${indent(docstring([say('step')], 1))}
    with tf.GradientTape() as tape:
        loss = loss_of(model(inputs, training=training), targets)
${penalties.length > 0 ? `${indent(penalties.join('\n'), 2)}\n` : ''}    values = [variable.value for variable in variables]
    gradients = tape.gradient(loss, values, unconnected_gradients="zero")
${indent(update)}`,
    `def train(batch):
${d.normalization === 'batch' ? `${indent(comment(say('batchOfOne'), 1))}\n` : ''}    step(train_inputs[batch], train_targets[batch], len(batch) > 1)`,
    `def evaluate(inputs, targets):
${indent(docstring([say('evaluate')], 1))}
    return float(loss_of(model(inputs, training=False), targets))`,
  ];
}
