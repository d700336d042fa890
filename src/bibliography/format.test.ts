import { expect, test } from 'vitest';
import { formatReferences, referenceText } from './format.ts';
import { loadReferences } from './load.ts';
import type { Reference } from './schema.ts';

const paper = (authors: string[], year: number): Reference => ({
  type: 'misc',
  authors,
  title: 'On things',
  year,
  arxiv: '1502.01852',
  verified: false,
});
const labels = (references: Record<string, Reference>) =>
  Object.values(formatReferences(references)).map(({ label }) => label);

test('a label names one author, two, or the first of more', () => {
  expect(
    labels({
      a: paper(['Rosenblatt, Frank'], 1958),
      b: paper(['Nair, Vinod', 'Hinton, Geoffrey E.'], 2010),
      c: paper(['He, Kaiming', 'Zhang, Xiangyu', 'Ren, Shaoqing'], 2015),
      d: paper(['Chowdhery, Aakanksha', 'others'], 2022),
      e: paper(['Gemma Team'], 2024),
    }),
  ).toEqual([
    'Rosenblatt, 1958',
    'Nair & Hinton, 2010',
    'He et al., 2015',
    'Chowdhery et al., 2022',
    'Gemma Team, 2024',
  ]);
});

test('works that would share a label get letters in the order of their keys', () => {
  const { x, y } = formatReferences({
    y: paper(['Bengio, Yoshua'], 2013),
    x: paper(['Bengio, Yoshua'], 2013),
  });
  expect([x!.label, x!.year]).toEqual(['Bengio, 2013a', '2013a']);
  expect([y!.label, y!.year]).toEqual(['Bengio, 2013b', '2013b']);
});

test('no two references of the book share a label', () => {
  const all = labels(loadReferences());
  expect(new Set(all).size).toBe(all.length);
});

const formatted = formatReferences(loadReferences());

test.each([
  [
    'he-2015',
    'He, K., Zhang, X., Ren, S. & Sun, J. (2015). Delving deep into rectifiers: Surpassing human-level performance on ImageNet classification. Proceedings of the IEEE International Conference on Computer Vision (ICCV), 1026–1034. doi:10.1109/ICCV.2015.123, arXiv:1502.01852.',
  ],
  [
    'hahnloser-2000',
    'Hahnloser, R. H. R., Sarpeshkar, R., Mahowald, M. A., Douglas, R. J. & Seung, H. S. (2000). Digital selection and analogue amplification coexist in a cortex-inspired silicon circuit. Nature, 405(6789), 947–951. doi:10.1038/35016072.',
  ],
  [
    'lecun-1998',
    'LeCun, Y., Bottou, L., Orr, G. B. & Müller, K.-R. (1998). Efficient BackProp. Neural Networks: Tricks of the Trade, Orr, G. B. & Müller, K.-R. (eds), Lecture Notes in Computer Science 1524, Springer, 9–50. doi:10.1007/3-540-49430-8_2.',
  ],
  [
    'hochreiter-1991',
    'Hochreiter, S. (1991). Untersuchungen zu dynamischen neuronalen Netzen. Diploma thesis, Technische Universität München.',
  ],
  [
    'elliott-1993',
    'Elliott, D. L. (1993). A better activation function for artificial neural networks. Technical report TR 93-8, Institute for Systems Research, University of Maryland. drum.lib.umd.edu.',
  ],
  [
    'clevert-2015',
    'Clevert, D.-A., Unterthiner, T. & Hochreiter, S. (2015). Fast and accurate deep network learning by exponential linear units (ELUs). arXiv preprint. Published at ICLR 2016. arXiv:1511.07289.',
  ],
  ['wikipedia', 'Wikipedia. Activation function. en.wikipedia.org.'],
])('%s reads as a reference', (key, text) => {
  expect(referenceText(formatted[key]!)).toBe(text);
});

test('a long list of authors is cut', () => {
  expect(formatted['touvron-2023']!.authors).toMatch(/^Touvron, H\..*Goyal, N\. et al\.$/);
});

test('a link leads to the work itself', () => {
  expect(formatted['he-2015']!.links.map(({ href }) => href)).toEqual([
    'https://doi.org/10.1109/ICCV.2015.123',
    'https://arxiv.org/abs/1502.01852',
  ]);
});
