/** Makes the copy buttons of a figure work. */
import { fill } from '#i18n/fill.ts';
import { linkTo } from './page-state.ts';
import { copyOrSave, standaloneSvg, toPng } from './share.ts';

interface Sources {
  /** The figure's state as it stands in an address. */
  query: () => string;
  /** The picture as it stands now. */
  svg?: () => SVGSVGElement;
  csv?: () => string;
  /** HTML that shows the figure on another page. */
  embed?: () => string;
}

/** @param messages those under `figure.` */
export function offerCopies(
  host: Element,
  id: string,
  messages: Record<string, string>,
  sources: Sources,
): void {
  const status = host.querySelector('.share-menu [role=status]')!;
  const tell = (key: string, values = {}) => {
    status.textContent = fill(messages[`figure.share.${key}`]!, values);
  };
  const text = (content: string) => new Blob([content], { type: 'text/plain' });
  const blobs: Record<string, () => Blob | Promise<Blob>> = {
    link: () => text(linkTo(id, sources.query())),
    svg: () => text(standaloneSvg(sources.svg!())),
    png: () => toPng(sources.svg!()),
    csv: () => text(sources.csv!()),
    embed: () => text(sources.embed!()),
  };
  for (const button of host.querySelectorAll<HTMLElement>('[data-copy]')) {
    const format = button.dataset['copy']!;
    button.addEventListener('click', () => {
      const name = `${id}.${{ link: 'txt', embed: 'html' }[format] ?? format}`;
      copyOrSave(blobs[format]!(), format === 'png' ? 'image/png' : 'text/plain', name).then(
        (done) => tell(done === 'copied' ? 'done' : 'saved'),
        (error: unknown) => tell('failed', { reason: String(error) }),
      );
    });
  }
}
