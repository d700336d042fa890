import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { BookFiles } from './book-files.ts';
import { singlePage } from './chapter.ts';
import { offlinePage } from './page.ts';

const file = 'en/chapters/one/index.html';
const head = `<meta charset="utf-8"><link rel="icon" href="/x.svg">`;
const forTheWeb = `<link rel="canonical" href="https://book.example/en/"><meta property="og:image" content="/card.png">`;
const scripts = `<script type="module" src="/_astro/a.js"></script>`;
const style = `<style>@font-face{src:url(/f.woff2)}</style>`;
const text = `<!doctype html><html lang="en"><head>${head}${forTheWeb}${scripts}${style}</head><body>
<header class="page-head"><h1>One</h1></header>
<p title='a "quoted" &amp; odd one'>Write <code>&lt;a href="/en/"></code> &mdash; or <a href="/en/#a">read</a>
<a href=/en/chapters/one/#here class=x>here</a><a href="/one.bib" download>BibTeX</a><br/>
<a href="../../#b">a link from here</a>
<svg viewBox="0 0 1 1"><clipPath id=c></clipPath></svg>
<div data-config="{&quot;page&quot;:&quot;/en/&quot;}"></div>
<footer class="site-foot"></footer></body></html>`;
const contents = {
  'en/index.html': '',
  [file]: text,
  'x.svg': '<svg/>',
  'f.woff2': 'f',
  'one.bib': '@',
};
const book = new BookFiles(
  new Map(Object.entries(contents).map(([path, content]) => [path, strToU8(content)])),
);

const copy = {
  files: book.paths,
  script: 'book.js',
  foot: '',
  site: undefined,
  onlyHere: 'Only <b>here</b>.',
};

test('a page on disk is the page as it was built, but for its addresses and scripts', () => {
  const foot = '<span>foot</span>';
  const page = offlinePage(text, file, { ...copy, foot });
  expect(page).toContain('<script defer src="../../../book.js"></script></head>');
  const others = page
    .replace(/<script>.*?<\/script><script defer.*?<\/script>/, '')
    .replace(foot, '');
  expect(others).toBe(
    text
      .replace(forTheWeb, '')
      .replace(scripts, '')
      .replace('"/x.svg"', '"../../../x.svg"')
      .replace('url(/f.woff2)', 'url("../../../f.woff2")')
      .replace('<a href="/en/#a">', '<a href="../../index.html#a">')
      .replace('href=/en/chapters/one/#here', 'href="index.html#here"')
      .replace('"../../#b"', '"../../index.html#b"')
      .replace('href="/one.bib"', 'href="../../../one.bib"')
      .replace('&quot;/en/&quot;', '&quot;../../index.html&quot;'),
  );
});

test('an address that leads nowhere is an error', () => {
  const page = '<a href="/en/none/">none</a>';
  expect(() => offlinePage(page, file, copy)).toThrow('href="/en/none/" leads nowhere');
});

const single = (site: string | undefined) =>
  singlePage({ ...copy, book, file, script: 'x = "</script><!--"', site, note: '<p>note</p>' });

test('a chapter in one file has everything in it', () => {
  const page = single(undefined);
  expect(page).toContain(`href="data:image/svg+xml;base64,${btoa('<svg/>')}"`);
  expect(page).toContain(`url("data:font/woff2;base64,${btoa('f')}")`);
  expect(page).toContain(`href="data:application/x-bibtex;base64,${btoa('@')}" download="one.bib"`);
  expect(page).toContain('<h1>One</h1><p>note</p></header>');
  expect(page).toContain(String.raw`<script>x = "<\/script><\!--"</script></body>`);
});

test('its links lead to the live book, or where that is unknown nowhere, and within itself', () => {
  expect(single('https://book.example/b/')).toContain('<a href="https://book.example/b/en/#a">');
  expect(single('https://book.example/')).toContain('<a href="https://book.example/en/#b">');
  expect(single(undefined)).toMatch(/<a >read<\/a>/);
  expect(single(undefined)).toContain('<a href="#here" class=x>');
});

describe('a figure gives away', () => {
  const menu = '<div><button data-copy="svg">S</button><button data-copy="link">L</button></div>';
  const picture = '<div><button data-copy="svg">S</button></div>';
  const lab = '<div><button data-copy-weights>W</button></div>';
  const page = `<html><head>${scripts}</head><body>${menu}${picture}${lab}</body></html>`;

  test('the published address of its page', () => {
    const made = offlinePage(page, file, { ...copy, site: 'https://book.example/b/' });
    expect(made).toContain(
      '<link rel="canonical" href="https://book.example/b/en/chapters/one/"></head>',
    );
    expect(made).not.toContain('Only');
  });

  test('an address of this computer where no other is known, and says so', () => {
    const made = offlinePage(page, file, copy);
    const note = `<p>${copy.onlyHere}</p>`;
    const saying = (part: string) => part.replace('</div>', `${note}</div>`);
    expect(made).toContain(saying(menu) + picture + saying(lab));
    expect(made).not.toContain('canonical');
  });
});
