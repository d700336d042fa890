/** The recorded number that a prediction is marked against. Build time only. */
import { recordedValue } from '#experiments/index.ts';
import { formatNumber } from '#i18n/numbers.ts';
import type { QuestionOf } from './schema.ts';

type Reading = Pick<QuestionOf<'run'>, 'of' | 'as' | 'digits'>;

/** In the unit that is read, rounded as it is shown, so that the mark agrees with what stands there. */
export function recorded({ of, as, digits = as === 'number' ? 3 : 0 }: Reading): number {
  const value = recordedValue(of) * (as === 'percent' ? 100 : 1);
  return Number.isFinite(value) ? Number(value.toFixed(digits)) : value;
}

/** `51 %`, `18`, `0.693` */
export function recordedText(reading: Reading): string {
  const { as, digits = as === 'number' ? 3 : 0 } = reading;
  const text = formatNumber(recorded(reading), digits);
  return as === 'percent' ? `${text} %` : text;
}
