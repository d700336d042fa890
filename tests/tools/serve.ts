/** A static server for a built book, as plain as the hosts it will live on. */
import { readFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import { createSecureServer, type Http2SecureServer } from 'node:http2';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import sirv from 'sirv';

export interface Served {
  /** Where the book stands: origin and base, with a slash at the end. */
  url: string;
  close(): Promise<void>;
}

interface Options {
  /** Whether files that have a `.br` beside them are sent compressed, to a browser that takes it. */
  compressed?: boolean;
  /** HTTP/2 under TLS, as hosts serve a book, with a certificate that nobody has signed. */
  secure?: boolean;
  /** A free one where none is named. */
  port?: number;
  /** What an answer carries besides, for an address below the base: `en/atlas/`. */
  headersOf?: (address: string) => Readonly<Record<string, string>>;
}

/**
 * Serves `folder` below `base` (`/` or `/book/`) on this machine. What is not there,
 * or not below the base, is answered with the book's 404 page and status 404.
 */
export async function serve(
  folder: string,
  base: string,
  { compressed = false, secure = false, port = 0, headersOf = () => ({}) }: Options = {},
): Promise<Served> {
  const notFound = await readFile(join(folder, '404.html'));
  const files = sirv(folder, {
    brotli: compressed,
    etag: true,
    setHeaders: (response, path) => {
      for (const [name, value] of Object.entries(headersOf(path.slice(1)))) {
        response.setHeader(name, value);
      }
    },
  });
  const answer: RequestListener = (request, response) => {
    const missing = () => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(notFound);
    };
    if (!request.url?.startsWith(base)) return missing();
    request.url = request.url.slice(base.length - 1);
    files(request, response, missing);
  };
  const server = secure ? await secureServer(answer) : createServer(answer);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (!address || typeof address !== 'object') throw new Error('The server has no port.');
  return {
    url: `${secure ? 'https' : 'http'}://127.0.0.1:${address.port}${base}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

async function secureServer(answer: RequestListener): Promise<Http2SecureServer> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: '127.0.0.1' }]);
  // What sirv uses of a request and an answer is the same for both protocols.
  return createSecureServer({ key, cert }, answer as unknown as Http2Listener);
}

type Http2Listener = Parameters<typeof createSecureServer>[1] & {};
