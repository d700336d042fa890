/** The living part of an activation plot, loaded when a reader first touches one. */
import type { ActivationScene } from '#figures/activation-chart.ts';
import { moveCursor } from '#figures/cursor.ts';
import { frames } from '#figures/curve-frames.ts';
import { describeFacts, describePoint, describeSlope, type Say } from '#figures/describe.ts';
import { fill } from '#i18n/fill.ts';
import { formatNumber, formatSetting } from '#i18n/numbers.ts';
import { LiveChart } from '../figure/live-chart.ts';
import { pageMessages } from '../figure/page-messages.ts';
import type { Meanwhile } from '../figure/wake.ts';
import { curvesOf, plotFields, sceneOf, type PlotConfig } from './plot-config.ts';
import { tableRows, toCsv } from './table.ts';

export function startPlot(host: HTMLElement, meanwhile: Meanwhile): void {
  const config = JSON.parse(host.dataset['config']!) as PlotConfig;
  const messages = pageMessages();
  const say: Say = (key, values = {}) => fill(messages[`plot.${key}`] ?? key, values);
  const all = (selector: string) => [...host.querySelectorAll<HTMLElement>(selector)];

  new LiveChart<ActivationScene>(host, meanwhile, {
    fields: plotFields(config),
    point: 'z',
    frames: frames(config),
    sceneOf: (state) => sceneOf(config, state, curvesOf(config, state)),
    withPoint: (scene, z) => ({ ...scene, z }),
    moveCursor,
    read(scene) {
      const { functions, z } = scene;
      for (const cell of all('[data-z]')) cell.textContent = formatNumber(z, 2);
      const [values, slopes] = [all('[data-f]'), all('[data-df]')];
      functions.forEach((curve, i) => {
        values[i]!.textContent = formatNumber(curve.f(z));
        slopes[i]!.textContent = describeSlope(curve, z, say);
      });
      fillFormula(host, scene);
    },
    describe({ functions: [single, ...others] }) {
      if (!single || others.length > 0) return;
      const texts = describeFacts(single, say);
      all('.facts dd').forEach((dd, i) => (dd.textContent = texts[i]![1]));
    },
    spoken: ({ functions, z }) => describePoint(functions, z, say),
    rows: ({ functions }) => tableRows(functions, config.x, say),
    csv: ({ functions }) => toCsv(functions, config.x, say),
    async load() {
      const { drawActivationChart } = await import('./draw.ts');
      return (scene, frame) => drawActivationChart(scene, frame, say('axis.z'));
    },
  });
}

/** Puts the numbers at z into the formula of the plot's one function. */
function fillFormula(host: HTMLElement, { functions: [first], z }: ActivationScene): void {
  if (!first) return;
  const values: Record<string, number> = { ...first.parameters, z, f: first.f(z) };
  for (const [name, value] of Object.entries(values)) {
    const text = formatSetting(Number(value.toPrecision(4)));
    for (const slot of host.querySelectorAll(`.live-formula .slot-${name}`)) {
      const bracketed = slot.classList.contains('slot-bracketed') && text.startsWith('−');
      slot.textContent = bracketed ? `(${text})` : text;
    }
  }
}
