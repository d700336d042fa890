import { pathToFileURL } from 'node:url';
import { mdxToJs } from 'satteri';
import { expect, test } from 'vitest';
import { astroFiles, components } from './author-components.ts';
import { authoring } from './authoring.ts';

const file = 'content/en/chapters/why-nonlinearity-matters.mdx';

/** Compiles a chapter of one line of text and whatever a test puts on line 3. */
const compile = (source: string, chapter = file) =>
  mdxToJs(`First line.\n\n${source}\n`, {
    fileURL: pathToFileURL(chapter),
    mdastPlugins: [authoring],
    data: {
      astro: {
        frontmatter: {},
        headings: [],
        localImagePaths: new Set(),
        remoteImagePaths: new Set(),
      },
    },
  } as Parameters<typeof mdxToJs>[1]);

test.each([
  ['<ActivationPlot id="a" fn="rleu" alt="text" />', /No activation function has the id "rleu"/],
  ['<ActivationPlot id="a" fn="softmax" alt="text" />', /not an elementwise function/],
  ['<ActivationPlot id="a" fn="relu" />', /alt is missing/],
  ['<ActivationPlot fn="relu" alt="text" />', /id is missing/],
  ['<ActivationPlot id="a" fn="relu" alt="text" />', /caption is missing/],
  ['<Trainer id="a" dataset="donut" activation="relu" alt="text" />', /"donut"/],
  ['Text <Cite id="nobody-1900" />.', /no reference "nobody-1900"/],
  ['Text <Term id="no-such-term">x</Term>.', /no glossary entry "no-such-term"/],
  ['<Question id="no-such-question" />', /no question .*"no-such-question"/],
  ['<CollapseLab id="a" alt="x" bend="elu" />', /no function to bend with "elu"/],
  ['<CurveBuilder id="a" alt="x" target="wavy" />', /no target "wavy"/],
  ['<ActivationPlot id="a" fn="relu" alt="x" colour="red" />', /no property "colour"/],
  ['<ActivationPlot id="a" fn="relu" alt="x" z="two" />', /z is "two"/],
  [
    '<OwnFunction id="a" alt="x" formula="z sigmod(z)" />',
    /formula: “sigmod”, at character 3, .*Did you mean sigmoid\?/,
  ],
  ['<OwnFunction id="a" alt="x" />', /formula is missing/],
  ['<ActivationPlot id="a" fn="relu relu" alt="x" />', /fn names "relu" twice/],
  ['<ActivationPlot id="a" fn="relu" alt="x" z={9} />', /z is "9", .* from -6 to 6/],
  ['<ActivationPlot id="a" fn="relu" alt="x" z={3} x={[-2, 2]} />', /z is "3", .* from -2 to 2/],
  ['<ActivationPlot id="a" fn="relu" alt="x" x={[6, -6]} />', /x is "\[6, -6\]"; write two/],
  ['<ActivationPlot id="a" fn="relu" alt="x" threshold={-1} />', /threshold is "-1"/],
  ['<ActivationPlot id="a" fn="relu" alt="x" tangent="no" />', /tangent is "no"/],
  [
    '<ActivationPlot id="a" fn="elu" alt="x" parameters={{ alfa: 1 }} />',
    /"elu" has no parameter "alfa"/,
  ],
  ['<ActivationPlot id="a" fn="elu" alt="x" parameters={{ alpha: 99 }} />', /alpha is 99; its/],
  [
    '<ActivationPlot id="a b?" fn="relu" alt="x">Here.</ActivationPlot>',
    /an id has letters, .*"a b\?"/,
  ],
  ['Text <Cite id="nair-2010" narative />.', /no property "narative". There is: id, narrative/],
  ['<Note idd="3">Text.</Note>', /no property "idd". It has none/],
  ['<question id="x" />', /<question>: write Markdown instead/],
  ['A <a href="/atlas/">link</a>.', /<a>: write Markdown instead/],
  ['![](/card.png)', /!\[\]\(\/card.png\): its text .* is missing/],
  ['<Claim id="C99" />', /no claim "C99"/],
  ['<Plot id="a" />', /<Plot> is not a component/],
  ['<Recorded id="nothing" />', /no experiment "nothing"/],
  ['<Experiment id="a" of="nothing" alt="x" />', /no experiment "nothing"/],
  ['<Experiment id="a" of="circle-depth" alt="x" controls="depth" />', /no control "depth"/],
  ['<Experiment id="a" of="circle-depth" alt="x" rows="a | b" />', /rows must name 7 variants/],
  [
    '<Stills id="a" of="circle-depth" alt="x" variants="relu-4 relu-9" seed="1" epochs="5" />',
    /no variant "relu-9"/,
  ],
  [
    '<Stills id="a" of="circle-depth" alt="x" variants="relu-4" seed="1" epochs="5 5000" />',
    /epochs must be numbers up to 100/,
  ],
  ['Text <Measured of="depth/relu.he.49.gradient" />', /no number "relu\.he\.49\.gradient"/],
  ['Text <Holds that="circle-depth/relu-8.solved > many">Most.</Holds>', /"many" is neither/],
  [
    'Text <Holds that="circle-depth/relu-8.solved > 1000">Most *of them* did.</Holds>',
    /> 1000 \(\d+ > 1000\) does not hold, so this is wrong: “Most of them did\.”/,
  ],
  ['Text <Measured of="circle-depth/gelu-9.solved" />', /no variant "gelu-9"/],
])('%s fails with file and line', async (source, message) => {
  const compiled = async () => compile(source);
  await expect(compiled()).rejects.toThrow(message);
  await expect(compiled()).rejects.toThrow(`${file}:3:`);
});

test('an article needs a function to be about', () => {
  expect(() => compile('Text.', 'content/en/functions/rleu.mdx')).toThrow(
    /^content\/en\/functions\/rleu\.mdx:1: there is no function "rleu"/,
  );
});

test('an id that is taken names both places', async () => {
  const twice =
    '<CollapseLab id="a" alt="x">One.</CollapseLab>\n\n<CurveBuilder id="a" alt="x">Two.</CurveBuilder>';
  await expect((async () => compile(twice))()).rejects.toThrow(
    `${file}:5: <CurveBuilder>: the id "a" is taken at ${file}:3.`,
  );
});

test('what the text cites, defines and shows is known to its page', async () => {
  const { data } = await compile(
    '<ActivationPlot id="a" fn="relu tanh" alt="x">Two.</ActivationPlot>\n\n<Term id="unit">Units</Term> and [SiLU](/atlas/silu/), see <Cite id="leshno-1993 pinkus-1999" />.',
  );
  expect(data.astro!.frontmatter['facts']).toEqual({
    cited: ['leshno-1993', 'pinkus-1999'],
    terms: ['unit'],
    functions: ['relu', 'tanh', 'silu'],
    questions: [],
  });
});

test.each(['See [the atlas](/atlas/).', 'See [the atlas][a].\n\n[a]: /atlas/'])(
  'a link gains its language: %j',
  async (source) => {
    expect((await compile(source)).code).toContain('"/en/atlas/"');
  },
);

test('every component that can be placed has a file, which the document imports', async () => {
  expect([...astroFiles.keys()].sort()).toEqual(Object.keys(components).sort());
  const { code } = await compile('<Summary>Short.</Summary>\n\n<Summary>Again.</Summary>');
  expect(code.match(/^import .*Summary.*$/gm)).toEqual([
    expect.stringContaining('/components/prose/Summary.astro'),
  ]);
});

test('a placement brings the style of what it asks for, and of nothing else', async () => {
  const stylesOf = async (source: string, chapter = file) =>
    [...(await compile(source, chapter)).code.matchAll(/^import ['"]#styles\/(.*)\.css['"]/gm)].map(
      ([, sheet]) => sheet,
    );
  const trainer = '<Trainer id="a" dataset="circle" activation="relu" still="10" alt="x"';
  expect(await stylesOf(`${trainer}>Caption.</Trainer>`)).toEqual([]);
  expect(await stylesOf(`${trainer} views="network">Caption.</Trainer>`)).toEqual(['views-part']);
  expect(await stylesOf('<Question id="predict-relu" />')).toEqual([]);
  const softmax = 'content/en/chapters/softmax-and-the-output-layer.mdx';
  expect(await stylesOf('<Question id="mse-slope" />', softmax)).toEqual([
    'question-types-part',
    'own-function-part',
  ]);
});
