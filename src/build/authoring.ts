/**
 * Checks what an author typed while Markdown compiles, so that a mistake fails the build with its file
 * and line; collects what a page needs to know about its own text; and makes links portable.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'satteri';
import { defineMdastPlugin } from 'satteri';
import { activations } from '#activations/index.ts';
import { emptyFacts, type DocumentFacts } from '#content/document-facts.ts';
import { defaultLocale, locales, type Locale } from '#i18n/locales.ts';
import { problemsOf, type Attributes } from './author-checks.ts';
import { astroFiles, components } from './author-components.ts';

type JsxElement = MdxJsxFlowElement | MdxJsxTextElement;

/** Attributes with plain text values; an expression such as `{3}` counts as its source text. */
function attributesOf(node: JsxElement): Attributes {
  const attributes: Attributes = {};
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute') continue;
    const { name, value } = attribute;
    attributes[name] = typeof value === 'object' ? (value?.value ?? '') : (value ?? '');
  }
  return attributes;
}

/** HTML that Markdown has no sign for. Links and pictures have one, with checks of their own. */
const plainTags = ['div', 'span', 'br', 'sub', 'sup', 'kbd'];

/** What can stand in an address after `#` as it is, and name the figure there. */
const elementId = /^[A-Za-z][\w-]*$/;

/** The words in an element; what a component will say there is not known yet. */
const textOf = (node: unknown): string => {
  const { type, value, children } = node as { type: string; value?: string; children?: unknown[] };
  if (children?.length) return children.map(textOf).join('').replace(/\s+/g, ' ').trim();
  return type.startsWith('mdxJsx') ? '…' : (value ?? '');
};

/** A factory: one instance, with its own memory of ids, for each document. */
export const authoring = ({ fileURL }: { fileURL: URL | undefined }) => {
  const file = fileURL ? path.relative(process.cwd(), fileURLToPath(fileURL)) : 'a document';
  const locale = locales.find((l): l is Locale => file.split(path.sep)[1] === l) ?? defaultLocale;
  const slug = path.basename(file).replace(/\.mdx?$/, '');
  const ids = new Map<string, string>();
  const placed = new Set<string>();
  const styles = new Set<string>();
  const facts = emptyFacts();

  if (path.basename(path.dirname(file)) === 'functions' && !(slug in activations))
    throw new Error(`${file}:1: there is no function "${slug}" to write about.`);

  const placeOf = (node: { position?: { start: { line: number } } | undefined }) =>
    `${file}:${node.position?.start.line ?? 1}`;

  const element = (node: Readonly<JsxElement>) => {
    const name = node.name ?? '';
    const where = placeOf(node);
    const component = components[name];
    if (!component) {
      if (plainTags.includes(name) || name === '') return;
      throw new Error(
        /^[A-Z]/.test(name)
          ? `${where}: <${name}> is not a component. Known: ${Object.keys(components).join(', ')}.`
          : `${where}: <${name}>: write Markdown instead; of HTML there is ${plainTags.join(', ')}.`,
      );
    }
    placed.add(name);
    const attributes = attributesOf(node);
    const place = { locale, slug, text: node.children.length > 0 ? textOf(node) : '' };
    for (const problem of problemsOf(component, attributes, place)) {
      throw new Error(`${where}: <${name}>: ${problem}`);
    }
    for (const sheet of component.styles?.(attributes, place) ?? []) styles.add(sheet);
    const { id } = attributes;
    if (component.hasElementId && id) {
      if (!elementId.test(id))
        throw new Error(`${where}: <${name}>: an id has letters, digits and hyphens, not "${id}".`);
      const before = ids.get(id);
      if (before) throw new Error(`${where}: <${name}>: the id "${id}" is taken at ${before}.`);
      ids.set(id, where);
    }
    for (const [kind, keys] of Object.entries(component.mentions?.(attributes) ?? {})) {
      for (const key of keys) remember(kind as keyof DocumentFacts, key);
    }
  };

  /** Authors write `/atlas/`; the language and the folder that the book lives in are added here. */
  const leadOn = (url: string) => {
    const atlas = /^\/atlas\/([a-z0-9-]+)\/$/.exec(url)?.[1];
    if (atlas) remember('functions', atlas);
    return url.startsWith('/') ? `${bookBase()}${locale}${url}` : url;
  };

  const remember = (kind: keyof DocumentFacts, key: string) => {
    if (!facts[kind].includes(key)) facts[kind].push(key);
  };

  return defineMdastPlugin({
    name: 'authoring',
    options: { position: true },
    mdxJsxFlowElement: element,
    mdxJsxTextElement: element,
    link: (node, ctx) => ctx.setProperty(node, 'url', leadOn(node.url)),
    definition: (node, ctx) => ctx.setProperty(node, 'url', leadOn(node.url)),
    image(node, ctx) {
      if (!node.alt?.trim())
        throw new Error(
          `${placeOf(node)}: ![](${node.url}): its text for who cannot see it is missing.`,
        );
      // Pictures stand in `public/`, and are the same in every language.
      if (node.url.startsWith('/')) ctx.setProperty(node, 'url', bookBase() + node.url.slice(1));
    },
    after(root, ctx) {
      // Imported by the document itself, a component brings its style to this page and to no other.
      for (const name of placed) {
        const value = `import ${name} from '${astroFiles.get(name)}';`;
        ctx.appendChild(root, { type: 'mdxjsEsm', value });
      }
      for (const sheet of styles) {
        ctx.appendChild(root, { type: 'mdxjsEsm', value: `import '#styles/${sheet}.css';` });
      }
      const astro = ctx.data.astro;
      if (astro) Object.assign(astro.frontmatter, { facts });
    },
  });
};

let base = '/';
/** Told once by the integration below; Markdown plugins cannot ask Astro. */
const bookBase = () => base;

export const authoringBase = () => ({
  name: 'book:authoring-base',
  hooks: {
    'astro:config:done': ({ config }: { config: { base: string } }) => {
      base = config.base.endsWith('/') ? config.base : `${config.base}/`;
    },
  },
});
