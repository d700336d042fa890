/** A manuscript as the files of an EPUB 3. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { messagesFor } from '#i18n/messages.ts';
import { escape } from '#publish/manuscript/dom.ts';
import { idsOf } from '#publish/manuscript/excerpt.ts';
import type { Manuscript } from '#publish/manuscript/index.ts';
import { contentOf } from './content.ts';
import { navigation } from './navigation.ts';
import { container, packageDocument, type Resource } from './package.ts';
import { styleSheet } from './style.ts';
import { xhtml } from './xhtml.ts';

/** Those of the site, and its own. */
const fonts = ['../../fonts', './fonts'].map((folder) => join(import.meta.dirname, folder));
const xhtmlType = 'application/xhtml+xml';

/** @returns path in the archive -> content, in the order in which they are to lie there */
export function epubFiles(book: Manuscript, date: Date): Map<string, Uint8Array> {
  const t = messagesFor(book.locale);
  const resources: (Resource & { content: string | Uint8Array })[] = [];
  const add = (resource: (typeof resources)[number]) => void resources.push(resource);
  const page = (path: string, title: string, type: string | undefined, body: string) => {
    const style = `${path.includes('/') ? '../' : ''}book.css`;
    const content = xhtml({ locale: book.locale, title, style, type, body });
    const properties = [
      ...(path === 'nav.xhtml' ? ['nav'] : []),
      ...(content.includes('<math') ? ['mathml'] : []),
      ...(content.includes('<svg') ? ['svg'] : []),
    ];
    add({ path, type: xhtmlType, properties, spine: true, content });
  };

  const homes = new Map(
    book.sections.flatMap((section) => idsOf(section).map((id) => [id, `${section.id}.xhtml`])),
  );
  const fileOf = (id: string) => {
    const file = homes.get(id);
    if (!file) throw new Error(`A link leads to "${id}", which the book does not have.`);
    return file;
  };
  const images = new Map<string, Uint8Array>();
  const imageOf = (address: string) => {
    const [, base64] = /^data:image\/png;base64,(.+)$/.exec(address) ?? [];
    if (!base64) throw new Error(`A picture is not in the page itself: ${address.slice(0, 80)}`);
    const name = `${createHash('sha256').update(base64).digest('hex').slice(0, 16)}.png`;
    images.set(`images/${name}`, Buffer.from(base64, 'base64'));
    return `../images/${name}`;
  };

  const cover = readFileSync(`content/${book.locale}/cover.png`);
  page(
    'cover.xhtml',
    t('edition.cover'),
    'cover',
    `<section class="cover" epub:type="cover"><img src="cover.png" alt="${escape(t('edition.cover.alt'))}"></section>`,
  );
  const [title, ...sections] = book.sections;
  const text = (section: (typeof book.sections)[number]) => {
    const { body, matter } = contentOf(section, fileOf, imageOf, t);
    page(`text/${section.id}.xhtml`, section.title, matter, body);
  };
  text(title!);
  page('nav.xhtml', t('nav.contents'), 'frontmatter', navigation(book, 'text/', t));
  for (const section of sections) text(section);
  add({ path: 'book.css', type: 'text/css', content: styleSheet() });
  add({ path: 'cover.png', type: 'image/png', properties: ['cover-image'], content: cover });
  for (const [path, content] of [...images].sort(([a], [b]) => (a < b ? -1 : 1)))
    add({ path, type: 'image/png', content });
  for (const folder of fonts)
    for (const file of readdirSync(folder)
      .filter((name) => /^bend-(serif|sans|formula)-.*\.woff2$/.test(name))
      .sort())
      add({ path: `fonts/${file}`, type: 'font/woff2', content: readFileSync(join(folder, file)) });

  const bytes = (content: string | Uint8Array) =>
    typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
  return new Map(
    [
      ['mimetype', 'application/epub+zip'] as const,
      ['META-INF/container.xml', container] as const,
      ['EPUB/package.opf', packageDocument(book, resources, date, t)] as const,
      ...resources.map(({ path, content }) => [`EPUB/${path}`, content] as const),
    ].map(([path, content]) => [path, bytes(content)]),
  );
}
