/** Draws a slice in the browser. Apart, so that Plot loads only when curves change. */
import * as Plot from '@observablehq/plot';
import { sliceChart } from '#atlas/slice-chart.ts';
import type { SliceScene } from '#atlas/slice-scene.ts';
import type { Frame } from '#figures/frame.ts';
import { tidy } from '#figures/tidy.ts';

export const drawSlice = (scene: SliceScene, frame: Frame) =>
  tidy(Plot.plot(sliceChart(scene, frame)) as SVGSVGElement);
