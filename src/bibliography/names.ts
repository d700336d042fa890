/** How the authors and editors of `content/references.yml` are written. */

export interface Person {
  family: string;
  /** Absent for an organisation, whose whole name is `family`. */
  given?: string;
}

/** The people of a list, and whether it ends in `others`. */
export function parseNames(names: readonly string[]): { people: Person[]; others: boolean } {
  const others = names.at(-1) === 'others';
  const people = (others ? names.slice(0, -1) : names).map((name): Person => {
    const comma = name.indexOf(',');
    if (comma < 0) return { family: name };
    return { family: name.slice(0, comma).trim(), given: name.slice(comma + 1).trim() };
  });
  return { people, others };
}

/** `Geoffrey E.` becomes `G. E.`, `Jean-Pierre` becomes `J.-P.` */
export const initials = (given: string): string =>
  given
    .split(/\s+/)
    .map((name) =>
      name
        .split('-')
        .map((part) => `${[...part][0]}.`)
        .join('-'),
    )
    .join(' ');
