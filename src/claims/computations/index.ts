/** Every exact computation that a claim can quote, by the name it is quoted with. */
import * as arithmetic from './arithmetic.ts';
import * as clinic from './clinic.ts';
import type { Computation } from './computation.ts';
import * as curves from './curves.ts';
import * as deadUnits from './dead-units.ts';
import * as depth from './depth.ts';
import * as networks from './networks.ts';
import * as outliers from './outliers.ts';
import * as outputs from './outputs.ts';
import * as untrained from './untrained.ts';

const dashed = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** `equalSteps` of a module above -> `equal-steps`. */
export const computations: ReadonlyMap<string, Computation> = new Map(
  [curves, arithmetic, outliers, outputs, networks, untrained, depth, deadUnits, clinic].flatMap(
    (module) =>
      Object.entries<Computation>({ ...module }).map(([name, computation]) => [
        dashed(name),
        computation,
      ]),
  ),
);

const done = new Map<string, Readonly<Record<string, number>>>();

/** The numbers of a computation, computed once; nothing for a name that none has. */
export function computed(name: string): Readonly<Record<string, number>> | undefined {
  const known = done.get(name);
  if (known) return known;
  const numbers = computations.get(name)?.();
  if (numbers) done.set(name, numbers);
  return numbers;
}
