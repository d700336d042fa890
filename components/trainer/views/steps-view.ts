/** Brings the steps of backpropagation up to date, at a pace at which numbers can be read. */
import type { Scene } from '../../backprop/config.ts';
import { Stepper } from '../../backprop/stepper.ts';
import type { Snapshot } from '../protocol.ts';
import type { View, ViewContext } from '../view.ts';
import type { Say } from '../words.ts';
import { seldom, setText } from './parts.ts';
import { pointText, sceneAt } from './steps-parts.ts';

class StepsView implements View {
  readonly #host: HTMLElement;
  readonly #say: Say;
  #stepper: Stepper | undefined;
  #latest: { parameters: Float64Array; context: ViewContext } | undefined;
  /** The training point that is walked through. */
  #place = 0;

  constructor(host: HTMLElement, say: Say) {
    this.#host = host;
    this.#say = say;
  }

  show({ parameters }: Snapshot, context: ViewContext): void {
    if (!parameters) return;
    this.#latest = { parameters, context };
    this.#draw();
  }

  #draw = seldom(() => {
    const { parameters, context } = this.#latest!;
    const { train } = context.data;
    // What was typed before this module arrived counts.
    if (!this.#stepper) this.#place = this.#typed ?? 0;
    this.#place = Math.min(this.#place, train.count - 1);
    const scene = sceneAt(context.setup, parameters, train, this.#place);
    const stepper = (this.#stepper ??= this.#begin(scene));
    this.#input.max = String(train.count);
    setText(this.#host.querySelector('[data-point]')!, pointText(scene, this.#say));
    stepper.show(scene);
  });

  #begin(scene: Scene): Stepper {
    const step = this.#host.querySelector<HTMLInputElement>('[name=step]')?.valueAsNumber;
    this.#input.addEventListener('input', (event) => {
      // The trainer has controls of its own.
      event.stopPropagation();
      this.#choose();
    });
    const stepper = new Stepper(this.#host.querySelector('[data-walk]')!, this.#say);
    stepper.show(scene, step);
    return stepper;
  }

  get #input(): HTMLInputElement {
    return this.#host.querySelector<HTMLInputElement>('[name=point]')!;
  }

  /** The place of the point that is typed; nothing when there is no such point. */
  get #typed(): number | undefined {
    const place = this.#input.valueAsNumber - 1;
    const known = Number.isInteger(place) && place >= 0 && place < Number(this.#input.max);
    return known ? place : undefined;
  }

  /** What is no point leaves the last. */
  #choose(): void {
    this.#place = this.#typed ?? this.#place;
    this.#draw();
  }
}

export const create = (host: HTMLElement, say: Say): View => new StepsView(host, say);
