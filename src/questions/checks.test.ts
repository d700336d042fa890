import { expect, test } from 'vitest';
import { questionsSchema } from './schema.ts';
import { parseYaml } from '#content/yaml.ts';
import { questionProblems } from './checks.ts';

const common = `
  level: 1
  objective: o
  prompt: p
  solution: s`;

/** What is wrong with one question, as `path: message`. */
const problems = (body: string): string[] => {
  const { data } = parseYaml(`q:${common}\n${body}`, 'q.yml', questionsSchema);
  return [...questionProblems(data['q']!)].map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  );
};

const numeric = (rest: string) => `  type: numeric\n${rest}`;

test('a computed answer must agree with the one that is stated', () => {
  const ask = (check: string) =>
    problems(numeric(`  answer: 0.105\n  tolerance: 0.001\n  check: ${check}`));
  expect(ask('sigmoid(2) * (1 - sigmoid(2))')).toEqual([]);
  expect(ask('sigmoid(2)')[0]).toMatch(/^check: the answer says 0\.105, the computation 0\.88/);
  expect(ask('sigmoid(2')[0]).toMatch(/^check: .*no formula/);
  expect(ask('z')[0]).toMatch(/contains z/);
  expect(ask('a + 1')[0]).toMatch(/what is a\?/);
  expect(ask('1/0')[0]).toMatch(/has no value/);
});

test('a mistake that would be marked right, or never be met, is found', () => {
  const mistakes = (first: number, second: number) =>
    problems(
      numeric(
        `  answer: 1\n  tolerance: 0.1\n  mistakes:\n    - { answer: ${first}, feedback: f }\n    - { answer: ${second}, feedback: f }`,
      ),
    );
  expect(mistakes(2, 3)).toEqual([]);
  expect(mistakes(1.05, 3)).toEqual(['mistakes.0: this would be marked right']);
  expect(mistakes(2, 2.05)).toEqual(['mistakes.1: an earlier mistake is marked in its place']);
});

const formula = (rest: string) => problems(`  type: formula\n  head: f'(z) =\n${rest}`);

test('a formula is the slope of what it says, and its mistakes are mistakes', () => {
  expect(formula(`  answer: 1 - tanh(z)^2\n  slopeOf: tanh(z)`)).toEqual([]);
  expect(formula(`  answer: 1 - tanh(z)\n  slopeOf: tanh(z)`)[0]).toMatch(/not the slope/);
  expect(formula(`  answer: 1 - tnah(z)`)[0]).toMatch(/^answer: .*no formula/);
  expect(formula(`  answer: 2 z\n  mistakes:\n    - { answer: z + z, feedback: f }`)[0]).toMatch(
    /^mistakes\.0\.answer: this would be marked right/,
  );
});

const match = (pairs: string) =>
  problems(
    `  type: match\n  from: { part: f, as: formula }\n  to: { part: df, as: curve }\n  pairs:\n${pairs}`,
  );

test('what is matched is known, can be told apart, and has words', () => {
  const pair = (fn: string) => `    - { fn: ${fn}, to: t, feedback: f }\n`;
  expect(match(pair('tanh') + pair('relu'))).toEqual([]);
  expect(match(pair('tanh') + pair('rleu'))[0]).toMatch(/^pairs\.1\.fn: No activation.*"relu"/);
  expect(match(pair('softmax') + pair('relu'))[0]).toMatch(/has no curve/);
  expect(match(pair('tanh') + pair('leaky-relu') + pair('relu'))).toContain(
    'pairs.2: cannot be told from leaky-relu',
  );
  expect(match(pair('tanh') + '    - { fn: relu, feedback: f }\n')[0]).toMatch(/has to say/);
});

const point = (accept: string, check: string, rest = '') =>
  problems(
    `  type: point\n  alt: a\n  curves: [{ fn: silu }]\n  start: -5\n  accept: ${accept}\n  check: ${check}\n  otherwise: o\n${rest}`,
  );

test('the places that are accepted are those that are right', () => {
  expect(point('[[2.2, 2.6]]', '{ of: slope, is: largest }')).toEqual([]);
  expect(point('[[-1.4, -1.2]]', '{ of: value, is: smallest }')).toEqual([]);
  expect(point('[[-0.2, 0.2]]', '{ of: slope, is: largest }')).toEqual([
    'accept: holds at z = 2.400 too, which is refused',
    'accept.0: nothing is right in this interval',
  ]);
  expect(point('[[-6, -4]]', '{ of: value, is: 3 }')).toContain(
    'start: the point would stand right from the beginning',
  );
  expect(point('[[0, 1]]', '{ of: value, is: equal }')[0]).toMatch(/two curves go together/);
});

const run = (of: string, options: string) =>
  problems(`  type: run\n  of: ${of}\n  as: count\n  result: r\n${options}`);

test('a prediction has one right option, and it is the record that says which', () => {
  const two = (edge: number) =>
    `  options:\n    - { text: a, from: 0, to: ${edge}, feedback: f }\n    - { text: b, from: 10, to: 20, feedback: f }`;
  expect(run('circle-depth/relu-8.solved', two(9))).toEqual([]);
  expect(run('circle-depth/relu-8.solved', two(20))[0]).toMatch(/2 options contain it/);
  expect(run('circle-depth/relu-7.solved', two(9))[0]).toMatch(/^of: .*no variant "relu-7"/);
  expect(run('circle-deep/relu-8.solved', two(9))[0]).toMatch(/^of: no experiment/);
  expect(run('circle-depth/relu-8.solved', '')[0]).toMatch(/needs tolerance, low and high/);
});

test('steps that may all change places have no order', () => {
  const order = (free: boolean) =>
    problems(
      `  type: order\n  steps:\n${['a', 'b', 'c'].map((text) => `    - { text: ${text}, free: ${free}, feedback: f }\n`).join('')}`,
    );
  expect(order(false)).toEqual([]);
  expect(order(true)).toEqual(['steps: every order would be right']);
});
