"""Writes tests/fixtures/nn-training.json: training with everything the laboratory offers, by PyTorch.

Needs PyTorch 1.13 or later and NumPy:  python3 tests/tools/make-nn-training-fixtures.py

Everything is in double precision. Parameters are flat, layer by layer: weights, row by row (one row
per output); biases; of a normalized layer gains and shifts, with batch normalization also the running
means and variances; then what the activation learns. Points are flat, too: every x1 first, then x2.
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
CLIP = 1e-7  # As Keras does with probabilities.


class Swish(nn.Module):
    def __init__(self, beta):
        super().__init__()
        self.weight = nn.Parameter(torch.tensor([beta]))

    def forward(self, z):
        return z * torch.sigmoid(self.weight * z)


# What an activation of the book is in PyTorch, by id, from its parameters; True: what it learns.
ACTIVATIONS = {
    'tanh': lambda p: nn.Tanh(),
    'relu': lambda p: nn.ReLU(),
    'sigmoid': lambda p: nn.Sigmoid(),
    'elu': lambda p: nn.ELU(**p),
    'prelu': lambda p: nn.PReLU(1, p.get('alpha', 0.25)),
    'silu': lambda p: Swish(p.get('beta', 1.0)),
}

OUTPUTS = {
    'identity': lambda z: z,
    'tanh': torch.tanh,
    'sigmoid': torch.sigmoid,
    'relu': F.relu,
    'softmax': lambda z: torch.softmax(z, 1),
}


def clip(p):
    return torch.clamp(p, CLIP, 1 - CLIP)


def loss_of(case, z, target):
    """The mean over the examples of the sum over the output units."""
    loss, output = case['loss'], case['output']
    classes = case.get('classes')
    if classes:
        wanted = F.one_hot(target.long(), classes).double() if z.shape[1] > 1 else target[:, None]
    else:
        wanted = target[:, None]
    if (loss, output) == ('binary-cross-entropy', 'sigmoid'):
        return F.binary_cross_entropy_with_logits(z, wanted, reduction='sum') / len(z)
    if (loss, output) == ('cross-entropy', 'softmax'):
        return F.cross_entropy(z, target.long())
    o = OUTPUTS[output](z)
    if loss == 'squared-error':
        if classes and output in ('identity', 'tanh'):
            wanted = 2 * wanted - 1
        return 0.5 * F.mse_loss(o, wanted, reduction='sum') / len(z)
    p = clip(o)
    if loss == 'cross-entropy':
        return -(wanted * torch.log(p)).sum() / len(z)
    return -(wanted * torch.log(p) + (1 - wanted) * torch.log(1 - p)).sum() / len(z)


class Network(nn.Module):
    def __init__(self, case, rng):
        super().__init__()
        sizes = case['sizes']
        self.linear = nn.ModuleList(nn.Linear(a, b) for a, b in zip(sizes, sizes[1:]))
        for layer in self.linear:
            with torch.no_grad():
                layer.weight.copy_(torch.from_numpy(rng.normal(0, 0.8, tuple(layer.weight.shape))))
                layer.bias.copy_(torch.from_numpy(rng.normal(0, 0.8, tuple(layer.bias.shape))))
        kind = case.get('normalization', 'none')
        make = {'none': lambda n: nn.Identity(), 'layer': nn.LayerNorm, 'batch': nn.BatchNorm1d}[kind]
        self.norm = nn.ModuleList(make(n) for n in sizes[1:-1])
        for layer in self.norm:
            if kind != 'none':
                with torch.no_grad():
                    layer.weight.copy_(torch.from_numpy(rng.normal(1, 0.2, tuple(layer.weight.shape))))
                    layer.bias.copy_(torch.from_numpy(rng.normal(0, 0.2, tuple(layer.bias.shape))))
        self.f = nn.ModuleList(
            ACTIVATIONS[ref['id']](ref.get('parameters', {})) for ref in case['activations']
        )

    def forward(self, x):
        for linear, norm, f in zip(self.linear, self.norm, self.f):
            x = f(norm(linear(x)))
        return self.linear[-1](x)

    def flat(self):
        parts = []
        for l, linear in enumerate(self.linear):
            parts += [linear.weight, linear.bias]
            if l < len(self.f):
                norm = self.norm[l]
                if not isinstance(norm, nn.Identity):
                    parts += [norm.weight, norm.bias]
                if isinstance(norm, nn.BatchNorm1d):
                    parts += [norm.running_mean, norm.running_var]
                parts += list(self.f[l].parameters())
        return np.concatenate([part.detach().numpy().ravel() for part in parts]).tolist()


def optimizer_of(case, network):
    weights = [layer.weight for layer in network.linear]
    known = {id(w) for w in weights}
    others = [p for p in network.parameters() if id(p) not in known]
    groups = [
        {'params': weights, 'weight_decay': case.get('l2', 0)},
        {'params': others, 'weight_decay': 0},
    ]
    rate = case['learningRate']
    kind = case.get('optimizer', 'sgd')
    if kind == 'adam':
        return torch.optim.Adam(groups, lr=rate)
    return torch.optim.SGD(groups, lr=rate, momentum=case.get('momentum', 0))


def run(case, rng):
    points = torch.from_numpy(rng.normal(0, 1.5, (POINTS, case['sizes'][0])))
    classes = case.get('classes')
    targets = np.arange(POINTS) % classes if classes else rng.normal(0, 1, POINTS)
    targets = torch.from_numpy(targets.astype(float))
    network = Network(case, rng)
    initial = network.flat()
    optimizer = optimizer_of(case, network)
    losses, start = [], 0
    for _ in range(STEPS):
        batch = slice(start, start + BATCH_SIZE)
        start = 0 if start + BATCH_SIZE >= POINTS else start + BATCH_SIZE
        value = loss_of(case, network(points[batch]), targets[batch])
        penalty = case.get('l1', 0) * sum(layer.weight.abs().sum() for layer in network.linear)
        optimizer.zero_grad()
        (value + penalty).backward()
        optimizer.step()
        losses.append(value.item())
    network.eval()
    return {
        **case,
        'inputs': points.T.ravel().tolist(),
        'targets': targets.tolist(),
        'initial': initial,
        'losses': losses,
        'final': network.flat(),
        'logits': network(points).detach().T.ravel().tolist(),
    }


def dense(name, activation='tanh', **more):
    sizes = more.pop('sizes', [2, 5, 3, 1])
    activations = more.pop('activations', [{'id': activation}] * (len(sizes) - 2))
    case = {'loss': 'binary-cross-entropy', 'output': 'sigmoid', 'classes': 2, 'learningRate': 0.05}
    return {'name': name, 'sizes': sizes, 'activations': activations, **case, **more}


def values(name, **more):
    return dense(name, **{'loss': 'squared-error', 'output': 'identity', 'classes': None, **more})


three = {'classes': 3, 'sizes': [2, 5, 4, 3]}

CASES = [
    dense('momentum', optimizer='momentum', momentum=0.9),
    dense('Adam', 'relu', optimizer='adam'),
    dense('L2', l2=0.3),
    dense('L2 and Adam', l2=0.3, optimizer='adam'),
    dense('L1', 'sigmoid', l1=0.1),
    dense('layer normalization', normalization='layer'),
    dense('batch normalization', 'relu', normalization='batch'),
    dense('batch normalization and momentum', normalization='batch', optimizer='momentum', momentum=0.5),
    dense('an activation per layer', activations=[{'id': 'relu'}, {'id': 'tanh'}]),
    dense('ELU with α', activations=[{'id': 'elu', 'parameters': {'alpha': 0.5}}] * 2),
    dense('PReLU', 'prelu', optimizer='momentum', momentum=0.9),
    dense('PReLU with L2', 'prelu', l2=0.3),
    dense('Swish with β learned', activations=[
        {'id': 'silu', 'parameters': {'beta': 1.5}, 'learned': True},
        {'id': 'silu', 'learned': True},
    ]),
    # Not Adam with batch normalization: the biases before it have gradients of rounding errors only,
    # which Adam makes steps of.
    dense('PReLU behind batch normalization', 'prelu', normalization='batch'),
    dense('softmax', **three, loss='cross-entropy', output='softmax'),
    dense('softmax, layer normalization, Adam', **three, loss='cross-entropy', output='softmax',
          normalization='layer', optimizer='adam'),
    dense('softmax of two classes', sizes=[2, 4, 2], loss='cross-entropy', output='softmax'),
    dense('three sigmoids', **three),
    dense('squared error of softmax', **three, loss='squared-error', output='softmax'),
    dense('squared error of three tanh', **three, loss='squared-error', output='tanh'),
    dense('squared error of sigmoid', loss='squared-error', output='sigmoid'),
    dense('squared error of ReLU', loss='squared-error', output='relu'),
    dense('binary cross-entropy of the identity', output='identity'),
    dense('binary cross-entropy of tanh', output='tanh'),
    dense('binary cross-entropy of softmax', **three, output='softmax'),
    dense('cross-entropy of sigmoids', **three, loss='cross-entropy', output='sigmoid'),
    values('regression in one dimension', sizes=[1, 6, 1]),
    values('regression in two dimensions, Adam', activation='relu', optimizer='adam'),
    values('regression with tanh', output='tanh'),
]


def main():
    rng = np.random.default_rng(2027)
    fixture = {
        'madeWith': f'PyTorch {torch.__version__}, tests/tools/make-nn-training-fixtures.py',
        'batchSize': BATCH_SIZE,
        'cases': [run(case, rng) for case in CASES],
    }
    path = Path(__file__).parents[1] / 'fixtures' / 'nn-training.json'
    path.write_text(json.dumps(fixture, allow_nan=False, ensure_ascii=False) + '\n')


main()
