/** Networks that come back to the laboratory. */
import type { NetworkJson } from '#exports/network/index.ts';
import { decodeLab, encodeLab } from '#lab/codec.ts';
import type { SettingName } from '#lab/settings.ts';
import { labState, type LabState } from '#lab/state.ts';

/**
 * The state that goes on from a network that was taken along. Out of bounds it is treated as in a link,
 * and begins with weights of its own.
 */
export function openedState(
  { setup, parameters }: NetworkJson,
  base: LabState,
  { speed, views, hide, lock }: LabState,
  linked: readonly SettingName[],
): ReturnType<typeof decodeLab> {
  const wanted: LabState = { ...labState(setup), speed, views, hide, lock };
  const { state, problems } = decodeLab(base, encodeLab(base, wanted, linked), linked);
  if (problems.length > 0) return { state, problems };
  return { state: { ...state, weights: [...parameters] }, problems };
}
