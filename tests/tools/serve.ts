/** A static server for a built book, as plain as the hosts it will live on. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

export interface Served {
  /** Where the book stands: origin and base, with a slash at the end. */
  url: string;
  close(): Promise<void>;
}

/**
 * Serves `folder` below `base` (`/` or `/book/`) on a free port of this machine. What is not there,
 * or not below the base, is answered with the book's 404 page and status 404. With `gzip`, files
 * that have a `.gz` beside them are sent compressed.
 */
export async function serve(folder: string, base: string, { gzip = false } = {}): Promise<Served> {
  const notFound = await readFile(join(folder, '404.html'));
  const files = sirv(folder, { gzip, etag: true });
  const server = createServer((request, response) => {
    const missing = () => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(notFound);
    };
    if (!request.url?.startsWith(base)) return missing();
    request.url = request.url.slice(base.length - 1);
    files(request, response, missing);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (!address || typeof address !== 'object') throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}${base}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
