import { markdownToHtml } from 'satteri';
import { katexPlugin } from './katex-plugin.ts';

/** A Markdown text from a data file (with `$…$` mathematics) as HTML blocks. */
export function renderMarkdown(text: string): string {
  return markdownToHtml(text, {
    features: { math: true, smartPunctuation: true },
    hastPlugins: [katexPlugin],
  }).html.trim();
}

/** The same for a text of one paragraph, without the paragraph around it. */
export const renderInline = (text: string): string =>
  renderMarkdown(text).replace(/^<p>([\s\S]*)<\/p>$/, '$1');
