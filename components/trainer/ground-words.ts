/** The plane and its key, as a reader reads them. */
import { curveRange } from '#figures/decision-surface-lines.ts';
import { surfaceKind } from '#figures/decision-surface.ts';
import { formatSetting } from '#i18n/numbers.ts';
import type { Ground } from '#nn/points.ts';

/** What stands at the ends of the axes: of x₁ or x, and of x₂ or y. */
export function groundTexts({ domain, dimensions, range = [0, 1] }: Ground) {
  const vertical = dimensions === 1 ? curveRange(range) : domain;
  return {
    left: formatSetting(domain[0]),
    right: formatSetting(domain[1]),
    bottom: formatSetting(vertical[0]),
    top: formatSetting(vertical[1]),
    least: formatSetting(range[0]),
    greatest: formatSetting(range[1]),
    horizontal: dimensions === 1 ? 'x' : 'x₁',
    vertical: dimensions === 1 ? 'y' : 'x₂',
  };
}

/** The parts of the key that fit a ground. */
export function keyName(ground: Pick<Ground, 'task' | 'dimensions'>): readonly string[] {
  const kind = surfaceKind(ground);
  const { task } = ground;
  if (task.kind === 'values') return [kind];
  return [
    'classes',
    ...(task.classes > 2 ? ['class2'] : []),
    ...(kind === 'curve' ? ['curve'] : []),
  ];
}
