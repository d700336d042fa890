import type { Activation } from './types.ts';

type ById<List extends readonly Activation[]> = {
  readonly [A in List[number] as A['id']]: A;
};

/**
 * The functions by id, in the order of the list.
 *
 * @throws Error when two of them have the same id.
 */
export function byId<const List extends readonly Activation[]>(list: List): ById<List> {
  const record: Record<string, Activation> = {};
  for (const activation of list) {
    const earlier = record[activation.id];
    if (earlier) {
      throw new Error(
        `"${earlier.name}" and "${activation.name}" have the same id "${activation.id}"`,
      );
    }
    record[activation.id] = activation;
  }
  return record as ById<List>;
}

/** Lower case without spaces and hyphens: `Leaky ReLU` and `leaky-relu` are one. */
const fold = (name: string): string => name.toLowerCase().replace(/[\s-]/g, '');

const pairs = (text: string): Set<string> =>
  new Set(Array.from({ length: text.length + 1 }, (_, i) => ` ${text} `.slice(i, i + 2)));

/** Share of common pairs of letters (Dice): 0 for nothing in common, 1 for the same letters. */
export function likeness(a: string, b: string): number {
  const [x, y] = [pairs(fold(a)), pairs(fold(b))];
  const common = [...x].filter((pair) => y.has(pair)).length;
  return (2 * common) / (x.size + y.size);
}

/** Up to three activations whose id, name or alias looks like `text`, best first. */
export function nearest(text: string, list: readonly Activation[]): Activation[] {
  return list
    .map((activation) => ({
      activation,
      score: Math.max(
        ...[activation.id, activation.name, ...activation.aliases].map((name) =>
          likeness(text, name),
        ),
      ),
    }))
    .filter(({ score }) => score >= 0.4)
    .sort((a, b) => b.score - a.score)
    .slice(0, 3)
    .map(({ activation }) => activation);
}
