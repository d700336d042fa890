/** The step of gradient descent of a NumPy script. */
import { ADAM } from '#nn/optimizers.ts';
import type { Description } from './description.ts';
import { docstring, indent } from './python.ts';
import type { SayInCode } from './say.ts';

/** Functions `train` and `evaluate`, and what the optimizer remembers. */
export function optimizerCode(d: Description, say: SayInCode): string[] {
  const { state, counts, update } = optimizers[d.optimizer];
  const penalties = [
    d.l1 > 0 && 'layer.gradients[0] += L1 * np.sign(layer.parameters[0])',
    d.l2 > 0 && 'layer.gradients[0] += L2 * layer.parameters[0]',
  ].filter(Boolean);
  const penalty =
    penalties.length > 0 &&
    `for layer in network:
    if isinstance(layer, Dense):
${indent(penalties.join('\n'), 2)}`;
  const step = [
    counts && 'global steps\nsteps += 1',
    'z = forward(train_inputs[batch], training=True)',
    'delta = gradient_of(z, train_targets[batch])',
    'for layer in reversed(network):\n    delta = layer.backward(delta)',
    penalty,
    'gradients = [g for layer in network for g in layer.gradients]',
    update,
  ].filter(Boolean);
  return [
    `parameters = [p for layer in network for p in layer.parameters]${state && `\n${state}`}`,
    `def train(batch):
${indent(docstring([say('step')], 1))}
${indent(step.join('\n'))}`,
    `def evaluate(inputs, targets):
${indent(docstring([say('evaluate')], 1))}
    return loss_of(forward(inputs), targets)`,
  ];
}

const { beta1, beta2, epsilon } = ADAM;

const optimizers = {
  sgd: {
    state: '',
    counts: false,
    update: `for p, g in zip(parameters, gradients):
    p -= LEARNING_RATE * g`,
  },
  momentum: {
    state: 'velocities = [np.zeros_like(p) for p in parameters]',
    counts: false,
    update: `for p, g, v in zip(parameters, gradients, velocities):
    v[...] = MOMENTUM * v + g
    p -= LEARNING_RATE * v`,
  },
  adam: {
    state: `means = [np.zeros_like(p) for p in parameters]
squares = [np.zeros_like(p) for p in parameters]
steps = 0`,
    counts: true,
    update: `for p, g, m, s in zip(parameters, gradients, means, squares):
    m[...] = ${beta1} * m + (1 - ${beta1}) * g
    s[...] = ${beta2} * s + (1 - ${beta2}) * g**2
    m_hat, s_hat = m / (1 - ${beta1}**steps), s / (1 - ${beta2}**steps)
    p -= LEARNING_RATE * m_hat / (np.sqrt(s_hat) + ${epsilon})`,
  },
} as const;
