/** How a gradient becomes a step: the numbers that PyTorch's `SGD`, with and without momentum, and `Adam` give. */

/** Changes the parameters in place, against the gradient; remembers what it needs for the next step. */
export type Optimizer = (parameters: Float64Array, gradient: Float64Array) => void;

interface Settings {
  readonly learningRate: number;
  /** The share of the last step that is taken again. */
  readonly momentum: number;
}

/** Adam's published settings (Kingma and Ba, 2015). */
export const ADAM = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };

export const optimizers = {
  /** Steepest descent: every parameter goes against its slope, learningRate times as far. */
  sgd:
    ({ learningRate }) =>
    (parameters, gradient) => {
      for (let p = 0; p < parameters.length; p++) parameters[p]! -= learningRate * gradient[p]!;
    },
  /** The heavy ball (Polyak, 1964) in PyTorch's form: v ← μv + g, w ← w − ηv. */
  momentum({ learningRate, momentum }, size) {
    const velocity = new Float64Array(size);
    return (parameters, gradient) => {
      for (let p = 0; p < size; p++) {
        velocity[p] = momentum * velocity[p]! + gradient[p]!;
        parameters[p]! -= learningRate * velocity[p]!;
      }
    };
  },
  /** Adam: a step of the size of the learning rate, whatever the size of the gradient. */
  adam({ learningRate }, size) {
    const { beta1, beta2, epsilon } = ADAM;
    const mean = new Float64Array(size);
    const square = new Float64Array(size);
    let steps = 0;
    return (parameters, gradient) => {
      steps++;
      // Both averages begin at 0; this makes up for it.
      const rate = learningRate / (1 - beta1 ** steps);
      const correction = Math.sqrt(1 - beta2 ** steps);
      for (let p = 0; p < size; p++) {
        const g = gradient[p]!;
        mean[p] = beta1 * mean[p]! + (1 - beta1) * g;
        square[p] = beta2 * square[p]! + (1 - beta2) * g * g;
        parameters[p]! -= (rate * mean[p]!) / (Math.sqrt(square[p]!) / correction + epsilon);
      }
    };
  },
} as const satisfies Record<string, (settings: Settings, size: number) => Optimizer>;

export type OptimizerId = keyof typeof optimizers;

export const defaultMomentum = 0.9;
