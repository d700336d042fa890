/** Every name that a formula can contain, and what it means. */
import { elementwise, type ElementwiseId } from '#activations/index.ts';
import { likeness } from '#activations/registry.ts';
import type { BuiltinId } from './ast.ts';
import { builtinAliases, builtins } from './builtins.ts';

export type Meaning =
  | { readonly kind: 'builtin'; readonly name: BuiltinId }
  | { readonly kind: 'activation'; readonly id: ElementwiseId }
  | { readonly kind: 'special'; readonly name: 'pow' | 'clamp' | 'where' };

/**
 * Lower case without spaces and underscores; a single letter keeps its case: Φ is not φ, H not h. Hyphens
 * stay: `s-elu(z)` is a difference, `leaky-relu(z)` a name.
 */
const fold = (name: string) =>
  [...name].length === 1 ? name : name.toLowerCase().replace(/[\s_]/g, '');

/** Names that two functions want: the plain mathematical one last, since it wins. */
const functions = new Map<string, Meaning>();
for (const { id, name, notation, aliases } of elementwise) {
  for (const spelling of [id, notation, name, ...aliases]) {
    for (const key of [fold(spelling), fold(spelling).replaceAll('-', '')]) {
      if (!functions.has(key)) functions.set(key, { kind: 'activation', id: id as ElementwiseId });
    }
  }
}
functions.set('sigma', { kind: 'activation', id: 'sigmoid' });
functions.set('heaviside', { kind: 'activation', id: 'step' });
for (const name of Object.keys(builtins) as BuiltinId[]) {
  if (name !== 'powerLog')
    functions.set(name.length > 3 ? fold(name) : name, { kind: 'builtin', name });
}
functions.set('Phi', { kind: 'builtin', name: 'Phi' });
for (const [alias, name] of Object.entries(builtinAliases))
  functions.set(alias, { kind: 'builtin', name });
for (const name of ['pow', 'clamp', 'where'] as const)
  functions.set(name, { kind: 'special', name });
functions.set('clip', { kind: 'special', name: 'clamp' });
functions.set('if', { kind: 'special', name: 'where' });

export const functionNamed = (name: string): Meaning | undefined =>
  functions.get(name) ?? functions.get(fold(name));

/** Greek letters that stand for parameters, by the key that the parameter has in data. */
const greek: Readonly<Record<string, string>> = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  ε: 'epsilon',
  η: 'eta',
  θ: 'theta',
  κ: 'kappa',
  λ: 'lambda',
  μ: 'mu',
  ν: 'nu',
  ρ: 'rho',
  τ: 'tau',
  ω: 'omega',
};
const letters: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(greek).map(([letter, key]) => [key, letter]),
);

/** The key of a parameter with this name: `a`, `alpha` for α. Absent when it is no single letter. */
export function parameterKey(name: string): string | undefined {
  if (Object.hasOwn(greek, name)) return greek[name];
  if (Object.hasOwn(letters, name.toLowerCase())) return name.toLowerCase();
  return /^[a-zA-Z]$/.test(name) ? name : undefined;
}

/** `α` for `alpha`, `a` for `a`. */
export const parameterSymbol = (key: string): string => letters[key] ?? key;
/** `\\alpha` for `alpha`, `a` for `a`. */
export const parameterTex = (key: string): string => (key in letters ? `\\${key}` : key);

/** What stands for z. */
export const isInput = (name: string): boolean => /^[zxZX]$/.test(name);

/** The same letters in another order are the commonest slip. */
const sorted = (name: string) => [...name.toLowerCase()].sort().join('');

/** The known name that looks most like `name`, if one does. */
export function nearestName(name: string): string | undefined {
  const known = [
    ...elementwise.flatMap(({ id, aliases }) => [id, ...aliases.filter((a) => !a.includes(' '))]),
    ...Object.keys(builtins).filter((one) => one !== 'powerLog'),
    ...['pow', 'clamp', 'where', 'alpha', 'beta'],
  ];
  const [best] = known
    .map((one) => ({ one, score: likeness(name, one) + (sorted(name) === sorted(one) ? 0.5 : 0) }))
    .sort((a, b) => b.score - a.score);
  return best && best.score >= 0.45 ? best.one : undefined;
}
