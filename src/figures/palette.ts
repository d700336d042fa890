import { hcl } from 'd3-color';

/**
 * Each function keeps one colour through the whole book. All have the same lightness (CIE L* = 52, at
 * least 3:1 on both grounds); functions that are often compared stand far apart in hue.
 */
const hues: Readonly<Record<string, number>> = {
  identity: 95,
  step: 10,
  sigmoid: 265,
  'hard-sigmoid': 245,
  tanh: 330,
  'hard-tanh': 345,
  softsign: 300,
  relu: 42,
  relu6: 25,
  'leaky-relu': 75,
  prelu: 85,
  rrelu: 62,
  elu: 130,
  selu: 148,
  celu: 115,
  softplus: 205,
  squareplus: 222,
  gelu: 172,
  'gelu-tanh': 186,
  silu: 355,
  'hard-swish': 5,
  mish: 315,
  sine: 282,
  snake: 160,
  /** A reader's own. */
  own: 233,
};

const lightness = 52;
/** The identity is the neutral case. */
const chroma = (id: string) => (id === 'identity' ? 6 : 48);

/** The colour of a function as hexadecimal RGB. Functions without a hue of their own are neutral. */
export const colourOf = (id: string): string =>
  hcl(hues[id] ?? 0, hues[id] === undefined ? 0 : chroma(id), lightness).formatHex();
