"""Writes tests/fixtures/nn-sgd.json: losses of stochastic gradient descent, computed by PyTorch.

Needs PyTorch 1.13 or later and NumPy:  python3 tests/tools/make-nn-fixtures.py

Everything is in double precision. Parameters are flat: layer by layer the weights, row by row (one
row per output), then the biases. Points are flat, too: every x1 first, then every x2.
"""

import json
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

torch.set_default_dtype(torch.float64)

STEPS = 20
BATCH_SIZE = 8
POINTS = 20  # Not a multiple of the batch size, so that every third mini-batch is a small one.
LEARNING_RATE = 0.02  # Small enough for every case to stay finite.
SHAPES = [[2, 4, 1], [2, 5, 3, 1]]

# By the ids of the book's registry, with PyTorch's defaults unless stated.
ACTIVATIONS = {
    'identity': lambda z: z,
    'sigmoid': torch.sigmoid,
    # Not F.hardsigmoid: its gradient is a float32 1/6 even in double precision.
    'hard-sigmoid': lambda z: F.relu6(z + 3) / 6,
    'tanh': torch.tanh,
    'hard-tanh': F.hardtanh,
    'softsign': F.softsign,
    'relu': F.relu,
    'relu6': F.relu6,
    'leaky-relu': F.leaky_relu,
    'elu': F.elu,
    'selu': F.selu,
    'celu': F.celu,
    'softplus': F.softplus,
    'gelu': F.gelu,
    'gelu-tanh': lambda z: F.gelu(z, approximate='tanh'),
    'silu': F.silu,
    'hard-swish': F.hardswish,
    'mish': F.mish,
}

# Each takes the output pre-activations and labels 0 or 1, and gives the mean over the batch.
LOSSES = {
    'binary-cross-entropy': F.binary_cross_entropy_with_logits,
    'squared-error': lambda z, label: 0.5 * F.mse_loss(z, 2 * label - 1),
    'squared-error-tanh': lambda z, label: 0.5 * F.mse_loss(torch.tanh(z), 2 * label - 1),
}


def initial_parameters(sizes, rng):
    """Weights and biases of each layer, from N(0, 0.8²)."""
    return [
        (rng.normal(0, 0.8, (outputs, inputs)), rng.normal(0, 0.8, outputs))
        for inputs, outputs in zip(sizes, sizes[1:])
    ]


def network(parameters):
    layers = []
    for weights, biases in parameters:
        layer = nn.Linear(weights.shape[1], weights.shape[0])
        with torch.no_grad():
            layer.weight.copy_(torch.from_numpy(weights))
            layer.bias.copy_(torch.from_numpy(biases))
        layers.append(layer)
    return nn.ModuleList(layers)


def train(layers, activation, loss, points, labels):
    """The loss of each mini-batch, before the step that it leads to."""
    optimizer = torch.optim.SGD(layers.parameters(), lr=LEARNING_RATE)
    history = []
    start = 0
    for _ in range(STEPS):
        batch = slice(start, start + BATCH_SIZE)
        start = 0 if start + BATCH_SIZE >= POINTS else start + BATCH_SIZE
        h = points[batch]
        for layer in layers[:-1]:
            h = activation(layer(h))
        value = loss(layers[-1](h).squeeze(1), labels[batch])
        optimizer.zero_grad()
        value.backward()
        optimizer.step()
        history.append(value.item())
    return history


def main():
    rng = np.random.default_rng(2026)
    points = torch.from_numpy(rng.normal(0, 1.5, (POINTS, 2)))
    labels = torch.from_numpy((np.arange(POINTS) % 2).astype(float))
    cases = []
    for sizes in SHAPES:
        parameters = initial_parameters(sizes, rng)
        losses = {
            activation: {
                loss: train(network(parameters), f, measure, points, labels)
                for loss, measure in LOSSES.items()
            }
            for activation, f in ACTIVATIONS.items()
        }
        flat = np.concatenate([part.ravel() for layer in parameters for part in layer])
        cases.append({'sizes': sizes, 'parameters': flat.tolist(), 'losses': losses})
    fixture = {
        'madeWith': f'PyTorch {torch.__version__}, tests/tools/make-nn-fixtures.py',
        'learningRate': LEARNING_RATE,
        'batchSize': BATCH_SIZE,
        'inputs': points.T.ravel().tolist(),
        'labels': labels.int().tolist(),
        'cases': cases,
    }
    path = Path(__file__).parents[1] / 'fixtures' / 'nn-sgd.json'
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(fixture, allow_nan=False) + '\n')


main()
