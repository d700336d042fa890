/**
 * The functions of the registry in the frameworks that differentiate by themselves. Where a framework's
 * own function has another slope at a kink than the registry (jnp.maximum splits ties), computes in
 * single precision on the way (nn.Hardsigmoid) or is random (nn.RReLU), the formula stands instead.
 */
import type { ElementwiseId } from '#activations/index.ts';

export interface FrameworkActivation {
  /** An own function or, in capitals, class of this name. */
  readonly name: readonly [definition: string, module: string];
  /** Expressions in z and the names of the parameters; lines before the last prepare it. */
  readonly torch: string;
  readonly tensorflow: string;
  readonly jax: string;
  /** PyTorch's module with the parameters in curly brackets; of no use when they are learned. */
  readonly module?: string;
  /** PyTorch's module that learns its parameter. */
  readonly learnedModule?: string;
  /** What Keras calls it. */
  readonly keras?: string;
}

/** One expression in the three, where they call everything in it alike. */
const alike = (write: (module: string) => string) => ({
  torch: write('torch'),
  tensorflow: write('tf'),
  jax: write('jnp'),
});

const leak = {
  ...alike((m) => `${m}.where(z > 0, z, alpha * z)`),
  module: 'nn.LeakyReLU({alpha})',
};

export const frameworkActivations: Readonly<Record<ElementwiseId, FrameworkActivation>> = {
  identity: {
    name: ['identity', 'Identity'],
    module: 'nn.Identity()',
    torch: 'z',
    tensorflow: 'z',
    jax: 'z',
    keras: 'linear',
  },
  step: {
    name: ['heaviside', 'Heaviside'],
    torch: '(z >= 0).to(z.dtype)',
    tensorflow: 'tf.cast(z >= 0, z.dtype)',
    jax: 'jnp.heaviside(z, 1.0)',
  },
  sigmoid: {
    name: ['sigmoid', 'Sigmoid'],
    module: 'nn.Sigmoid()',
    torch: 'torch.sigmoid(z)',
    tensorflow: 'tf.sigmoid(z)',
    jax: 'jax.nn.sigmoid(z)',
    keras: 'sigmoid',
  },
  'hard-sigmoid': {
    name: ['hard_sigmoid', 'HardSigmoid'],
    torch: 'F.relu6(z + 3) / 6',
    tensorflow: 'tf.nn.relu6(z + 3) / 6',
    jax: 'jnp.clip(z / 6 + 0.5, 0, 1)',
  },
  tanh: {
    name: ['tanh', 'Tanh'],
    module: 'nn.Tanh()',
    ...alike((m) => `${m}.tanh(z)`),
    keras: 'tanh',
  },
  'hard-tanh': {
    name: ['hard_tanh', 'HardTanh'],
    module: 'nn.Hardtanh()',
    torch: 'F.hardtanh(z)',
    tensorflow: 'tf.clip_by_value(z, -1.0, 1.0)',
    jax: 'jax.nn.hard_tanh(z)',
  },
  softsign: {
    name: ['softsign', 'Softsign'],
    module: 'nn.Softsign()',
    torch: 'F.softsign(z)',
    tensorflow: 'tf.nn.softsign(z)',
    jax: 'jax.nn.soft_sign(z)',
    keras: 'softsign',
  },
  relu: {
    name: ['relu', 'ReLU'],
    module: 'nn.ReLU()',
    torch: 'torch.relu(z)',
    tensorflow: 'tf.nn.relu(z)',
    jax: 'jax.nn.relu(z)',
    keras: 'relu',
  },
  relu6: {
    name: ['relu6', 'ReLU6'],
    module: 'nn.ReLU6()',
    torch: 'F.relu6(z)',
    tensorflow: 'tf.nn.relu6(z)',
    jax: 'jnp.minimum(jax.nn.relu(z), 6)',
  },
  'leaky-relu': { name: ['leaky_relu', 'LeakyReLU'], ...leak },
  prelu: { name: ['prelu', 'PReLU'], ...leak, learnedModule: 'nn.PReLU(init={alpha})' },
  rrelu: {
    name: ['rrelu', 'MeanRReLU'],
    ...alike((m) => `${m}.where(z > 0, z, (lower + upper) / 2 * z)`),
  },
  elu: {
    name: ['elu', 'ELU'],
    module: 'nn.ELU({alpha})',
    torch: 'F.elu(z, alpha)',
    tensorflow: 'tf.where(z > 0, z, alpha * tf.nn.elu(z))',
    jax: 'jax.nn.elu(z, alpha)',
  },
  selu: {
    name: ['selu', 'SELU'],
    module: 'nn.SELU()',
    torch: 'F.selu(z)',
    tensorflow: 'tf.nn.selu(z)',
    jax: 'jax.nn.selu(z)',
    keras: 'selu',
  },
  celu: {
    name: ['celu', 'CELU'],
    module: 'nn.CELU({alpha})',
    torch: 'F.celu(z, alpha)',
    tensorflow: 'tf.where(z > 0, z, alpha * tf.nn.elu(z / alpha))',
    jax: 'jax.nn.celu(z, alpha)',
  },
  softplus: {
    name: ['softplus', 'Softplus'],
    // With the usual threshold of 20 it would give up eight digits there.
    module: 'nn.Softplus({beta}, threshold=40)',
    torch: 'F.softplus(z, beta, threshold=40)',
    tensorflow: 'tf.nn.softplus(beta * z) / beta',
    jax: 'jnp.logaddexp(beta * z, 0) / beta',
  },
  squareplus: {
    name: ['squareplus', 'Squareplus'],
    ...alike((m) => `(z + ${m}.sqrt(z * z + b)) / 2`),
  },
  gelu: {
    name: ['gelu', 'GELU'],
    module: 'nn.GELU()',
    torch: 'F.gelu(z)',
    // Not tf.nn.gelu, which rounds its constants to single precision.
    tensorflow: 'z * tf.math.erfc(-z / np.sqrt(2)) / 2',
    jax: 'jax.nn.gelu(z, approximate=False)',
  },
  'gelu-tanh': {
    name: ['gelu_tanh', 'GELUTanh'],
    module: "nn.GELU(approximate='tanh')",
    torch: "F.gelu(z, approximate='tanh')",
    tensorflow: 'z * tf.sigmoid(np.sqrt(8 / np.pi) * (z + 0.044715 * z**3))',
    jax: 'jax.nn.gelu(z, approximate=True)',
  },
  silu: {
    name: ['silu', 'SiLU'],
    torch: 'z * torch.sigmoid(beta * z)',
    tensorflow: 'z * tf.sigmoid(beta * z)',
    jax: 'z * jax.nn.sigmoid(beta * z)',
  },
  'hard-swish': {
    name: ['hard_swish', 'HardSwish'],
    torch: 'z * F.relu6(z + 3) / 6',
    tensorflow: 'z * tf.nn.relu6(z + 3) / 6',
    jax: 'z * jnp.clip(z / 6 + 0.5, 0, 1)',
  },
  mish: {
    name: ['mish', 'Mish'],
    module: 'nn.Mish()',
    torch: 'F.mish(z)',
    tensorflow: 'z * tf.tanh(tf.nn.softplus(z))',
    jax: 'jax.nn.mish(z)',
  },
  sine: {
    name: ['sine', 'Sine'],
    ...alike((m) => `${m}.sin(omega0 * z)`),
  },
  snake: {
    name: ['snake', 'Snake'],
    ...alike((m) => `z + ${m}.sin(a * z) ** 2 / a`),
  },
};
