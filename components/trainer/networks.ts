/** Networks that leave the laboratory, and those that come back. */
import type { NetworkJson, RunData } from '#exports/network/index.ts';
import { decodeLab, encodeLab } from '#lab/codec.ts';
import type { SettingName } from '#lab/settings.ts';
import { labState, type LabState } from '#lab/state.ts';
import type { TrainerConfig } from './trainer-config.ts';
import { train } from './training.ts';

/** The run that the page shows before any has begun. */
export async function stillRun({ setup, still }: TrainerConfig): Promise<RunData> {
  const { gatherRun } = await import('#exports/network/index.ts');
  const { run, history } = train(setup, still);
  return gatherRun(setup, undefined, run.network.parameters, history);
}

/** @param parameters as they are now; nothing when there is no network */
export async function runOf(
  { setup, weights }: LabState,
  parameters: Promise<Float64Array | undefined>,
  history: () => RunData['history'],
): Promise<RunData | undefined> {
  const { gatherRun } = await import('#exports/network/index.ts');
  const now = await parameters;
  return now && gatherRun(setup, weights, now, history());
}

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
