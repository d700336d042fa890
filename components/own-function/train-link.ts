import { labHref } from '#lab/link.ts';
import { labSetup } from '#lab/state.ts';
import type { OwnCurve } from './properties.ts';

/** The laboratory with this function in every hidden layer. */
export const trainHref = ({ activation, parameters }: OwnCurve, page: string): string =>
  labHref(
    {
      ...labSetup,
      activation: {
        id: 'own',
        formula: activation.parsed.text,
        ...(Object.keys(parameters).length > 0 && { parameters }),
      },
    },
    { page },
  );
