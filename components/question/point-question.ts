/** The point goes where the slider is; a press on the plot moves the slider. */
import { moveCursor } from '#figures/cursor.ts';
import { valueAtX } from '#figures/frame.ts';
import { fill } from '#i18n/fill.ts';
import { formatNumber } from '#i18n/numbers.ts';
import { watchChartSize } from '../figure/chart-size.ts';
import { followPointer } from '../figure/follow-pointer.ts';
import { pageMessages } from '../figure/page-messages.ts';
import { pointFrames, pointScene, type PointConfig } from './point-config.ts';

export function startPoint(host: HTMLElement): void {
  const plot = host.querySelector<HTMLElement>('.question-plot')!;
  const config = JSON.parse(plot.dataset['config']!) as PointConfig;
  const area = plot.querySelector<HTMLElement>('.chart-area')!;
  const slider = plot.querySelector<HTMLInputElement>('input[type=range]')!;
  const readout = plot.querySelector('.point-readout')!;
  const frames = pointFrames(config);
  const say = (key: string, values: Record<string, string | number>) =>
    fill(pageMessages()[`question.say.point.${key}`]!, values);

  const moved = () => {
    const scene = pointScene(config, slider.valueAsNumber);
    const { z } = scene;
    for (const name of ['wide', 'narrow'] as const)
      moveCursor(plot.querySelector(`.chart-${name}`)!, scene, frames[name]);
    const values = scene.functions.flatMap(({ activation, f, df }) => [
      say('value', { name: activation.notation, value: formatNumber(f(z)) }),
      // A slope that cannot be seen is not told.
      ...(config.slope || config.tangent ? [say('slope', { slope: formatNumber(df(z)) })] : []),
    ]);
    const text = say('readout', { z: formatNumber(z, 2), values: values.join(', ') });
    readout.textContent = text;
    slider.setAttribute('aria-valuetext', text);
  };
  const size = watchChartSize(plot, moved);

  const follow = ({ clientX }: PointerEvent) => {
    const { left, width } = plot.querySelector(`.chart-${size()} svg`)!.getBoundingClientRect();
    const frame = frames[size()];
    // The slider rounds to its own step.
    slider.value = String(valueAtX(frame, ((clientX - left) / width) * frame.width));
    moved();
  };
  followPointer(area, follow);
  slider.addEventListener('input', moved);
  moved();
}
