import { expect, test } from 'vitest';
import { contentPolicy, inlineOf, nothingInline, together, withPolicy } from './policy.ts';

// echo -n 'go()' | openssl dgst -sha256 -binary | base64
const go = "'sha256-5KYv+PUboo5h+0+YAtGRPbwv5d/QxzHslP4YGnUaxRw='";

const page = (body: string) => `<!doctype html><html><head><meta charset="utf-8"></head>${body}`;

test('scripts that run and styles in a page are known by their hashes, data and files are not', () => {
  const { scripts, styles } = inlineOf(
    page(
      '<script>go()</script><script type="application/json">{}</script><script src="/a.js"></script>' +
        '<style>go()</style><code>&lt;script>no()&lt;/script></code>',
    ),
  );
  expect([...scripts]).toEqual([go]);
  expect([...styles]).toEqual([go]);
});

test('a policy lets no inline script, no eval and no other origin in', () => {
  const policy = contentPolicy(nothingInline);
  const script = policy.split('; ').find((directive) => directive.startsWith('script-src'));
  expect(script).toBe("script-src 'self' 'wasm-unsafe-eval'");
  expect(policy).not.toMatch(/'unsafe-eval'|https?:|\*/);
  expect(policy.match(/'unsafe-inline'/g)).toEqual(["'unsafe-inline'"]);
  expect(policy).toContain("style-src-attr 'unsafe-inline'");
  expect(policy).not.toContain('frame-ancestors');
});

test('a header says who may frame the page', () => {
  expect(contentPolicy(nothingInline, "'self'")).toMatch(/; frame-ancestors 'self'$/);
});

test('pages that share a header have each the hashes of all', () => {
  const both = together([
    inlineOf(page('<script>go()</script>')),
    inlineOf(page('<style>a{}</style>')),
  ]);
  expect(both.scripts.size + both.styles.size).toBe(2);
});

test('the policy stands before all that it is about, also beside signs that mean something to replace', () => {
  const built = withPolicy(page('<script>go()</script>$&'));
  expect(built).toMatch(
    /<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="[^"]*">/,
  );
  expect(built).toContain(go);
  expect(built).toMatch(/\$&$/);
  expect(() => withPolicy('<html></html>')).toThrow('charset');
});
