/** The steps of backpropagation in words and in numbers, as HTML. */
import { activations } from '#activations/index.ts';
import {
  differenceQuotient,
  parameterIndex,
  type At,
  type Product,
  type Step,
  type Walk,
} from '#inside/backprop.ts';
import { activationFunction } from '#nn/kernels.ts';
import type { LossId } from '#nn/losses.ts';
import type { Say } from '../trainer/words.ts';
import { escape } from '../figure/markup.ts';
import { layerName, short, unitName } from '../trainer/views/parts.ts';
import type { Scene } from './config.ts';

/** More terms of a sum than these are not written out. */
const mostTerms = 5;

/** The same as a factor: in brackets when there is a sign or a product in it. */
const factor = (value: number): string => {
  const text = short(value);
  return /[−·]/.test(text) ? `(${text})` : text;
};

const lossFormula: Record<LossId, string> = {
  'squared-error': '½ (o − t)²',
  'binary-cross-entropy': '−t ln o − (1 − t) ln(1 − o)',
  'cross-entropy': '−Σ t ln o',
};

const sub = (symbol: string, ...numbers: number[]) =>
  `<i>${symbol}</i><sub>${numbers.join(',')}</sub>`;

export class StepWords {
  readonly #scene: Scene;
  readonly #walk: Walk;
  readonly #say: Say;

  constructor(scene: Scene, walk: Walk, say: Say) {
    this.#scene = scene;
    this.#walk = walk;
    this.#say = say;
  }

  get #hidden(): readonly number[] {
    return this.#scene.network.sizes.slice(1);
  }

  /** Symbol of a unit's number: with the layer, and the unit where there are several. */
  symbol(letter: string, layer: number, unit: number): string {
    return this.#hidden[layer] === 1 ? sub(letter, layer + 1) : sub(letter, layer + 1, unit + 1);
  }

  /** What came into a layer: inputs, or the activations below. */
  #incoming(layer: number, i: number): string {
    if (layer > 0) return this.symbol('h', layer - 1, i);
    return this.#scene.network.sizes[0] === 1 ? '<i>x</i>' : sub('x', i + 1);
  }

  /** The function's name before its argument: `σ`, `σ′`. */
  #name(layer: number, prime = ''): string {
    const { notation } = activationFunction(this.#scene.network.activations[layer]!);
    return `${escape(notation)}${prime}`;
  }

  /** `layer 2, unit 1`; of a single unit the layer is enough. */
  #unit({ layer, unit }: At): string {
    const sizes = this.#hidden;
    return sizes[layer] === 1
      ? layerName(layer, sizes.length, this.#say)
      : unitName(layer, unit, sizes, this.#say);
  }

  /** What is computed. */
  what(step: Step): string {
    const unit = 'unit' in step ? this.#unit(step) : '';
    const several = step.kind === 'output' && step.o.length > 1;
    const key = { back: 'backTo', output: several ? 'outputs' : 'output' }[step.kind as 'back'];
    return this.#say(`backprop.${key ?? step.kind}`, { unit });
  }

  /** The computation with its numbers, one line of HTML for each. */
  how(step: Step): string[] {
    switch (step.kind) {
      case 'input':
        return step.values.map((value, i) => `${this.#incoming(0, i)} = ${short(value)}`);
      case 'sum': {
        const terms = step.products.map((_, i) => `<i>w</i>·${this.#incoming(step.layer, i)}`);
        const sum = `${this.#sum(step.products)} + ${factor(step.bias)}`;
        return [
          `${this.symbol('z', step.layer, step.unit)} = ${cut(terms)} + <i>b</i> = ${sum} = ${short(step.z)}`,
        ];
      }
      case 'activate': {
        const [z, at] = [this.symbol('z', step.layer, step.unit), short(step.z)];
        const [f, df] = [this.#name(step.layer), this.#name(step.layer, '′')];
        return [
          `${this.symbol('h', step.layer, step.unit)} = ${f}(${z}) = ${f}(${at}) = ${short(step.h)}`,
          `${df}(${z}) = ${df}(${at}) = ${short(step.slope)}`,
        ];
      }
      case 'output': {
        const { output } = this.#scene.objective;
        const name = output === 'identity' ? '' : escape(activations[output].notation);
        const all = step.z.map((value) => short(value)).join(', ');
        return step.o.map((o, i) => {
          const symbol = step.o.length === 1 ? '<i>o</i>' : sub('o', i + 1);
          const given = output === 'softmax' ? all : short(step.z[i]!);
          return `${symbol} = ${name ? `${name}(${given})` : given} = ${short(o)}`;
        });
      }
      case 'loss': {
        const targets = step.wanted.map((value) => short(value)).join(', ');
        return [
          `<i>ℓ</i> = ${lossFormula[this.#scene.objective.loss]} = ${short(step.loss)}, <i>t</i> = ${targets}`,
        ];
      }
      case 'error':
        return this.#error(step.delta);
      case 'weights':
        return this.#weights(step);
      case 'back': {
        const above = step.products.map(
          (_, i) => `<i>w</i>·${this.symbol('δ', step.layer + 1, i)}`,
        );
        const slope = `${this.#name(step.layer, '′')}(${this.symbol('z', step.layer, step.unit)})`;
        const many = step.products.length > 1;
        const bracket = (text: string) => (many ? `(${text})` : text);
        return [
          `${this.symbol('δ', step.layer, step.unit)} = ${bracket(cut(above))}·${slope} = ${bracket(this.#sum(step.products))} · ${factor(step.slope)} = ${short(step.delta)}`,
        ];
      }
    }
  }

  #error(delta: readonly number[]): string[] {
    const last = this.#hidden.length - 1;
    const { o } = this.#walk.pass;
    const loss = this.#walk.steps.find((step) => step.kind === 'loss')!;
    return delta.map((value, unit) => {
      const [output, wanted] = [o[unit]!, loss.wanted[unit]!];
      const symbol = this.symbol('δ', last, unit);
      const slope = `${symbol} = ∂<i>ℓ</i>/∂${this.symbol('z', last, unit)}`;
      // Where loss and output belong together, all that is left of the chain rule is o − t.
      return Math.abs(output - wanted - value) < 1e-12
        ? `${slope} = <i>o</i> − <i>t</i> = ${short(output)} − ${factor(wanted)} = ${short(value)}`
        : `${slope} = ${short(value)}`;
    });
  }

  #weights({ layer, unit, delta, products }: Step & { kind: 'weights' }): string[] {
    const symbol = this.symbol('δ', layer, unit);
    const lines = products
      .slice(0, mostTerms)
      .map(
        ({ factors: [, h], value }, i) =>
          `∂<i>ℓ</i>/∂<i>w</i> = ${symbol}·${this.#incoming(layer, i)} = ${factor(delta)} · ${factor(h)} = ${short(value)}`,
      );
    if (products.length > mostTerms) lines.push('…');
    return [...lines, `∂<i>ℓ</i>/∂<i>b</i> = ${symbol} = ${short(delta)}`];
  }

  #sum(products: readonly Product[]): string {
    return cut(products.map(({ factors: [a, b] }) => `${factor(a)} · ${factor(b)}`));
  }

  /** The gradient of the weights of a step, checked by difference quotients; empty for other steps. */
  check(step: Step): string {
    if (step.kind !== 'weights') return '';
    const { network, objective, example } = this.#scene;
    const inputs = [...step.products.keys(), undefined].slice(-mostTerms - 1);
    const pairs = inputs.map((input) => {
      const place = parameterIndex(network, step, input);
      return {
        quotient: differenceQuotient(network, objective, example, place),
        gradient: this.#walk.gradient[place]!,
      };
    });
    const distance = Math.max(
      ...pairs.map(({ quotient, gradient }) => Math.abs(quotient - gradient)),
    );
    const size = Math.max(1e-3, ...pairs.map(({ gradient }) => Math.abs(gradient)));
    return this.#say('backprop.check', {
      quotients: pairs.map(({ quotient }) => short(quotient)).join(', '),
      verdict: this.#say(distance < 1e-5 * size ? 'backprop.agree' : 'backprop.differ', {
        distance: short(distance),
      }),
    });
  }

  /** How far gradients have come: by layer, from the output down to where the walk is. */
  chain(index: number): string {
    const { network } = this.#scene;
    const done = this.#walk.steps.slice(0, index + 1);
    return network.layers
      .flatMap(({ outputs }, layer) => {
        const reached = done.filter(
          (step): step is Step & { kind: 'weights' } =>
            step.kind === 'weights' && step.layer === layer,
        );
        if (reached.length < outputs) return [];
        const values = reached.flatMap(({ products }) => products);
        const gradient = Math.max(...values.map(({ value }) => Math.abs(value)));
        const slopes = this.#walk.pass.slope[layer]?.map(Math.abs);
        const name = layerName(layer, network.layers.length, this.#say);
        const key = slopes ? 'backprop.chain' : 'backprop.chainOutput';
        return [
          this.#say(key, {
            layer: name,
            slope: slopes ? short(Math.max(...slopes)) : '',
            gradient: short(gradient),
          }),
        ];
      })
      .reverse()
      .join('; ');
  }
}

/** A sum, cut where it gets long. */
const cut = (terms: readonly string[]): string =>
  terms.length > mostTerms ? `${terms.slice(0, mostTerms).join(' + ')} + …` : terms.join(' + ');
