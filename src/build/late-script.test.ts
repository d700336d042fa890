import { expect, test } from 'vitest';
import { importsOf, withLateScripts } from './late-script.ts';

const chunk = (isEntry: boolean, ...imports: string[]) =>
  ({ type: 'chunk', isEntry, imports }) as const;

test('a script is served with all that it imports, also in a circle, and with nothing else', () => {
  const bundle = {
    'a/page.js': chunk(true, 'a/one.js'),
    'a/one.js': chunk(false, 'a/two.js'),
    'a/two.js': chunk(false, 'a/one.js'),
    'a/later.js': chunk(false, 'a/two.js'),
    'a/page.css': { type: 'asset' } as const,
  };
  expect([...importsOf(bundle)]).toEqual([['a/page.js', ['a/one.js', 'a/two.js']]]);
});

test('a script comes after the first paint, with all that it imports, under its own base', () => {
  const imports = new Map([['a/page.js', ['a/one.js']]]);
  const script = '<script type="module" src="/book/a/page.js"></script>';
  const other = '<script type="module" src="/book/a/other.js"></script>';
  const html = withLateScripts(`<p>${script}${other}`, imports);
  expect(html).toContain('<script type="module" data-late="/book/a/page.js">requestAnimationFrame');
  expect(html).toContain('["/book/a/page.js","/book/a/one.js"]');
  expect(html).toContain(other);
});
