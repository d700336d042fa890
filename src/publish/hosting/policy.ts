/** What a page of the book may do, as a Content-Security-Policy: the one source of its `<meta>` and of the headers. */
import { createHash } from 'node:crypto';
import { attributeOf, Html, type Element } from '../offline/html.ts';

/** What stands in a page itself and may run or apply, each as `'sha256-…'`. */
export interface Inline {
  scripts: ReadonlySet<string>;
  styles: ReadonlySet<string>;
}

export const nothingInline: Inline = { scripts: new Set(), styles: new Set() };

/** Scripts by these types run; others are data. */
const runs = new Set(['', 'module', 'text/javascript']);

export function inlineOf(text: string): Inline {
  const page = new Html(text);
  const hashes = (wanted: (element: Element) => boolean) =>
    new Set(page.elements.filter(wanted).map((element) => hashOf(page.contentOf(element))));
  return {
    scripts: hashes(
      (element) =>
        element.tagName === 'script' &&
        attributeOf(element, 'src') === undefined &&
        runs.has(attributeOf(element, 'type') ?? ''),
    ),
    styles: hashes(({ tagName }) => tagName === 'style'),
  };
}

const hashOf = (content: string) =>
  `'sha256-${createHash('sha256').update(content).digest('base64')}'`;

export const together = (parts: readonly Inline[]): Inline => ({
  scripts: new Set(parts.flatMap(({ scripts }) => [...scripts])),
  styles: new Set(parts.flatMap(({ styles }) => [...styles])),
});

/**
 * Nothing from another origin, no script that is not a file of the book or one of `inline`, and no `eval`.
 *
 * @param framedBy who may show the page in a frame. Only a header can say so; a `<meta>` leaves it out.
 */
export function contentPolicy({ scripts, styles }: Inline, framedBy?: string): string {
  const directives: Record<string, readonly string[]> = {
    'default-src': ["'self'"],
    // The fast core of the trainer is WebAssembly.
    'script-src': ["'self'", "'wasm-unsafe-eval'", ...sorted(scripts)],
    'style-src': ["'self'", ...sorted(styles)],
    // Places in formulas and figures are style attributes.
    'style-src-attr': ["'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    // Training runs in workers that stand in their page's script.
    'worker-src': ["'self'", 'blob:'],
    'object-src': ["'none'"],
    'base-uri': ["'self'"],
    'form-action': ["'self'"],
    ...(framedBy && { 'frame-ancestors': [framedBy] }),
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}

const sorted = (hashes: ReadonlySet<string>) => [...hashes].sort();

/**
 * The page with its policy before everything that the policy is about.
 *
 * @throws when the page does not begin with its character set
 */
export function withPolicy(text: string): string {
  const [charset] = /<meta charset="utf-8"\s*\/?>/i.exec(text) ?? [];
  if (!charset) throw new Error('A page has no <meta charset="utf-8">.');
  const policy = contentPolicy(inlineOf(text));
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  return text.replace(charset, () => charset + meta);
}
