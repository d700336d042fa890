/** The layers of a NumPy script: Python classes that run forward and backward. */
import { MOMENTUM } from '#nn/normalization.ts';
import { docstring, indent } from './python.ts';
import type { SayInCode } from './say.ts';
import { epsilon } from './unrolled.ts';

const normalizationStart = (
  kind: 'layer' | 'batch',
) => `    def __init__(self, gain, shift${kind === 'batch' ? ', mean, variance' : ''}):
        self.parameters = [np.array(gain), np.array(shift)]${
          kind === 'batch'
            ? '\n        self.mean, self.variance = np.array(mean), np.array(variance)'
            : ''
        }`;

export const dense = (say: SayInCode): string => `class Dense:
${indent(docstring([say('dense')], 1))}

    def __init__(self, weights, biases):
        self.parameters = [np.array(weights), np.array(biases)]

    def forward(self, h, training=False):
        weights, biases = self.parameters
        self.h = h
        return h @ weights.T + biases

    def backward(self, delta):
        self.gradients = [delta.T @ self.h, delta.sum(axis=0)]
        return delta @ self.parameters[0]`;

export const activation = (say: SayInCode): string => `class Activation:
${indent(docstring([say('activation')], 1))}

    parameters = gradients = ()

    def __init__(self, f, slope, *values):
        self.f, self.slope, self.values = f, slope, values

    def forward(self, z, training=False):
        self.z = z
        return self.f(z, *self.values)

    def backward(self, delta):
        return delta * self.slope(self.z, *self.values)`;

export const learnedActivation = (say: SayInCode): string => `class LearnedActivation:
${indent(docstring([say('learnedActivation')], 1))}

    def __init__(self, f, slope, slope_by_parameter, value):
        self.f, self.slope, self.slope_by_parameter = f, slope, slope_by_parameter
        self.parameters = [np.array(value)]

    def forward(self, z, training=False):
        self.z = z
        return self.f(z, *self.parameters)

    def backward(self, delta):
        self.gradients = [np.sum(delta * self.slope_by_parameter(self.z, *self.parameters))]
        return delta * self.slope(self.z, *self.parameters)`;

export const layerNorm = (say: SayInCode): string => `class LayerNorm:
${indent(docstring([say('layerNorm')], 1))}

${normalizationStart('layer')}

    def forward(self, a, training=False):
        gain, shift = self.parameters
        self.scale = 1 / np.sqrt(a.var(axis=1, keepdims=True) + ${epsilon})
        self.normal = (a - a.mean(axis=1, keepdims=True)) * self.scale
        return gain * self.normal + shift

    def backward(self, delta):
        self.gradients = [(delta * self.normal).sum(axis=0), delta.sum(axis=0)]
        delta = delta * self.parameters[0]
        mean = delta.mean(axis=1, keepdims=True)
        product = (delta * self.normal).mean(axis=1, keepdims=True)
        return self.scale * (delta - mean - self.normal * product)`;

export const batchNorm = (say: SayInCode): string => `class BatchNorm:
${indent(docstring([say('batchNorm'), say('batchOfOne')], 1))}

${normalizationStart('batch')}

    def forward(self, a, training=False):
        gain, shift = self.parameters
        self.live = training and len(a) > 1
        mean, variance = self.mean, self.variance
        if self.live:
            mean, variance = a.mean(axis=0), a.var(axis=0)
            unbiased = variance * len(a) / (len(a) - 1)
            self.mean = self.mean + ${MOMENTUM} * (mean - self.mean)
            self.variance = self.variance + ${MOMENTUM} * (unbiased - self.variance)
        self.scale = 1 / np.sqrt(variance + ${epsilon})
        self.normal = (a - mean) * self.scale
        return gain * self.normal + shift

    def backward(self, delta):
        self.gradients = [(delta * self.normal).sum(axis=0), delta.sum(axis=0)]
        delta = delta * self.parameters[0]
        if not self.live:
            return self.scale * delta
        product = (delta * self.normal).mean(axis=0)
        return self.scale * (delta - delta.mean(axis=0) - self.normal * product)`;
