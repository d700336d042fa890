/** Gated linear units: one projection v of the input is multiplied by a gate that another one, u, opens. */
import { bind } from './bind.ts';
import { gelu } from './gelu.ts';
import { relu } from './rectifiers.ts';
import { sigmoid } from './squashers.ts';
import { silu } from './swish.ts';
import type { Elementwise, GatedActivation } from './types.ts';

type Own = Pick<GatedActivation, 'name' | 'aliases' | 'frameworks' | 'source'>;

/** v · g(u), where the gate g has its parameters at their defaults. */
function gatedUnit<const Id extends string>(
  id: Id,
  gate: Elementwise,
  gateTex: string,
  own: Own,
): GatedActivation & { id: Id } {
  const { f, df } = bind(gate);
  return {
    kind: 'gated',
    id,
    notation: own.name,
    family: 'gated',
    gate: gate.id,
    tex: {
      name: String.raw`\operatorname{${own.name}}`,
      f: String.raw`v\,${gateTex}(u)`,
      df: String.raw`\begin{aligned} \frac{\partial\operatorname{${own.name}}}{\partial v} &= ${gateTex}(u) \\[1.5ex] \frac{\partial\operatorname{${own.name}}}{\partial u} &= v\,${gateTex}'(u) \end{aligned}`,
    },
    f: (value, gateInput) => value * f(gateInput),
    gradient: (value, gateInput) => [f(gateInput), value * df(gateInput)],
    ...own,
  };
}

/** v σ(u). The frameworks split one input in halves: v is the first, the gate's u the second. */
export const glu = gatedUnit('glu', sigmoid, String.raw`\sigma`, {
  name: 'GLU',
  aliases: ['gated linear unit'],
  frameworks: {
    pytorch: { name: 'torch.nn.GLU', defaults: 'dim=-1', note: 'glu-second-half' },
    keras: { name: 'keras.activations.glu', defaults: 'axis=-1', note: 'glu-second-half' },
    jax: { name: 'jax.nn.glu', defaults: 'axis=-1', note: 'glu-second-half' },
  },
  source: 'dauphin-2016',
});

/** v SiLU(u), common in the feed-forward layers of large language models. */
export const swiglu = gatedUnit('swiglu', silu, String.raw`\operatorname{SiLU}`, {
  name: 'SwiGLU',
  aliases: [],
  frameworks: {},
  source: 'shazeer-2020',
});

/** v GELU(u) */
export const geglu = gatedUnit('geglu', gelu, String.raw`\operatorname{GELU}`, {
  name: 'GEGLU',
  aliases: [],
  frameworks: {},
  source: 'shazeer-2020',
});

/** v ReLU(u) */
export const reglu = gatedUnit('reglu', relu, String.raw`\operatorname{ReLU}`, {
  name: 'ReGLU',
  aliases: [],
  frameworks: {},
  source: 'shazeer-2020',
});
