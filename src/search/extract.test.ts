import katex from 'katex';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { recordsOf } from './extract.ts';
import { mathText } from './math-text.ts';

const records = (main: string, path = 'chapters/depth/') =>
  recordsOf(parseHTML(`<body><main>${main}</main></body>`).document, path);
const math = (tex: string) => katex.renderToString(tex);

const head = '<p class="eyebrow">Chapter 3</p><h1>Depth</h1><p>It begins.</p>';

test('a chapter is found by its sections, each with the text below its heading', () => {
  const html = `${head}<article><h2 id="a">First</h2><p>One.</p><div><h3 id="b">Within</h3><p>Two</p></div></article>`;
  expect(records(html).map(({ url, title, where, text }) => [url, title, where, text])).toEqual([
    ['chapters/depth/', 'Depth', 'Chapter 3', 'It begins.'],
    ['chapters/depth/#a', 'First', 'Chapter 3: Depth', 'One.'],
    ['chapters/depth/#b', 'Within', 'Chapter 3: Depth', 'Two'],
  ]);
});

test('a formula is there once, as plain text between the words', () => {
  const [record] = records(`<h1>T</h1><p>Take ${math(String.raw`z = w_1x + b`)}, then go.</p>`);
  expect(record!.text).toBe('Take z = w₁x + b, then go.');
});

test('what is drawn, pressed or hidden is no text; a term with a definition behind it is', () => {
  const html = `<h1>T</h1><p>A <button class="term">kink</button> is.</p><button>Press</button>
    <activation-plot><p>tool</p></activation-plot><p hidden>secret</p><svg><text>axis</text></svg><pre>code</pre>`;
  expect(records(html)[0]!.text).toBe('A kink is.');
});

test('a question is found by its prompt, never by hints or solution', () => {
  const html = `${head}<h2 id="q">Exercises</h2><div class="question" id="one"><h3 class="question-head">Exercise 1<span>Recall</span></h3>
    <div><p>How deep?</p></div><book-question>options</book-question><details class="solution"><div>Very.</div></details></div>`;
  const found = records(html);
  expect(found).toHaveLength(2);
  expect(found[1]).toMatchObject({
    kind: 'question',
    url: 'chapters/depth/#one',
    title: 'Exercise 1',
    where: 'Chapter 3: Depth',
    text: 'How deep?',
  });
});

test('a function is one place, with its other names and without its code', () => {
  const html = `<p class="eyebrow">Atlas</p><h1>SiLU</h1><p class="aliases">also Swish, SiL</p><p>A gate.</p>
    <h2 id="history">History</h2><p>Found twice.</p><h2 id="code">In code</h2><p>Run it.</p>`;
  expect(records(html, 'atlas/silu/')).toMatchObject([
    {
      kind: 'function',
      title: 'SiLU',
      names: ['Swish', 'SiL'],
      text: 'A gate. History: Found twice.',
    },
  ]);
});

test('terms, sources, claims and presets are found for themselves, on their own page only', () => {
  const term =
    '<dl class="glossary"><div id="kink"><dt>kink <span>also corner</span></dt><dd><span>Where f′ jumps.</span><p>see slope</p></dd></div></dl>';
  expect(records(`<h1>Glossary</h1>${term}`, 'glossary/')).toMatchObject([
    {
      kind: 'term',
      url: 'glossary/#kink',
      title: 'kink',
      names: ['corner'],
      text: 'Where f′ jumps.',
    },
  ]);
  const source =
    '<ul class="references"><li id="he"><span class="reference-title">Delving.</span> He, K.</li></ul>';
  expect(records(`<h1>B</h1>${source}`, 'bibliography/')).toMatchObject([
    { kind: 'source', url: 'bibliography/#he', title: 'Delving', text: 'He, K.' },
  ]);
  expect(records(`${head}${source}`).map(({ kind }) => kind)).toEqual(['chapter']);
  const preset =
    '<section class="lab-presets"><ul><li><a href="/book/en/lab/#v1/lab?a=1">Dying</a><p>Why.</p></li></ul></section>';
  expect(records(`<h1>L</h1>${preset}`, 'lab/')).toMatchObject([
    { kind: 'preset', url: 'lab/#v1/lab?a=1', title: 'Dying', text: 'Why.' },
  ]);
});

describe('formulas in a line', () => {
  test.each([
    [String.raw`\sigma(z) = \frac{1}{1+e^{-z}}`, 'σ(z) = 1/(1 + e^(−z))'],
    [String.raw`f'(z) = -\ln p`, 'f′(z) = −ln p'],
    [String.raw`\sqrt{\tfrac{2}{\pi}}`, '√(2/π)'],
    [String.raw`w_i x_i + x^2`, 'w_i x_i + x²'],
    [String.raw`\operatorname{GELU}_{\tanh}'(z)`, 'GELU_tanh′(z)'],
    [String.raw`\begin{pmatrix}1&2\\3&4\end{pmatrix}`, '(1, 2; 3, 4)'],
  ])('%s', (tex, text) => {
    const { document } = parseHTML(`<body>${math(tex)}</body>`);
    expect(mathText(document.querySelector('math')!)).toBe(text);
  });
});

test('a symbol is found by how it is said; where a source is used is no text of the source', () => {
  const html = `<h1>T</h1><dl class="notation"><div id="slope"><dt>${math("f'(z)")}<span class="said">say “f prime”</span></dt>
    <dd><p class="meaning">The slope.</p><ul class="symbol-facts"><li>elsewhere: df</li></ul></dd></div></dl>`;
  expect(records(html, 'notation/')).toMatchObject([
    { kind: 'page', url: 'notation/#slope', text: 'say “f prime” The slope. elsewhere: df;' },
  ]);
  const source = `<h1>B</h1><ul class="references"><li id="he-2015">He. <span class="reference-title">Delving.</span> ICCV.
    <div class="reference-uses">cited in ReLU</div></li></ul>`;
  expect(records(source, 'bibliography/')[0]).toMatchObject({
    title: 'Delving',
    text: 'He. ICCV.',
  });
});
