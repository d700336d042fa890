import { always, asking, lasting, saved, type Group } from './rules.ts';

/** What the reader of the file puts in the place of these. */
const folder = '/srv/why-neurons-bend';
const host = 'book.example';

/** Media types that nginx does not know, or that it does not compress unasked. */
const types = { webmanifest: 'application/manifest+json', bib: 'application/x-bibtex' };
const texts = ['text/css', 'text/javascript', 'application/javascript', 'image/svg+xml'];

/**
 * A server block, with the maps that it reads before it.
 *
 * @param base the folder of the site that the book lives in, with slashes at both ends
 */
export function nginxConfig(groups: readonly Group[], base: string): string {
  const policies = groups.map(({ pattern, policy }) => [places(base + pattern), policy] as const);
  const headers = {
    ...always,
    'Content-Security-Policy': '$book_policy',
    'Cache-Control': '$book_cache',
    'Content-Disposition': '$book_disposition',
  };
  return `# Why Neurons Bend under nginx. The folder "site" of the export lies in ${folder}; put this file into
# /etc/nginx/conf.d/ and your own name into server_name. A service worker needs HTTPS: add your certificate.
#
# Compress once, so that nginx need not at each request:
#   find ${folder} -type f -size +1k -regex '.*\\.\\(html\\|js\\|svg\\|bib\\|webmanifest\\)' -exec gzip -9 -k -f {} +

${map('book_policy', '""', policies)}
${map('book_cache', quoted(asking), [[places(`${base}${lasting.folder}*`), lasting.cache]])}
${map('book_disposition', '""', [[places(`${base}${saved.folder}*`), saved.disposition]])}
server {
  listen 80;
  listen [::]:80;
  server_name ${host};

  # A directory's address gets its slash behind a proxy, too.
  absolute_redirect off;
  server_tokens off;
  charset utf-8;
  charset_types ${[...texts, types.webmanifest, types.bib].join(' ')};

  include /etc/nginx/mime.types;
  types {
${Object.entries(types)
  .map(([ending, type]) => `    ${type} ${ending};`)
  .join('\n')}
  }

  # A third less for a chapter: with Debian's libnginx-mod-http-brotli-static, after "brotli -k -f" as gzip above.
  # brotli_static on;
  gzip_static on;
  gzip on;
  gzip_vary on;
  gzip_min_length 1000;
  gzip_types ${[...texts, types.webmanifest, types.bib].join(' ')};

  open_file_cache max=2000 inactive=60s;
  sendfile on;
  tcp_nopush on;

  # An empty header is not sent.
${Object.entries(headers)
  .map(([name, value]) => `  add_header ${name} ${quoted(value)} always;`)
  .join('\n')}

  error_page 404 ${base}404.html;

  location ${base} {
    alias ${folder}/;
    index index.html;
  }
  # For other hosts.
  location = ${base}_headers {
    return 404;
  }
}
`;
}

const quoted = (text: string) => `"${text.replaceAll('"', '\\"')}"`;

/** A pattern as nginx compares it: \`~^/en/atlas/\`, or the address itself, which nginx knows by its file. */
function places(pattern: string): string {
  if (pattern.endsWith('*')) return `~^${escaped(pattern.slice(0, -1))}`;
  return pattern.endsWith('/') ? `~^${escaped(pattern)}(index\\.html)?$` : pattern;
}

const escaped = (text: string) => text.replace(/[.+?^$()[\]{}|\\]/g, '\\$&');

const map = (name: string, other: string, entries: readonly (readonly [string, string])[]) =>
  [
    `map $uri $${name} {`,
    `  default ${other};`,
    ...entries.map(([place, value]) => `  ${quoted(place)} ${quoted(value)};`),
    '}\n',
  ].join('\n');
