/** Links that open the laboratory with a network in it. */
import { buildFragment } from '#state/address.ts';
import type { TrainingSetup } from '#nn/setup.ts';
import { encodeLab } from './codec.ts';
import { labSetup, labState, type SpeedId } from './state.ts';

/** The id of the laboratory on its page, and so its name in links. */
export const labId = 'lab';

export interface LabLinkOptions {
  /** The address of the laboratory page (`pageUrl(locale, '/lab/')`); without it, a link within that page. */
  readonly page?: string;
  /** First weights and biases, in the order of `Network.parameters`, in place of drawn ones. */
  readonly weights?: readonly number[];
  /** Views that are open. */
  readonly views?: readonly string[];
  readonly speed?: SpeedId;
}

/** A link to the laboratory page, set up like this: `/en/lab/#v1/lab?dataset=spiral&hidden=8-8`. */
export function labHref(setup: TrainingSetup, { page = '', ...rest }: LabLinkOptions = {}): string {
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const query = encodeLab(labState(labSetup), { ...labState(setup), ...given });
  return page + buildFragment(new Map([[labId, query]]));
}
