/** Every message is read by some code: what nobody reads would be translated for nobody. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = 'content/en/messages/';
const keys = readdirSync(folder).flatMap((file) =>
  Object.keys(JSON.parse(readFileSync(folder + file, 'utf8')) as object),
);

const code = ['components', 'src']
  .flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: 'utf8' }).map((file) => `${root}/${file}`),
  )
  .filter((file) => /(?<!\.test)\.(ts|astro)$/.test(file))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));

/** Where a `say`, `word` or `text` of its own puts the beginning before the keys that it is given. */
const said: Readonly<Record<string, RegExp>> = {
  curve: /curve-builder/,
  depth: /depth/,
  experiment: /compare|experiment/,
  'experiment-page': /compare|experiment/,
  'experiment-page.stills': /experiment/,
  'export.code': /exports/,
  'figure.notice': /lab|state|figure/,
  'figure.share': /figure/,
  formula: /formula|own-function/,
  lab: /lab|trainer/,
  'lab.own.said': /trainer/,
  plot: /plot|own-function|src.(atlas|figures)/,
  properties: /properties/,
  'question.answers': /question/,
  'question.say': /question/,
  softmax: /softmax/,
  trainer: /compare|experiment|lab|trainer/,
  view: /backprop|trainer/,
};

/** Keys that are put together in a way of their own. */
const built = [
  /^experiment-page\.setting\./, // `${prefix}.${key}`: the settings of an experiment
  /^trainer\.speed\./, // `${name}.${id}`: settings that are chosen from a list
  /^trainer\.notice\./, // said in place of those of `figure.notice` of what a reader enters
  /^view\.dead\.\w+One$/, // `${key}One`: of a single unit
];

/** Keys as they stand in the code; `a.${name}` there is every key `a.…` of two parts. */
function keysIn(files: readonly { text: string }[]) {
  const texts = files.map(({ text }) => text).join('\n');
  const literals = new Set([...texts.matchAll(/(?<=['"`])[\w.-]+(?=['"`])/g)].map(String));
  const patterns = [...texts.matchAll(/`((?:[\w.-]|\$\{[^`{}]*\})+)`/g)]
    .map(([, template = '']) => template.replace(/\$\{[^}]*\}/g, '*'))
    .filter((shape) => /^[\w*.-]*\*[\w*.-]*$/.test(shape) && /\w/.test(shape))
    .filter((shape) => shape.includes('.') && !(shape.slice(0, -2) in said))
    .map((shape) => new RegExp(`^${shape.replace(/\./g, '\\.').replace(/\*/g, '[\\w-]+')}$`));
  return (key: string) => literals.has(key) || patterns.some((pattern) => pattern.test(key));
}

const isRead = keysIn(code);
const readers = Object.entries(said).map(([beginning, place]) => {
  const isSaid = keysIn(code.filter(({ file }) => place.test(file)));
  return (key: string) =>
    key.startsWith(`${beginning}.`) && isSaid(key.slice(beginning.length + 1));
});

test('every message is read', () => {
  const unread = keys.filter(
    (key) =>
      !isRead(key) &&
      !readers.some((reads) => reads(key)) &&
      !built.some((family) => family.test(key)),
  );
  expect(unread).toEqual([]);
});
