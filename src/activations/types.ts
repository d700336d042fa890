/**
 * What the book knows about an activation function.
 *
 * One object per function holds every fact; plots, tables, trainer menus, tests, search and
 * exports iterate the registry (`index.ts`) and state nothing themselves. Facts that depend on a
 * parameter (the range of ELU depends on α) are functions of the parameters, so that a slider
 * moves them too.
 *
 * Notation: z is the pre-activation, f(z) the activation, f′(z) its slope.
 */
import type { Interval, SetOfReals } from './sets.ts';

/** Values for the parameters of a function, by name, such as `{ alpha: 0.01 }`. */
export type ParameterValues<P extends string = string> = Readonly<Record<P, number>>;

/** A number that shapes the curve, chosen by hand or learned. */
export interface Parameter<P extends string = string> {
  /** As it stands in formulas: `\\alpha`. */
  tex: string;
  /** As it stands in plain text and labels: `α`. */
  symbol: string;
  default: number;
  /** Bounds and step that make sense for a reader to explore. */
  min: number;
  max: number;
  step: number;
  /** Where the function is defined and `facts` hold; every finite number when absent. */
  domain?: Interval;
  /** Learned by gradient descent in its original use (PReLU's α, Swish's β). */
  learned?: boolean;
  /** ∂f/∂p, for what is learned. Where `f` has a kink, as PyTorch. */
  df?(z: number, p: ParameterValues<P>): number;
}

/**
 * What a formula is written with. Symbolic: `z` and `α` as TeX. With numbers put in: the numbers.
 * `z` is put in brackets when it is negative; `bare.z` never is, for places that have brackets or
 * commas of their own, as in `\max(0, z)`. `times` stands between factors: a thin space between
 * letters, a dot between numbers.
 */
export type Symbols<P extends string = string> = Readonly<Record<P | 'z', string>> & {
  readonly bare: Readonly<Record<P | 'z', string>>;
  readonly times: string;
};

/** A place on the z-axis where the function is less smooth than elsewhere. */
export interface Break {
  at: number;
  /** The lowest derivative that jumps here: 0 the function itself, 1 its slope (a kink), 2 its curvature. */
  order: 0 | 1 | 2;
}

/** The smallest or largest value, and where. */
export interface Extremum {
  value: number;
  /** A place where it is attained; ±Infinity when it is only approached as z → ±∞. */
  at: number;
  /** False when it is a bound that is approached and never reached. */
  attained: boolean;
}

/** How the curve flattens towards one end. */
export interface Tail {
  /** The value it settles to. */
  to: number;
  /** How f′ dies: exactly 0 beyond a point, like a Gaussian or faster, like an exponential, like a power of 1/z. */
  how: 'exactly' | 'gaussian' | 'exponentially' | 'algebraically';
  /** For `exactly`: f′ = 0 from here outwards. */
  from?: number;
}

/** What can be computed about the curve for given parameters. Tests check each against f and f′. */
export interface Facts {
  /** Every value that f takes. */
  range: SetOfReals;
  /** Every value that f′ takes; at a kink both one-sided slopes. */
  slopeRange: SetOfReals;
  min: Extremum;
  max: Extremum;
  /** Least and greatest slope. At a kink one-sided slopes count as attained. */
  slopeMin: Extremum;
  slopeMax: Extremum;
  /** `no`: it both rises and falls. */
  monotone: 'strictly increasing' | 'non-decreasing' | 'no';
  /** Odd about the origin: symmetric inputs give outputs with mean 0. */
  zeroCentred: boolean;
  /** f(z) ≈ z near 0, that is f(0) = 0 and f′(0) = 1; `right` when that holds from the right side only. */
  nearIdentity: boolean | 'right';
  /** Empty for a function that is infinitely differentiable. */
  breaks: readonly Break[];
  saturation: { readonly left?: Tail; readonly right?: Tail };
}

/** Where a framework has the function, and with which defaults. */
export interface FrameworkEntry {
  /** Fully qualified: `torch.nn.LeakyReLU`. */
  name: string;
  /**
   * As they stand in the call: `negative_slope=0.01`. Absent when there is nothing to choose. Of a variant, what it
   * is asked for with: `approximate='tanh'`. Tests compare PyTorch's with its signatures.
   */
  defaults?: string;
  /** What a reader who ports code must know. A key of the locale's `frameworkNotes`. */
  note?: string;
}

export type Framework = 'pytorch' | 'tensorflow' | 'keras' | 'jax';

export type Family =
  | 'linear'
  | 'squashers'
  | 'rectifiers'
  | 'exponential'
  | 'smooth'
  | 'periodic'
  | 'vector'
  | 'gated';

interface Common {
  /** Stable, in links and data: `leaky-relu`. */
  id: string;
  /** The field's own name. */
  name: string;
  /** How it is written before its argument in plain text: `ReLU`, `σ`, `tanh`. */
  notation: string;
  aliases: readonly string[];
  family: Family;
  /** Key in `content/references.yml` of the primary source. */
  source: string;
  frameworks: Readonly<Partial<Record<Framework, FrameworkEntry>>>;
}

/** A function of one number, applied to every pre-activation by itself. */
export interface Elementwise<P extends string = string> extends Common {
  kind: 'elementwise';
  parameters: Readonly<Record<P, Parameter<NoInfer<P>>>>;
  tex: {
    /** The name before the bracket, such as `\\operatorname{ReLU}`. */
    name: string;
    f(s: Symbols<P>): string;
    df(s: Symbols<P>): string;
  };
  /**
   * The activation f(z). Finite for every finite z and all parameters of their domains, unless |f(z)| itself
   * exceeds the largest double (SELU there: λz). At ±∞ the limit, NaN where there is none (sine); NaN for NaN.
   */
  f(z: number, p: ParameterValues<P>): number;
  /**
   * The slope f′(z). At a kink the value that PyTorch returns. Always finite for finite z; at ±∞ and
   * for NaN as `f`.
   */
  df(z: number, p: ParameterValues<P>): number;
  /**
   * The same from h = f(z), where that saves an exponential: what frameworks keep for the backward
   * pass, too. Accurate to about 10⁻¹⁶ of the greatest slope; in a saturated tail that is 0 early.
   */
  slopeFrom?(h: number, p: ParameterValues<P>): number;
  facts(p: ParameterValues<P>): Facts;
}

/** A function of a whole vector: every output depends on every input. */
export interface VectorActivation extends Common {
  kind: 'vector';
  tex: { name: string; f: string; df: string };
  /**
   * Same length as `z`; empty gives empty. Finite entries give finite results, unless a result itself
   * exceeds the largest double. −∞ masks an entry out; +∞ and NaN give NaN throughout.
   */
  f(z: readonly number[]): number[];
  /** Row i, column j: ∂fᵢ/∂zⱼ. */
  jacobian(z: readonly number[]): number[][];
}

/** The largest of several pre-activations of one unit. */
export interface MaxoutActivation extends Common {
  kind: 'maxout';
  tex: { name: string; f: string; df: string };
  /** The largest entry. Throws a RangeError for an empty `z`; NaN for NaN. */
  f(z: readonly number[]): number;
  /** ∂f/∂zₖ: 1 for the largest (the first of them in a tie), 0 for the others. */
  gradient(z: readonly number[]): number[];
}

/** A product of two projections, one of which passes through a gate. */
export interface GatedActivation extends Common {
  kind: 'gated';
  tex: { name: string; f: string; df: string };
  /** Id of the elementwise function of the gate. */
  gate: string;
  /** value · gate(gateInput) */
  f(value: number, gateInput: number): number;
  /** [∂f/∂value, ∂f/∂gateInput] */
  gradient(value: number, gateInput: number): readonly [number, number];
}

export type Activation = Elementwise | VectorActivation | MaxoutActivation | GatedActivation;
