/** The formats that a network can be taken along in: light enough to be known before any is asked for. */
import type { FormatId } from './index.ts';

interface Format {
  readonly id: FormatId;
  readonly file: string;
  readonly type: string;
  /** Whether there is a script that trains and one that predicts. */
  readonly forms: boolean;
}

const script = (id: FormatId): Format => ({
  id,
  file: `network-${id}.py`,
  type: 'text/x-python',
  forms: true,
});

/** `export.format.<id>` names each. */
export const formats: readonly Format[] = [
  script('pytorch'),
  script('tensorflow'),
  script('jax'),
  script('numpy'),
  { id: 'json', file: 'network.json', type: 'application/json', forms: false },
];
