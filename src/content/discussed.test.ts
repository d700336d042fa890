import { expect, test } from 'vitest';
import { functionsDiscussed, functionsNamed, functionsRun } from './discussed.ts';

test.each([
  ['Every unit becomes a maxout unit, or a PReLU.', ['maxout', 'prelu']],
  ['Leaky ReLU, leaky ReLU and GELU (tanh)', ['gelu-tanh', 'leaky-relu']],
  ['Swish by its older name', ['silu']],
  [String.raw`$\operatorname{ReLU}(z)$ and $\tanh z$`, ['relu', 'tanh']],
  ['A step of descent, a sine wave, a linear map, the ReLUs of GELUX', []],
])('“%s” names %j', (text, ids) => {
  expect([...functionsNamed(text)].sort()).toEqual(ids);
});

test('an experiment runs the functions of all its variants', () => {
  expect(functionsRun('circle-activations')).toContain('tanh');
  expect(functionsRun('reflections')).toEqual(new Set(['relu']));
  expect(functionsRun('no-such')).toEqual(new Set());
});

test('a chapter discusses what it shows, trains and asks about', () => {
  const discussed = functionsDiscussed({
    shown: ['prelu:alpha:0.1', 'tanh'],
    source:
      '<Experiment\n  id="runs" of="reflections" alt="…">Caption</Experiment> of="circle-activations"',
    questions: [
      { prompt: 'What does **softplus** do?', options: [{ text: 'As a GLU.' }] },
      { pairs: [{ fn: 'elu', parameters: { alpha: 1 } }] },
    ],
  });
  expect([...discussed].sort()).toEqual(['elu', 'glu', 'prelu', 'relu', 'softplus', 'tanh']);
});
