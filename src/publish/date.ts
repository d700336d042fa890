import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/**
 * The time that everything made from this state of the book carries: SOURCE_DATE_EPOCH (seconds since 1970)
 * where it is set, else the commit's; in a copy without history, the day that CITATION.cff names.
 */
export function editionDate(root: string, epoch = process.env.SOURCE_DATE_EPOCH): Date {
  const git = () =>
    spawnSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' }).stdout;
  const seconds = Number(epoch || git() || NaN);
  if (Number.isFinite(seconds)) return new Date(seconds * 1000);
  const citation = parse(readFileSync(`${root}/CITATION.cff`, 'utf8')) as Record<string, string>;
  return new Date(citation['date-released']!);
}
