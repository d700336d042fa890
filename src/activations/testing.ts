/** What the tests of this folder share: parameter settings for every function, grids, fixtures. */
import { readFileSync } from 'node:fs';
import { bind, type Bound } from './bind.ts';
import { elementwise } from './index.ts';
import { contains, open } from './sets.ts';
import type { Elementwise, Parameter, ParameterValues } from './types.ts';

/** Settings beside the defaults and the ends of the sliders: one for every region that facts tell apart. */
const more: Readonly<Record<string, readonly ParameterValues[]>> = {
  'leaky-relu': [{ alpha: 0.2 }, { alpha: 2 }, { alpha: -0.5 }, { alpha: -1 }],
  prelu: [{ alpha: -0.5 }, { alpha: 0 }, { alpha: 1 }],
  rrelu: [
    { lower: 0.5, upper: 0.25 },
    { lower: 0, upper: 0 },
    { lower: 1, upper: 1 },
    { lower: -1, upper: 0.5 },
  ],
  elu: [{ alpha: 0.3 }],
  celu: [{ alpha: 0.5 }],
  softplus: [{ beta: 3 }],
  squareplus: [{ b: 1 }],
  silu: [{ beta: 0.3 }, { beta: -2 }],
  sine: [{ omega0: 2 }],
  snake: [{ a: 0.5 }],
};

export interface Setting extends Bound {
  /** `leaky-relu alpha=0.2` */
  label: string;
  activation: Elementwise;
}

function setting(activation: Elementwise, chosen: ParameterValues): Setting {
  const bound = bind(activation, chosen);
  const values = Object.entries(bound.parameters).map(([name, value]) => `${name}=${value}`);
  return { label: [activation.id, ...values].join(' '), activation, ...bound };
}

/** Every elementwise function, each with several settings of its parameters. */
export const settings: readonly Setting[] = elementwise.flatMap((activation) => {
  const ends = Object.entries(activation.parameters).flatMap(([name, { min, max }]) => [
    { [name]: min },
    { [name]: max },
  ]);
  const chosen = [{}, ...ends, ...(more[activation.id] ?? [])];
  const all = chosen.map((values) => setting(activation, values));
  return [...new Map(all.map((one) => [one.label, one])).values()];
});

/** The values at which a parameter's domain ends, or nearly does, as far as there are doubles; and next to 0. */
function ends({ domain = open(-Infinity, Infinity) }: Parameter): number[] {
  const { MAX_VALUE, MIN_VALUE } = Number;
  return [-MAX_VALUE, -MIN_VALUE, 0, MIN_VALUE, MAX_VALUE].filter((value) =>
    contains([domain], value),
  );
}

/** Every elementwise function at the ends of the domains of its parameters, in every combination. */
export const extremeSettings: readonly Setting[] = elementwise.flatMap((activation) => {
  let chosen: ParameterValues[] = [{}];
  for (const [name, parameter] of Object.entries(activation.parameters))
    chosen = chosen.flatMap((values) => ends(parameter).map((end) => ({ ...values, [name]: end })));
  return chosen
    .filter((values) => Object.keys(values).length > 0)
    .map((values) => setting(activation, values));
});

const range = (from: number, to: number, step: number): number[] =>
  Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => from + i * step);

/** Where curves have their features, finely; multiples of 1/32, so that kinks are met exactly. */
export const features: readonly number[] = range(-24, 24, 1 / 32);

/** The features, and far out on both sides. */
export const wide: readonly number[] = [
  ...[1e12, 1e9, 1e6, 1e4, 1e3, 300, 100, 50].map((z) => -z),
  ...features,
  ...[50, 100, 300, 1e3, 1e4, 1e6, 1e9, 1e12],
];

interface Case {
  id: string;
  parameters: Record<string, number>;
  grid: string;
  f: number[];
  df?: (number | null)[];
}

interface Fixtures {
  torch: string;
  grids: Record<string, number[]>;
  elementwise: Case[];
  exact: Case[];
  vector: { id: string; cases: { z: number[]; f: number[]; jacobian: number[][] }[] }[];
  maxout: { id: string; cases: { z: number[]; f: number; gradient: number[] }[] }[];
  gated: {
    id: string;
    cases: { value: number; gate: number; f: number; gradient: [number, number] }[];
  }[];
  /** By full name: its arguments with their defaults. */
  calls: Record<string, Record<string, string | number | boolean | null>>;
}

/** `tests/fixtures/activations.json`, whose infinities are strings. */
export const fixtures = JSON.parse(
  readFileSync(new URL('../../tests/fixtures/activations.json', import.meta.url), 'utf8'),
  (_key, value: unknown) =>
    value === 'Infinity' ? Infinity : value === '-Infinity' ? -Infinity : value,
) as Fixtures;
