/** Finds where authors typed a link, so that a broken one is reported at their line instead of a built page. */

/**
 * @param texts content files by name, as typed
 * @param base where the book stands: authors do not type it, nor the language: `/atlas/relu/`
 * @returns `file:line` of every place that has the link, given as built
 */
export function typedLinks(
  texts: ReadonlyMap<string, string>,
  base: string,
): (href: string) => string[] {
  return (href) => {
    const forms = new Set([href, decoded(href)].flatMap((link) => [link, ...asTyped(link, base)]));
    return [...texts].flatMap(([file, text]) =>
      text
        .split('\n')
        .flatMap((line, i) =>
          [...forms].some((form) => stands(form, line)) ? [`${file}:${i + 1}`] : [],
        ),
    );
  };
}

/** Renderers encode what an author may have typed as it is: `#größe`. */
function decoded(href: string): string {
  try {
    return decodeURI(href);
  } catch {
    return href;
  }
}

/** Without the base, as for a file, and without the language, as for a page. */
function asTyped(href: string, base: string): string[] {
  if (!href.startsWith(base)) return [];
  const path = href.slice(base.length);
  return [`/${path}`, path.replace(/^[^/]+(?=\/)/, '')];
}

/** Whether a line has this link from end to end: `/relu/` is not in `](/atlas/relu/)`. */
function stands(link: string, line: string): boolean {
  if (link === '') return false;
  for (let at = line.indexOf(link); at >= 0; at = line.indexOf(link, at + 1)) {
    const before = line[at - 1] ?? ' ';
    const after = line[at + link.length] ?? ' ';
    if (/[\s("'<]/.test(before) && /[\s)"'>]/.test(after)) return true;
  }
  return false;
}
