/** Why a formula cannot be read. */
export type Reason =
  | 'empty'
  | 'tooLong'
  | 'tooDeep'
  | 'unknownCharacter'
  | 'badNumber'
  | 'unknownName'
  | 'unclosed'
  | 'unopened'
  | 'missingOperand'
  | 'missingOperator'
  | 'callBracket'
  | 'argumentCount'
  | 'argumentNumber'
  | 'argumentDomain'
  | 'comma'
  | 'equals'
  | 'condition'
  | 'noCondition'
  | 'colon'
  | 'tooManyParameters'
  | 'noZ'
  | 'neverDefined';

/** A change to the formula that may be what was meant: `text` in place of start to end. */
export interface Fix {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Where and why reading stopped. The words are messages: `formula.error.<reason>` says what is wrong,
 * `formula.hint.<hint>` what to do.
 */
export class FormulaError extends Error {
  readonly reason: Reason;
  /** The first character concerned, counted from 0, and the one after the last; equal for a gap. */
  readonly start: number;
  readonly end: number;
  /** Which suggestion fits: the reason itself, or a closer one. */
  readonly hint: string;
  /** For the places of the messages. */
  readonly values: Readonly<Record<string, string | number>>;
  readonly fix: Fix | undefined;

  constructor(
    reason: Reason,
    start: number,
    end: number,
    {
      hint = reason,
      values = {},
      fix,
    }: Partial<Pick<FormulaError, 'hint' | 'values' | 'fix'>> = {},
  ) {
    super(`${reason} at ${start}`);
    this.name = 'FormulaError';
    this.reason = reason;
    this.start = start;
    this.end = end;
    this.hint = hint;
    this.values = { at: start + 1, ...values };
    this.fix = fix;
  }
}

/** Something that was read in one of two possible ways, and that the reader may want to know. */
export interface Notice {
  readonly reason: 'x' | 'log' | 'division' | 'letterCall';
  readonly values: Readonly<Record<string, string>>;
}
