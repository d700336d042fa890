/**
 * The functions of the registry in NumPy: f, f′ and, where a parameter can be learned, its derivative.
 * At kinks f′ is the registry's. Lines before the last prepare what the last one returns.
 */
import type { ElementwiseId } from '#activations/index.ts';

export interface NumpyActivation {
  readonly f: readonly string[];
  readonly df: readonly string[];
  /** ∂f/∂parameter, by the parameter's name. */
  readonly learned?: Readonly<Record<string, string>>;
}

const leak = {
  f: ['np.where(z > 0, z, alpha * z)'],
  df: ['np.where(z > 0, 1.0, alpha)'],
} as const;

export const numpyActivations: Readonly<Record<ElementwiseId, NumpyActivation>> = {
  identity: { f: ['z'], df: ['np.ones_like(z)'] },
  step: { f: ['np.heaviside(z, 1.0)'], df: ['np.zeros_like(z)'] },
  sigmoid: { f: ['sigmoid(z)'], df: ['sigmoid(z) * sigmoid(-z)'] },
  'hard-sigmoid': { f: ['np.clip(z / 6 + 0.5, 0, 1)'], df: ['(np.abs(z) < 3) / 6'] },
  tanh: { f: ['np.tanh(z)'], df: ['1 - np.tanh(z) ** 2'] },
  'hard-tanh': { f: ['np.clip(z, -1, 1)'], df: ['np.where(np.abs(z) < 1, 1.0, 0.0)'] },
  softsign: { f: ['z / (1 + np.abs(z))'], df: ['1 / (1 + np.abs(z)) ** 2'] },
  relu: { f: ['np.maximum(z, 0)'], df: ['np.where(z > 0, 1.0, 0.0)'] },
  relu6: { f: ['np.clip(z, 0, 6)'], df: ['np.where((z > 0) & (z < 6), 1.0, 0.0)'] },
  'leaky-relu': leak,
  prelu: { ...leak, learned: { alpha: 'np.minimum(z, 0)' } },
  rrelu: {
    f: ['np.where(z > 0, z, (lower + upper) / 2 * z)'],
    df: ['np.where(z > 0, 1.0, (lower + upper) / 2)'],
  },
  elu: {
    f: ['np.where(z > 0, z, alpha * np.expm1(np.minimum(z, 0)))'],
    df: ['np.where(z > 0, 1.0, alpha * np.exp(np.minimum(z, 0)))'],
  },
  selu: {
    f: [
      'alpha, scale = 1.6732632423543772, 1.0507009873554805',
      'scale * np.where(z > 0, z, alpha * np.expm1(np.minimum(z, 0)))',
    ],
    df: [
      'alpha, scale = 1.6732632423543772, 1.0507009873554805',
      'scale * np.where(z > 0, 1.0, alpha * np.exp(np.minimum(z, 0)))',
    ],
  },
  celu: {
    f: ['np.where(z > 0, z, alpha * np.expm1(np.minimum(z, 0) / alpha))'],
    df: ['np.exp(np.minimum(z, 0) / alpha)'],
  },
  softplus: { f: ['np.logaddexp(0, beta * z) / beta'], df: ['sigmoid(beta * z)'] },
  squareplus: {
    f: ['(z + np.sqrt(z * z + b)) / 2'],
    df: ['(1 + z / np.sqrt(z * z + b)) / 2'],
  },
  gelu: {
    f: ['z * erfc(-z / np.sqrt(2)) / 2'],
    df: ['erfc(-z / np.sqrt(2)) / 2 + z * np.exp(-z * z / 2) / np.sqrt(2 * np.pi)'],
  },
  'gelu-tanh': {
    f: ['z * sigmoid(np.sqrt(8 / np.pi) * (z + 0.044715 * z**3))'],
    df: [
      'gate = sigmoid(np.sqrt(8 / np.pi) * (z + 0.044715 * z**3))',
      'gate + z * gate * (1 - gate) * np.sqrt(8 / np.pi) * (1 + 0.134145 * z**2)',
    ],
  },
  silu: {
    f: ['z * sigmoid(beta * z)'],
    df: ['gate = sigmoid(beta * z)', 'gate + beta * z * gate * (1 - gate)'],
    learned: { beta: 'z * z * sigmoid(beta * z) * sigmoid(-beta * z)' },
  },
  'hard-swish': {
    f: ['z * np.clip(z / 6 + 0.5, 0, 1)'],
    df: ['np.where(z <= -3, 0.0, np.where(z >= 3, 1.0, (2 * z + 3) / 6))'],
  },
  mish: {
    f: ['z * np.tanh(np.logaddexp(0, z))'],
    df: ['gate = np.tanh(np.logaddexp(0, z))', 'gate + z * sigmoid(z) * (1 - gate**2)'],
  },
  sine: { f: ['np.sin(omega0 * z)'], df: ['omega0 * np.cos(omega0 * z)'] },
  snake: { f: ['z + np.sin(a * z) ** 2 / a'], df: ['1 + np.sin(2 * a * z)'] },
};

/** What the bodies above, and formulas, call besides NumPy itself. */
export const numpyHelpers: Readonly<Record<string, string>> = {
  sigmoid: `def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, e) / (1 + e)`,
  erf: 'erf = np.vectorize(math.erf, otypes=[float])',
  erfc: 'erfc = np.vectorize(math.erfc, otypes=[float])',
};
