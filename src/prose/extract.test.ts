import { describe, expect, test } from 'vitest';
import { proseOf } from './extract.ts';

const texts = (file: string, source: string) => proseOf(file, source).map(({ text }) => text);

const chapter = String.raw`---
number: 3
title: A title
objectives:
  same: turn one network into another
after: [another-chapter]
---

Write $\sigma(z)$ for *the* logistic function <Cite id="verhulst-1838" />. In ${'`torch.nn`'} it is
<Term id="sigmoid">sigmoid</Term>, see [the atlas](/atlas/sigmoid/), and it costs <Measured of="x/y" as="count" />.

$$
\frac{colour}{color}
$$

<ActivationPlot id="pair" fn="tanh" z={0.8} alt="Tanh rises to {value}.">
  Where is the slope $\tfrac14$?
</ActivationPlot>

~~~python
colour = "color"
~~~

| head | $z$ |
| --- | --- |
| cell | 0.25 |
`;

describe('of a chapter', () => {
  test('prose is what a reader reads: titles, text, alternative texts, captions, tables', () => {
    expect(texts('a.mdx', chapter)).toEqual([
      'A title',
      'turn one network into another',
      'Write 0 for the logistic function. In 0 it is sigmoid, see the atlas, and it costs 0.',
      'Tanh rises to 0.',
      'Where is the slope 0?',
      'head',
      'cell',
    ]);
  });

  test('every unit of prose knows its place in the file', () => {
    for (const { text, at } of proseOf('a.mdx', chapter)) {
      expect(at).toHaveLength(text.length);
      for (const word of text.matchAll(/\p{L}+/gu))
        expect(chapter.slice(at[word.index]!, at[word.index]! + word[0].length)).toBe(word[0]);
    }
  });

  test('a sentence that goes on in a formula ends there', () => {
    expect(texts('a.md', 'It holds. So the slope is\n\n$$\nx\n$$\n')).toEqual([
      'It holds. So the slope is 0.',
    ]);
  });

  test('titles and alternative texts are shown as they are typed, paragraphs are not', () => {
    const typed = proseOf('a.mdx', chapter).filter(({ verbatim }) => verbatim);
    expect(typed.map(({ text }) => text)).toEqual([
      'A title',
      'turn one network into another',
      'Tanh rises to 0.',
    ]);
  });
});

describe('of data', () => {
  test('prose is what is no id, formula or number', () => {
    const source = `
first-question:
  type: choice
  check: { of: slope, is: equal }
  prompt: >-
    Is $f$ larger
    than {{runs/solved}}?
  options:
    - text: 'It''s “larger”.'
      feedback: "Call jax.nn.relu(x), \\u2013 or not."
  statement: |
    First.

    Second.
`;
    expect(texts('a.yml', source)).toEqual([
      'Is 0 larger than 0?',
      "It's “larger”.",
      'Call 0, – or not.',
      'First.',
      'Second.',
    ]);
    for (const { text, at } of proseOf('a.yml', source)) {
      expect(at.every((offset) => offset >= 0 && offset < source.length)).toBe(true);
      expect(source[at[0]!]).toBe(text[0]);
    }
  });

  test('messages keep their form around placeholders', () => {
    expect(texts('a.json', '{ "a.b": "The link gave {value} for {field}." }')).toEqual([
      'The link gave 0 for 0.',
    ]);
  });
});

test('what a live page says and what a still says are read each in its own sentence', () => {
  const source = 'A plot. <Live>Drag it: where</Live><Still>Where</Still> is it flat?\n';
  expect(proseOf('a.mdx', source).map(({ text }) => text)).toEqual([
    'A plot. Where is it flat?',
    'A plot. Drag it: where is it flat?',
  ]);
});
