/** Scripts for JAX, without further libraries. */
import { CLIP } from '#nn/losses.ts';
import { MOMENTUM } from '#nn/normalization.ts';
import { ADAM } from '#nn/optimizers.ts';
import type { Description } from './description.ts';
import { comment, docstring, functionCode, indent, list, matrix } from './python.ts';
import { data, heading, helpers, loop, script, settings, shuffling } from './shared-code.ts';
import type { SayInCode } from './say.ts';
import { epsilon, forwardInUse, layerNorm, layerSteps, parameterList } from './unrolled.ts';

export const train = (d: Description, say: SayInCode): string =>
  script(heading(d, say, 'train', 'JAX'), imports(say, 'train'), settings(d, say), [
    ...activations(d, say),
    d.normalization === 'batch' && batchNorm(say),
    parameterList(d.initial, say, 'jnp.array', false),
    d.normalization === 'batch' && averages(d, say),
    forward(d, say),
    lossFunction(d, say),
    ...training(d, say),
    shuffling(say),
    `${data(d, say, 'np.array')}\n\n${loop(d, say)}`,
  ]);

export const use = (d: Description, say: SayInCode): string =>
  script(heading(d, say, 'use', 'JAX'), imports(say, 'use'), undefined, [
    ...activations(d, say),
    parameterList(d.current, say, 'jnp.array', true),
    forwardInUse(d, d.current, say, 'jnp'),
    `def predict(inputs):
${indent(docstring([say('predict')], 1))}
    z = forward(jnp.asarray(inputs))
    return ${outputs[d.objective.output]}`,
    `print(predict(${matrix(d.test.inputs.slice(0, 2))}))`,
  ]);

const imports = (say: SayInCode, form: 'train' | 'use') => `import jax
import jax.numpy as jnp
${form === 'train' ? 'import numpy as np\nfrom jax.tree_util import tree_map\n' : ''}
jax.config.update("jax_enable_x64", True)  ${comment(say('float64'))}`;

const outputs = {
  identity: 'z',
  tanh: 'jnp.tanh(z)',
  sigmoid: 'jax.nn.sigmoid(z)',
  relu: 'jax.nn.relu(z)',
  softmax: 'jax.nn.softmax(z)',
} as const;

const activations = (d: Description, say: SayInCode): (string | false)[] => [
  ...helpers(d, 'jax'),
  ...d.definitions.map(({ code, parameters }) =>
    functionCode(code.name[0], parameters, code.jax.split('\n')),
  ),
  d.normalization === 'layer' && layerNorm(say, 'jnp'),
];

const batchNorm = (say: SayInCode) => `def normalize(a, gain, shift, average, training):
${indent(docstring([say('batchNorm'), say('batchOfOne')], 1))}
    mean, variance = average
    if training and len(a) > 1:
        unbiased = a.var(axis=0) * len(a) / (len(a) - 1)
        average = (
            mean + ${MOMENTUM} * (a.mean(axis=0) - mean),
            variance + ${MOMENTUM} * (unbiased - variance),
        )
        mean, variance = a.mean(axis=0), a.var(axis=0)
    return gain * (a - mean) / jnp.sqrt(variance + ${epsilon}) + shift, average`;

const averages = ({ initial }: Description, say: SayInCode) => {
  const pairs = initial.flatMap(({ normalization }) =>
    normalization
      ? `(\n    jnp.array(${list(normalization.mean!)}),\n    jnp.array(${list(normalization.variance!)}),\n),`
      : [],
  );
  return `${comment(say('averages'))}
averages = [
${indent(pairs.join('\n'))}
]`;
};

/** With batch normalization it takes and gives the running averages, too. */
function forward(d: Description, say: SayInCode): string {
  const batch = d.normalization === 'batch';
  const steps = layerSteps(d, d.initial, (l) => [
    `z, average = normalize(z, p["gain"], p["shift"], averages[${l}], training)`,
    'new_averages.append(average)',
  ]);
  return `def forward(parameters, ${batch ? 'averages, inputs, training' : 'inputs'}):
${indent(docstring([say('forward')], 1))}
${batch ? '    new_averages = []\n' : ''}${indent(steps)}
    return z${batch ? ', new_averages' : ''}`;
}

function lossFunction({ objective }: Description, say: SayInCode): string {
  const { loss, output } = objective;
  const body = () => {
    if (loss === 'squared-error')
      return `return 0.5 * jnp.sum((${outputs[output]} - targets) ** 2) / len(z)`;
    if (loss === 'cross-entropy' && output === 'softmax')
      return 'return -jnp.sum(targets * jax.nn.log_softmax(z)) / len(z)';
    if (loss === 'binary-cross-entropy' && output === 'sigmoid')
      return 'return jnp.sum(jnp.logaddexp(0, z) - z * targets) / len(z)';
    return `${comment(say('clip'))}
p = jnp.clip(${outputs[output]}, ${CLIP}, ${1 - CLIP})
return -jnp.sum(${
      loss === 'cross-entropy'
        ? 'targets * jnp.log(p)'
        : 'targets * jnp.log(p) + (1 - targets) * jnp.log(1 - p)'
    }) / len(z)`;
  };
  return `def loss_of(z, targets):
${indent(docstring([say(`loss.${loss}`)], 1))}
${indent(body())}`;
}

/** What training lowers, the step, what it remembers, and the evaluation. */
function training(d: Description, say: SayInCode): string[] {
  const batch = d.normalization === 'batch';
  const model = batch ? 'parameters, averages' : 'parameters';
  const { state, update } = optimizers[d.optimizer];
  const objective = [
    batch
      ? 'z, averages = forward(parameters, averages, inputs, training=True)'
      : 'z = forward(parameters, inputs)',
    'loss = loss_of(z, targets)',
    d.l1 > 0 && 'loss += L1 * sum(jnp.abs(p["weights"]).sum() for p in parameters)',
    d.l2 > 0 && 'loss += L2 / 2 * sum((p["weights"] ** 2).sum() for p in parameters)',
    batch ? 'return loss, averages' : 'return loss',
  ].filter(Boolean);
  const gradients = batch
    ? `slopes = jax.grad(objective, has_aux=True)
gradients, averages = slopes(parameters, averages, inputs, targets)`
    : 'gradients = jax.grad(objective)(parameters, inputs, targets)';
  return [
    `def objective(${model}, inputs, targets):
${indent(docstring([say('objective')], 1))}
${indent(objective.join('\n'))}`,
    `@jax.jit
def step(${model}, state, inputs, targets):
${indent(docstring([say('step')], 1))}
${indent(gradients)}
${indent(update)}
    return ${model}, state`,
    `${state && 'zeros = tree_map(jnp.zeros_like, parameters)\n'}state = ${state || 'None'}`,
    `def train(batch):
    global ${model}, state
    inputs, targets = train_inputs[batch], train_targets[batch]
    ${model}, state = step(${model}, state, inputs, targets)`,
    `@jax.jit
def score(${model}, inputs, targets):
    z${batch ? ', _' : ''} = forward(${model}, inputs${batch ? ', training=False' : ''})
    return loss_of(z, targets)`,
    `def evaluate(inputs, targets):
${indent(docstring([say('evaluate')], 1))}
    return float(score(${model}, inputs, targets))`,
  ];
}

const { beta1, beta2, epsilon: small } = ADAM;

const optimizers = {
  sgd: {
    state: '',
    update: 'parameters = tree_map(lambda p, g: p - LEARNING_RATE * g, parameters, gradients)',
  },
  momentum: {
    state: 'zeros',
    update: `state = tree_map(lambda v, g: MOMENTUM * v + g, state, gradients)
parameters = tree_map(lambda p, v: p - LEARNING_RATE * v, parameters, state)`,
  },
  adam: {
    state: '(0, zeros, zeros)',
    update: `steps, means, squares = state
steps = steps + 1
means = tree_map(lambda m, g: ${beta1} * m + (1 - ${beta1}) * g, means, gradients)
squares = tree_map(lambda s, g: ${beta2} * s + (1 - ${beta2}) * g**2, squares, gradients)
state = steps, means, squares

def move(p, m, s):
    m_hat, s_hat = m / (1 - ${beta1}**steps), s / (1 - ${beta2}**steps)
    return p - LEARNING_RATE * m_hat / (jnp.sqrt(s_hat) + ${small})

parameters = tree_map(move, parameters, means, squares)`,
  },
} as const;
