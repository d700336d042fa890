import { expect, test } from 'vitest';
import { dropHead, markArtifacts } from './content-marks.ts';

const head = 'BT\n/F7 11.3 Tf\n1 0 0 -1 90.7 55 Tm\n<0018> Tj\nET\n';
const foot = 'BT\n/F7 11.3 Tf\n1 0 0 -1 90.7 1079 Tm\n<0053> Tj\nET\n';
const page = `q\n${head}${foot}Q\nq\n1 2 3 4 re\nW* n\n`;

test('what is painted outside of the structure is an artifact; what only clips is not painted', () => {
  const marked = markArtifacts(
    'q\n1 2 3 4 re\nW* n\n5 6 m\n7 8 l\nS\n/P <</MCID 0 >>BDC\n1 1 2 2 re\nf\nEMC\n/X1 Do\n/X2 Do\nQ',
    (name) => name === 'X1',
  );
  expect(marked.split('\n')).toEqual([
    ...['q', '1 2 3 4 re', 'W* n'],
    ...['/Artifact BMC', '5 6 m', '7 8 l', 'S', 'EMC'],
    ...['/P <</MCID 0 >>BDC', '1 1 2 2 re', 'f', 'EMC'],
    ...['/Artifact BMC', '/X1 Do', 'EMC', '/X2 Do', 'Q'],
  ]);
});

test('running heads are artifacts', () => {
  expect(markArtifacts(page, () => true)).toContain(`/Artifact BMC\n${head}EMC\n`);
});

test('a page loses its running head and keeps its number', () => {
  const opener = dropHead(page);
  expect(opener).not.toContain(head);
  expect(opener).toBe(page.replace(head, ''));
});
