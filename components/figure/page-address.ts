/** The address of this page for others. On disk it is that of the published book, where the copy knows it. */
export function addressForOthers(): URL {
  const published =
    location.protocol === 'file:' &&
    document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href;
  return new URL(published || location.href);
}

/**
 * The whole address of a page of the book. A folder on disk has no server that would look for the page in it.
 *
 * @param base what `path` is relative to
 */
export function pageAddress(path: string, base: string | URL): URL {
  const url = new URL(path, base);
  if (url.protocol === 'file:') url.pathname = url.pathname.replace(/\/$/, '/index.html');
  return url;
}
