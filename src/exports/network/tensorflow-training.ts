/** What Keras computes in another way than the book, and PyTorch, do. */
import { MOMENTUM } from '#nn/normalization.ts';
import { ADAM } from '#nn/optimizers.ts';
import { docstring, indent } from './python.ts';
import type { SayInCode } from './say.ts';
import { epsilon } from './unrolled.ts';

/** Keras keeps running averages of the variance that are not corrected for the size of the batch. */
export const batchNormClass = (say: SayInCode): string => `class BatchNorm(keras.layers.Layer):
${indent(docstring([say('batchNorm'), say('kerasBatchNorm')], 1))}

    def build(self, shape):
        units = (shape[-1],)
        self.gain = self.add_weight(shape=units, initializer="ones", name="gain")
        self.shift = self.add_weight(shape=units, initializer="zeros", name="shift")
        self.mean = self.add_weight(shape=units, trainable=False, name="mean")
        self.variance = self.add_weight(shape=units, trainable=False, name="variance")

    def call(self, a, training=False):
        mean, variance = self.mean, self.variance
        if training:
            mean, variance = tf.nn.moments(a, axes=[0])
            count = tf.cast(tf.shape(a)[0], a.dtype)
            unbiased = variance * count / (count - 1)
            self.mean.assign(self.mean + ${MOMENTUM} * (mean - self.mean))
            self.variance.assign(self.variance + ${MOMENTUM} * (unbiased - self.variance))
        return self.gain * (a - mean) / tf.sqrt(variance + ${epsilon}) + self.shift`;

const { beta1, beta2, epsilon: small } = ADAM;
const zeros = '[tf.Variable(tf.zeros_like(p)) for p in variables]';

/** Only plain descent is Keras' own: it rounds the momentum to single precision and moves Adam's ε. */
export const optimizers = {
  sgd: {
    note: undefined,
    state: `optimizer = keras.optimizers.SGD(LEARNING_RATE)
optimizer.build(variables)`,
    update: 'optimizer.apply(gradients, variables)',
  },
  momentum: {
    note: 'kerasMomentum',
    state: `velocities = ${zeros}`,
    update: `for p, g, v in zip(variables, gradients, velocities):
    v.assign(MOMENTUM * v + g)
    p.assign_sub(LEARNING_RATE * v)`,
  },
  adam: {
    note: 'kerasAdam',
    state: `means = ${zeros}
squares = ${zeros}
steps = tf.Variable(0.0, dtype="float64")`,
    update: `steps.assign_add(1)
for p, g, m, s in zip(variables, gradients, means, squares):
    m.assign(${beta1} * m + (1 - ${beta1}) * g)
    s.assign(${beta2} * s + (1 - ${beta2}) * g**2)
    m_hat, s_hat = m / (1 - ${beta1}**steps), s / (1 - ${beta2}**steps)
    p.assign_sub(LEARNING_RATE * m_hat / (tf.sqrt(s_hat) + ${small}))`,
  },
} as const;
