/**
 * The states of a page's figures in the part of the address after `#`, as `#v1/figure-id?z=1.2/other?…`: a
 * version, then one segment for each figure that differs from what its author drew.
 */

export const version = 'v1';

/** What was wrong with an address as a whole. */
export interface AddressProblem {
  reason: 'version' | 'mangled' | 'repeated';
  value: string;
}

/**
 * Splits a fragment into figure id -> query. `null` for an ordinary anchor such as `#summary`.
 *
 * @param isAnchor whether something on the page has this id, however much it looks like a state
 */
export function parseFragment(
  hash: string,
  isAnchor: (id: string) => boolean = () => false,
): { figures: Map<string, string>; problems: AddressProblem[] } | null {
  // What follows `:~:` is for the browser itself.
  const given = hash.replace(/^#|:~:.*$/gs, '');
  const plain = decoded(given);
  if (isAnchor(plain)) return null;
  // Some programs encode an address once more when they pass it on.
  const text = /^v\d+%2f/i.test(given) ? plain : given;
  const [head = '', ...segments] = text.split('/');
  const figures = new Map<string, string>();
  const problems: AddressProblem[] = [];
  if (!/^v\d+$/i.test(head)) {
    if (!/[/?]/.test(plain)) return null;
    return { figures, problems: [{ reason: 'mangled', value: given }] };
  }
  if (head.toLowerCase() !== version) {
    return { figures, problems: [{ reason: 'version', value: head }] };
  }
  for (const segment of segments.filter(Boolean)) {
    const [, id = '', query = ''] = /^([^?]*)\??(.*)$/s.exec(withQuery(segment))!;
    if (id === '' || figures.has(id)) {
      problems.push({ reason: id ? 'repeated' : 'mangled', value: id || segment });
    }
    if (id) figures.set(id, query);
  }
  return { figures, problems };
}

/** The sign before the query may have come encoded too. */
const withQuery = (segment: string) => (segment.includes('?') ? segment : decoded(segment));

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Figure states -> fragment, `#` included; empty when every figure is as its author drew it. */
export function buildFragment(figures: ReadonlyMap<string, string>): string {
  const segments = [...figures].map(([id, query]) =>
    query ? `${id}?${query.replaceAll('/', '%2F')}` : id,
  );
  return segments.length > 0 ? `#${[version, ...segments].join('/')}` : '';
}
