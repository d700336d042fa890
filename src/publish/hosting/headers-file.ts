import { always, asking, lasting, saved, type Group } from './rules.ts';

/** Cloudflare Pages reads no more of a file: https://developers.cloudflare.com/pages/configuration/headers/ */
const most = { rules: 100, line: 2000 };

/**
 * The file `_headers`, which Netlify and Cloudflare Pages read.
 *
 * @param base the folder of the site that the book lives in, with slashes at both ends
 * @throws when a host would not read all of it
 */
export function headersFile(groups: readonly Group[], base: string): string {
  const rules: (readonly [pattern: string, headers: Readonly<Record<string, string>>])[] = [
    [`${base}*`, always],
    [`${base}${lasting.folder}*`, { 'Cache-Control': lasting.cache }],
    [`${base}${saved.folder}*`, { 'Content-Disposition': saved.disposition }],
    ...groups.map(
      ({ pattern, policy }) =>
        [base + pattern, { 'Cache-Control': asking, 'Content-Security-Policy': policy }] as const,
    ),
  ];
  const lines = rules.flatMap(([pattern, headers]) => [
    pattern,
    ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
  ]);
  const long = lines.find((line) => line.length > most.line);
  if (long) throw new Error(`_headers: a line is longer than ${most.line}: ${long.slice(0, 60)}…`);
  if (rules.length > most.rules) throw new Error(`_headers: more than ${most.rules} rules.`);
  return `${lines.join('\n')}\n`;
}
