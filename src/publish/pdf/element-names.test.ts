import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { renumberElements } from './element-names.ts';

/** A table's head, a cell that belongs to it and the list of both, as Chromium names them. */
async function printed(first: number) {
  const pdf = await PDFDocument.create();
  const name = (i: number) => PDFString.of(`node000${first + i}`);
  const { context } = pdf;
  context.register(context.obj({ S: 'TH', ID: name(0) }));
  context.register(context.obj({ S: 'TD', A: [{ Headers: [name(0), name(7)] }] }));
  context.register(context.obj({ Names: [name(0), name(7)] }));
  context.register(context.obj({ Title: PDFString.of('node'), ID: PDFString.of('note_1') }));
  renumberElements(pdf);
  return context.enumerateIndirectObjects().map(([, object]) => String(object));
}

test('elements are called alike, however far Chromium had counted', async () => {
  const one = await printed(10948);
  expect(one).toEqual(await printed(20111));
  expect(one.join('\n')).toContain('/Headers [ (node00000001) (node00000002) ]');
  expect(one.join('\n')).toContain('/ID (note_1)');
});

test('the order of the names stays that of their numbers, also where one is longer', async () => {
  const pdf = await PDFDocument.create();
  const names = ['node99999999', 'node100000000'].map((name) => PDFString.of(name));
  const list = pdf.context.obj(names);
  pdf.catalog.set(PDFName.of('List'), list);
  renumberElements(pdf);
  expect(String(list)).toBe('[ (node00000001) (node00000002) ]');
});
