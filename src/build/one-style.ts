/**
 * The page with the styles of its head in one element, in their order, in place of the first: each element more
 * is a hash more in the page's policy, which no compression makes shorter.
 */
export function withOneStyle(html: string): string {
  const end = html.indexOf('</head>');
  const styles: string[] = [];
  const head = html.slice(0, end).replace(/<style>([^]*?)<\/style>/g, (_, css: string) => {
    styles.push(css);
    return styles.length === 1 ? '<style></style>' : '';
  });
  return (
    head.replace('<style></style>', () => `<style>${styles.join('')}</style>`) + html.slice(end)
  );
}
