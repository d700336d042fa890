/** Scripts for plain NumPy, with the backward pass written out. */
import type { Definition, Use } from './activation-definition.ts';
import { numpyHelpers } from './activation-numpy.ts';
import type { Description } from './description.ts';
import * as layerCode from './numpy-layers.ts';
import { lossCode, outputCode } from './numpy-loss.ts';
import { optimizerCode } from './numpy-optimizer.ts';
import {
  call,
  comment,
  docstring,
  float,
  functionCode,
  indent,
  join,
  list,
  matrix,
} from './python.ts';
import { data, heading, helpers, loop, script, settings, shuffling } from './shared-code.ts';
import type { SayInCode } from './say.ts';
import { forwardInUse, layerNorm, parameterList } from './unrolled.ts';

export const train = (d: Description, say: SayInCode): string =>
  withHelpers(
    [
      ...helpers(d, 'numpy'),
      ...d.definitions.flatMap(trainedFunctions),
      ...layerClasses(d, say),
      network(d, say),
      `def forward(inputs, training=False):
${indent(docstring([say('forward')], 1))}
    h = inputs
    for layer in network:
        h = layer.forward(h, training)
    return h`,
      ...lossCode(d, say),
      ...optimizerCode(d, say),
      shuffling(say),
      `${data(d, say, 'np.array')}\n\n${loop(d, say)}`,
    ],
    (blocks) =>
      script(
        heading(d, say, 'train', 'NumPy'),
        imports,
        join([warnings(d, say), settings(d, say)], 1),
        blocks,
      ),
  );

export const use = (d: Description, say: SayInCode): string =>
  withHelpers(
    [
      ...helpers(d, 'numpy'),
      ...d.definitions.map(activationFunction),
      d.normalization === 'layer' && layerNorm(say, 'np'),
      parameterList(d.current, say, 'np.array', true),
      forwardInUse(d, d.current, say, 'np'),
      `def predict(inputs):
${indent(docstring([say('predict')], 1))}
    z = forward(np.asarray(inputs))
${indent(outputCode(d.objective.output))}`,
      `print(predict(${matrix(d.test.inputs.slice(0, 2))}))`,
    ],
    (blocks) => script(heading(d, say, 'use', 'NumPy'), imports, warnings(d, say), blocks),
  );

const imports = 'import numpy as np';

/** NumPy computes both cases of a formula, and would warn of the one that does not hold. */
const warnings = ({ definitions }: Description, say: SayInCode): string | undefined =>
  definitions.some(({ own, numpy }) => own && numpy.f.join().includes('np.where('))
    ? `np.seterr(divide="ignore", invalid="ignore")  ${comment(say('bothCases'))}`
    : undefined;

type Blocks = readonly (string | false | undefined)[];

/** Puts what the code calls, and NumPy does not have, above it. */
function withHelpers(blocks: Blocks, finish: (blocks: Blocks) => string): string {
  const code = blocks.join('\n');
  const called = Object.entries(numpyHelpers).filter(([name]) =>
    new RegExp(String.raw`(?<!\.)\b${name}\(`).test(code),
  );
  return finish([...called.map(([, helper]) => helper), ...blocks]);
}

/** Absent where it would only call a helper of its own name. */
const activationFunction = ({ code, numpy, parameters }: Definition): string | undefined =>
  numpy.f[0] === `${code.name[0]}(z)` ? undefined : functionCode(code.name[0], parameters, numpy.f);

/** The function, its slope and, where one is learned, the derivative by the parameter. */
function trainedFunctions(definition: Definition): (string | undefined)[] {
  const { code, numpy, parameters, learned } = definition;
  const [name] = code.name;
  return [
    activationFunction(definition),
    functionCode(`${name}_slope`, parameters, numpy.df),
    ...learned.map((parameter) =>
      functionCode(`${name}_by_${parameter}`, parameters, [numpy.learned![parameter]!]),
    ),
  ];
}

const layerClasses = (d: Description, say: SayInCode): (string | false)[] => {
  const { definitions, normalization } = d;
  return [
    layerCode.dense(say),
    normalization === 'layer' && layerCode.layerNorm(say),
    normalization === 'batch' && layerCode.batchNorm(say),
    definitions.some(({ learned }) => learned.length === 0) && layerCode.activation(say),
    definitions.some(({ learned }) => learned.length > 0) && layerCode.learnedActivation(say),
  ];
};

function activationCall({ definition, values }: Use): string {
  const { code, learned } = definition;
  const [name] = code.name;
  const functions = [
    name,
    `${name}_slope`,
    ...learned.map((parameter) => `${name}_by_${parameter}`),
  ];
  const kind = learned.length > 0 ? 'LearnedActivation' : 'Activation';
  return call(kind, [...functions, ...values.map(float)]);
}

function network(d: Description, say: SayInCode): string {
  const normalize = d.normalization === 'batch' ? 'BatchNorm' : 'LayerNorm';
  const layers = d.initial.flatMap(({ weights, biases, normalization, activation }) => [
    call('Dense', [matrix(weights), list(biases)]),
    ...(normalization ? [call(normalize, Object.values(normalization).map(list))] : []),
    ...(activation ? [activationCall(activation)] : []),
  ]);
  return `${comment(say('model'))}
network = [
${indent(layers.map((layer) => `${layer},`).join('\n'))}
]`;
}
