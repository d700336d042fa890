/** The living part of a slice, loaded when a reader first touches one. */
import { moveCursor } from '#atlas/slice-cursor.ts';
import {
  readings,
  sceneOf,
  settingsText,
  sliceFields,
  sliceFrames,
  spokenPoint,
  tableRows,
  toCsv,
  type Say,
  type SliceScene,
} from '#atlas/slice-scene.ts';
import { sliceById } from '#atlas/slice.ts';
import { fill } from '#i18n/fill.ts';
import { formatNumber } from '#i18n/numbers.ts';
import { LiveChart } from '../figure/live-chart.ts';
import { pageMessages } from '../figure/page-messages.ts';
import { pointStep } from '../figure/point-slider.ts';
import type { Meanwhile } from '../figure/wake.ts';

export function startSlice(host: HTMLElement, meanwhile: Meanwhile): void {
  const slice = sliceById(host.dataset['fn']!);
  const messages = pageMessages();
  const say: Say = (key, values = {}) => fill(messages[key] ?? key, values);

  new LiveChart<SliceScene>(host, meanwhile, {
    fields: sliceFields(slice, Number(host.dataset['at']), pointStep),
    point: slice.moving.name,
    frames: sliceFrames(slice),
    sceneOf: (state) => sceneOf(slice, state),
    withPoint: (scene, at) => ({ ...scene, at }),
    moveCursor,
    read(scene) {
      const texts = readings(scene, say).flat();
      host.querySelectorAll('[data-reading]').forEach((cell, i) => (cell.textContent = texts[i]!));
      host.querySelector('.readout [data-at]')!.textContent = formatNumber(scene.at, 2);
    },
    describe(_scene, state) {
      const place = host.closest('figure')!.querySelector('[data-settings]')!;
      place.textContent = settingsText(slice, state, say);
    },
    spoken: (scene) => spokenPoint(scene, say),
    rows: tableRows,
    csv: toCsv,
    load: async () => (await import('./draw-slice.ts')).drawSlice,
  });
}
