/** Scripts for PyTorch. */
import type { Definition, Use } from './activation-definition.ts';
import type { Description, LayerDescription } from './description.ts';
import { comment, docstring, float, indent, join, list, matrix, returning } from './python.ts';
import { data, heading, helpers, loop, script, settings, shuffling } from './shared-code.ts';
import type { SayInCode } from './say.ts';
import { CLIP } from '#nn/losses.ts';

const REQUIREMENT = 'PyTorch';

export const train = (d: Description, say: SayInCode): string =>
  script(heading(d, say, 'train', REQUIREMENT), imports, settings(d, say), [
    ...modules(d, say),
    model(d, d.initial, say),
    lossFunction(d, say),
    ...training(d, say),
    shuffling(say),
    `${data(d, say, 'torch.tensor')}\n\n${loop(d, say)}`,
  ]);

export const use = (d: Description, say: SayInCode): string =>
  script(heading(d, say, 'use', REQUIREMENT), imports, undefined, [
    ...modules(d, say),
    model(d, d.current, say),
    `def predict(inputs):
${indent(docstring([say('predict')], 1))}
    model.eval()
    with torch.no_grad():
        z = model(torch.as_tensor(inputs))
        return ${outputs[d.objective.output]}`,
    `print(predict(${matrix(d.test.inputs.slice(0, 2))}))`,
  ]);

const imports = `import torch
from torch import nn
from torch.nn import functional as F

torch.set_default_dtype(torch.float64)`;

const outputs = {
  identity: 'z',
  tanh: 'torch.tanh(z)',
  sigmoid: 'torch.sigmoid(z)',
  relu: 'torch.relu(z)',
  softmax: 'torch.softmax(z, dim=1)',
} as const;

const moduleOf = ({ code, learned }: Definition) =>
  learned.length > 0 ? code.learnedModule : code.module;

/** Modules of their own, where PyTorch has none that computes the same. */
const modules = (d: Description, say: SayInCode): string[] => [
  ...helpers(d, 'torch'),
  ...d.definitions
    .filter((definition) => !moduleOf(definition))
    .map((own) => moduleClass(own, say)),
];

function moduleClass(
  { code, parameters, learned, own, label }: Definition,
  say: SayInCode,
): string {
  const set = parameters.map((name) =>
    learned.includes(name)
      ? `self.${name} = nn.Parameter(torch.tensor(${name}))`
      : `self.${name} = ${name}`,
  );
  // The values stand under their own names, as in the formula.
  const local = parameters.map((name) => `${name} = self.${name}`);
  const init =
    set.length > 0 &&
    `def __init__(self, ${parameters.join(', ')}):
    super().__init__()
${indent(set.join('\n'))}`;
  const forward = `def forward(self, z):
${indent(returning([...local, ...code.torch.split('\n')]))}`;
  const purpose = own && docstring([say('ownFunction', { formula: label })], 1);
  return `class ${code.name[1]}(nn.Module):
${indent(join([purpose, init, forward], 1))}`;
}

function moduleCall(use: Use): string {
  const { definition, values } = use;
  const module = moduleOf(definition);
  if (!module) {
    const all = definition.parameters.map((_, p) => float(values[p]!));
    return `${definition.code.name[1]}(${all.join(', ')})`;
  }
  return module.replace(/\{(\w+)\}/g, (_, name: string) =>
    float(values[definition.parameters.indexOf(name)]!),
  );
}

const normalizations = { layer: 'LayerNorm', batch: 'BatchNorm1d' } as const;

/** The layers as modules, and their numbers by the names that PyTorch gives them. */
function model(d: Description, layers: readonly LayerDescription[], say: SayInCode): string {
  const modules: string[] = [];
  const state: string[] = [];
  const put = (module: string, numbers: Readonly<Record<string, string | false | undefined>>) => {
    for (const [name, value] of Object.entries(numbers))
      if (value) state.push(`"${modules.length}.${name}": torch.tensor(${value}),`);
    modules.push(`${module},`);
  };
  for (const { inputs, outputs: units, weights, biases, normalization, activation } of layers) {
    put(`nn.Linear(${inputs}, ${units})`, { weight: matrix(weights), bias: list(biases) });
    if (normalization && d.normalization !== 'none') {
      const { gain, shift, mean, variance } = normalization;
      put(`nn.${normalizations[d.normalization]}(${units})`, {
        weight: list(gain),
        bias: list(shift),
        running_mean: mean && list(mean),
        running_var: variance && list(variance),
        num_batches_tracked: mean && '0',
      });
    }
    if (activation) put(moduleCall(activation), learnedState(activation));
  }
  return `${comment(say('model'))}
model = nn.Sequential(
${indent(modules.join('\n'))}
)
model.load_state_dict({
${indent(state.join('\n'))}
})`;
}

/** PyTorch's own module keeps its one parameter as a vector of length 1 with the name `weight`. */
function learnedState({ definition, values }: Use): Record<string, string> {
  const { parameters, learned } = definition;
  return Object.fromEntries(
    learned.map((name) => {
      const value = float(values[parameters.indexOf(name)]!);
      return moduleOf(definition) ? ['weight', `[${value}]`] : [name, value];
    }),
  );
}

function lossFunction(d: Description, say: SayInCode): string {
  const { loss, output, units } = d.objective;
  const body = () => {
    if (loss === 'squared-error') {
      return [
        `outputs = ${outputs[output]}`,
        'return 0.5 * ((outputs - targets) ** 2).sum() / len(z)',
      ];
    }
    if (loss === 'cross-entropy' && output === 'softmax')
      return ['return F.cross_entropy(z, targets)'];
    if (loss === 'binary-cross-entropy' && output === 'sigmoid') {
      return units === 1
        ? ['return F.binary_cross_entropy_with_logits(z, targets)']
        : ['return F.binary_cross_entropy_with_logits(z, targets, reduction="sum") / len(z)'];
    }
    return [
      comment(say('clip')),
      `p = ${outputs[output]}.clamp(${CLIP}, ${1 - CLIP})`,
      loss === 'cross-entropy'
        ? 'return -(targets * p.log()).sum() / len(z)'
        : 'return -(targets * p.log() + (1 - targets) * (1 - p).log()).sum() / len(z)',
    ];
  };
  return `def loss_of(z, targets):
${indent(docstring([say(`loss.${loss}`)], 1))}
${indent(body().join('\n'))}`;
}

/** The optimizer, the step and the evaluation. */
function training(d: Description, say: SayInCode): string[] {
  const batchNormalized = d.normalization === 'batch';
  const penalties = [
    d.l1 > 0 && 'loss = loss + L1 * sum(w.abs().sum() for w in weights)',
    d.l2 > 0 && 'loss = loss + L2 / 2 * sum((w**2).sum() for w in weights)',
  ].filter(Boolean);
  const step = [
    batchNormalized && `${comment(say('batchOfOne'), 1)}\nmodel.train(len(batch) > 1)`,
    'loss = loss_of(model(train_inputs[batch]), train_targets[batch])',
    ...penalties,
    'optimizer.zero_grad()',
    'loss.backward()',
    'optimizer.step()',
  ].filter(Boolean);
  const weights = 'weights = [layer.weight for layer in model if isinstance(layer, nn.Linear)]';
  return [
    `optimizer = torch.optim.${optimizers[d.optimizer]}${penalties.length > 0 ? `\n${weights}` : ''}`,
    `def train(batch):
${indent(docstring([say('step')], 1))}
${indent(step.join('\n'))}`,
    `def evaluate(inputs, targets):
${indent(docstring([say('evaluate')], 1))}
${batchNormalized ? '    model.eval()\n' : ''}    with torch.no_grad():
        return loss_of(model(inputs), targets).item()`,
  ];
}

const optimizers = {
  sgd: 'SGD(model.parameters(), lr=LEARNING_RATE)',
  momentum: 'SGD(model.parameters(), lr=LEARNING_RATE, momentum=MOMENTUM)',
  adam: 'Adam(model.parameters(), lr=LEARNING_RATE)',
} as const;
