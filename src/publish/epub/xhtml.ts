/** HTML as well-formed XHTML. The HTML parser gives SVG and MathML their namespaces and their letter case back. */
import { parse } from 'parse5';
import xmlserializer from 'xmlserializer';
import { escape } from '#publish/manuscript/dom.ts';

interface Page {
  locale: string;
  title: string;
  /** Path of the style sheet, from the page. */
  style: string;
  /** `epub:type` of the body. */
  type?: string;
  /** The content of the body, as HTML. */
  body: string;
}

export function xhtml({ locale, title, style, type, body }: Page): string {
  const html =
    `<!doctype html><html xmlns:epub="http://www.idpf.org/2007/ops" lang="${locale}" xml:lang="${locale}">` +
    `<head><meta charset="utf-8"><title>${escape(title)}</title>` +
    `<link rel="stylesheet" type="text/css" href="${style}"></head>` +
    `<body${type ? ` epub:type="${type}"` : ''}>${body}</body></html>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xmlserializer.serializeToString(parse(html))}\n`;
}
