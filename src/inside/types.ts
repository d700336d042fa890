/**
 * What goes on inside a network, as plain data fit for `postMessage`: computed where the run is
 * (`Inspector`), drawn where the reader is.
 *
 * Notation: z pre-activations, h activations, ℓ the loss of one example, L the mean loss of the training
 * points. All numbers are about the whole training set, not about a mini-batch.
 */

/** How many numbers fall where. The numbers are `below + Σ counts + above + notFinite`. */
export interface Histogram {
  /** The ends of the bins, all equally wide. They stand still while the numbers move a little. */
  readonly from: number;
  readonly to: number;
  readonly counts: Uint32Array<ArrayBuffer>;
  /** Left and right of the bins. */
  readonly below: number;
  readonly above: number;
  /** Infinite, or not a number. */
  readonly notFinite: number;
}

/** Euclidean norms; 0 is possible and has no logarithm. */
export interface Norms {
  /** ‖∂L/∂W‖, without biases and without penalties. */
  readonly weightGradient: number;
  /** ‖∂L/∂h‖ over all units and training points; of the output layer ‖∂L/∂z‖. */
  readonly activationGradient: number;
  /** ‖W‖ */
  readonly weights: number;
}

export interface LayerInside {
  readonly units: number;
  /** Pre-activations, every unit at every training point. */
  readonly z: Histogram;
  /** Activations; absent for the output layer. */
  readonly h?: Histogram;
  /** ∂ℓ/∂z, each with respect to the loss of its own example. */
  readonly delta: Histogram;
  /** The share of pre-activations at which |f′| < `saturationThreshold`; 0 for the output layer. */
  readonly saturated: number;
  /**
   * Units, from 0, that are dead: ∂ℓ/∂z is exactly 0 at every training point. Nothing moves their
   * weights then but a penalty, momentum, or normalisation statistics. Empty for the output layer.
   */
  readonly dead: readonly number[];
  /**
   * Those of the dead units with f′ = 0 at every training point. The others are dead for want of a
   * gradient from above: nothing that they feed passes one on.
   */
  readonly flat: readonly number[];
  readonly norms: Norms;
}

/** A network seen from inside, after so many epochs. */
export interface Inside {
  readonly epoch: number;
  /** Training points looked at. */
  readonly points: number;
  /** The hidden layers, then the output layer. */
  readonly layers: readonly LayerInside[];
  /** Learned parameters of activations by hidden layer, such as `{ alpha: 0.1 }`; empty where there are none. */
  readonly learned: readonly Readonly<Record<string, number>>[];
}

/** What every unit makes of the inputs, as small pictures. */
export interface UnitMaps {
  readonly dimensions: 1 | 2;
  /** Both coordinates run between these. */
  readonly domain: readonly [lower: number, upper: number];
  /** Values along each side: a map has `size`² values, row by row from its top left; with one input `size`. */
  readonly size: number;
  /** Units of each hidden layer, then of the output layer. */
  readonly layers: readonly number[];
  /** [unit][pixel], between 0 at the unit's least value and 1 at its greatest; 0 where they are equal. */
  readonly values: Float32Array<ArrayBuffer>;
  /** [unit][least, greatest] value of the activation, or of the output unit's output. */
  readonly ranges: Float32Array<ArrayBuffer>;
}
