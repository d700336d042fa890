/** Recomputes at build what a question says, where it can be computed. */
import { recordedValue } from '#experiments/index.ts';
import { ownFunction } from '#formula/index.ts';
import { agree } from './compare-formulas.ts';
import { constant, readable } from './constants.ts';
import { isNear } from './marking.ts';
import { curveProblems, matchProblems, pointProblems } from './curve-checks.ts';
import { recorded } from './recorded.ts';
import type { Question, QuestionOf } from './schema.ts';
import { thrown } from './thrown.ts';

/** What is wrong, and where in the question. */
export interface Problem {
  path: (string | number)[];
  message: string;
}

/** What does not hold in a question; nothing when it is sound. */
export function* questionProblems(question: Question): Generator<Problem> {
  switch (question.type) {
    case 'numeric':
      return yield* numericProblems(question);
    case 'formula':
      return yield* formulaProblems(question);
    case 'match':
      return yield* matchProblems(question);
    case 'point':
      yield* curveProblems(question.curves, ['curves']);
      return yield* pointProblems(question);
    case 'order':
      return yield* orderProblems(question);
    case 'run':
      return yield* runProblems(question);
  }
}

/** The problem that an action throws, at `path`. */
function* thrownAt(path: Problem['path'], action: () => void): Generator<Problem> {
  for (const message of thrown(action)) yield { path, message };
}

function* numericProblems({ answer, check, tolerance, mistakes }: QuestionOf<'numeric'>) {
  const compare = (path: Problem['path'], text: string | undefined, stated: number) =>
    thrownAt(path, () => {
      if (text === undefined) return;
      const computed = constant(text);
      if (!isNear(stated, computed, Math.max(tolerance, 1e-9)))
        throw new RangeError(`the answer says ${stated}, the computation ${computed}`);
    });
  yield* compare(['check'], check, answer);
  for (const [i, mistake] of mistakes.entries()) {
    yield* compare(['mistakes', i, 'check'], mistake.check, mistake.answer);
    if (isNear(mistake.answer, answer, tolerance))
      yield { path: ['mistakes', i], message: 'this would be marked right' };
    if (mistakes.slice(0, i).some((other) => isNear(mistake.answer, other.answer, tolerance)))
      yield { path: ['mistakes', i], message: 'an earlier mistake is marked in its place' };
  }
}

function* formulaProblems(question: QuestionOf<'formula'>): Generator<Problem> {
  const read = (text: string) => readable(text, () => ownFunction(text));
  const { answer, slopeOf, mistakes } = question;
  const broken = [...thrownAt(['answer'], () => read(answer))];
  if (broken.length > 0) return yield* broken;
  const right = read(answer);
  const names = right.parsed.parameters;
  if (slopeOf !== undefined) {
    yield* thrownAt(['slopeOf'], () => {
      if (!agree(read(slopeOf).df, right.f, names, question))
        throw new RangeError(`"${answer}" is not the slope of it`);
    });
  }
  for (const [i, mistake] of mistakes.entries()) {
    yield* thrownAt(['mistakes', i, 'answer'], () => {
      const wrong = read(mistake.answer);
      if (agree(right.f, wrong.f, names, question))
        throw new RangeError('this would be marked right');
      if (mistakes.slice(0, i).some((m) => agree(read(m.answer).f, wrong.f, names, question)))
        throw new RangeError('an earlier mistake is marked in its place');
    });
  }
}

function* orderProblems({ steps }: QuestionOf<'order'>): Generator<Problem> {
  for (const [i, { text }] of steps.entries()) {
    if (steps.slice(0, i).some((step) => step.text === text))
      yield { path: ['steps', i], message: 'the same step stands twice' };
  }
  if (steps.slice(1).every(({ free }) => free))
    yield { path: ['steps'], message: 'every order would be right' };
}

function* runProblems(question: QuestionOf<'run'>): Generator<Problem> {
  const unknown = [...thrownAt(['of'], () => recordedValue(question.of))];
  if (unknown.length > 0) return yield* unknown;
  const { options, tolerance, low, high } = question;
  const value = recorded(question);
  if (options) {
    const right = options.filter(({ from, to }) => value >= from && value <= to);
    if (right.length !== 1)
      yield {
        path: ['options'],
        message: `the recorded number is ${value}, and ${right.length} options contain it`,
      };
    if (tolerance !== undefined)
      yield { path: ['tolerance'], message: 'a prediction has options or a tolerance, not both' };
  } else if (tolerance === undefined || low === undefined || high === undefined)
    yield { path: [], message: 'a prediction without options needs tolerance, low and high' };
  else if (!Number.isFinite(value))
    yield { path: ['of'], message: `the recorded number is ${value}; nobody could type it` };
}
