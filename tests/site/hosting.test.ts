/** The configuration for nginx: whole as text, and where nginx is installed, serving the built book. */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readGroups } from '#publish/hosting/index.ts';
import { nginxConfig } from '#publish/hosting/nginx.ts';
import { builds, filesOf, read, type Build } from './builds.ts';

const hasNginx = spawnSync('nginx', ['-v']).status === 0;

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

/** Serves a build with the configuration as it is, but for its folder and port. */
async function underNginx(build: Build, use: (url: string) => Promise<void>): Promise<void> {
  const { folder, base } = builds[build];
  const home = mkdtempSync(join(tmpdir(), 'nginx-'));
  const port = await freePort();
  const server = nginxConfig(await readGroups(folder), base)
    .replaceAll('/srv/why-neurons-bend', join(home, 'site'))
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace('listen [::]:80;', '');
  // Its workers are another user than the one who runs the tests.
  chmodSync(home, 0o755);
  cpSync(folder, join(home, 'site'), { recursive: true });
  const page = join(home, 'site/en/index.html');
  writeFileSync(`${page}.gz`, gzipSync(read(build, 'en/index.html')));
  const file = join(home, 'nginx.conf');
  const log = join(home, 'log');
  writeFileSync(
    file,
    `daemon off; pid ${home}/pid; error_log ${log}; events {} http { access_log off; ${server} }`,
  );
  const checked = spawnSync('nginx', ['-t', '-c', file, '-e', log], { encoding: 'utf8' });
  expect(checked.status, checked.stderr).toBe(0);
  const nginx = spawn('nginx', ['-c', file, '-e', log]);
  const ended = new Promise((resolve) => nginx.once('exit', resolve));
  try {
    const url = `http://127.0.0.1:${port}${base}`;
    await expect
      .poll(() =>
        fetch(url).then(
          ({ ok }) => ok,
          () => false,
        ),
      )
      .toBe(true);
    await use(url);
  } finally {
    nginx.kill('SIGQUIT');
    await ended;
    rmSync(home, { recursive: true });
  }
}

const get = (url: string) => fetch(url, { redirect: 'manual' });

test.each(['root', 'subpath'] as const)('nginx serves the %s build as it should', async (build) => {
  const text = nginxConfig(await readGroups(builds[build].folder), builds[build].base);
  expect(text.split('{').length).toBe(text.split('}').length);
  expect(text).not.toMatch(/undefined|\[object/);
  if (!hasNginx) return;
  await underNginx(build, async (url) => {
    const cover = await get(`${url}en/`);
    expect(cover.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(cover.headers.get('content-encoding')).toBe('gzip');
    expect(cover.headers.get('cache-control')).toBe('no-cache');
    expect(cover.headers.get('x-content-type-options')).toBe('nosniff');
    const policy = cover.headers.get('content-security-policy')!;
    expect(policy).toContain("frame-ancestors 'self'");
    // The header lets in what the page's own policy does.
    const html = await cover.text();
    const own = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)![1]!;
    expect(policy).toBe(`${own}; frame-ancestors 'self'`);

    const etag = cover.headers.get('etag')!;
    const again = await fetch(`${url}en/`, { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);

    const script = filesOf(build).find((file) => /^_astro\/.*\.js$/.test(file))!;
    const kept = await get(url + script);
    expect(kept.headers.get('cache-control')).toMatch(/max-age=31536000, immutable/);
    expect(kept.headers.get('content-type')).toMatch(/javascript/);

    const manifest = await get(`${url}en/app.webmanifest`);
    expect(manifest.headers.get('content-type')).toMatch(/^application\/manifest\+json/);
    const worker = await get(`${url}sw.js`);
    expect(worker.headers.get('cache-control')).toBe('no-cache');

    const frame = await get(`${url}en/lab/embed/`);
    expect(frame.headers.get('content-security-policy')).not.toContain('frame-ancestors');

    const missing = await get(`${url}en/none/`);
    expect(missing.status).toBe(404);
    expect(await missing.text()).toBe(read(build, '404.html').toString());
    expect(missing.headers.get('content-security-policy')).toContain('default-src');
    expect((await get(`${url}_headers`)).status).toBe(404);

    const noSlash = await get(`${url}en/atlas`);
    expect(noSlash.status).toBe(301);
    expect(noSlash.headers.get('location')).toBe(`${builds[build].base}en/atlas/`);
  });
});
