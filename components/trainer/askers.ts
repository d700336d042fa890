/** Those who wait for the weights of a run as they are now. */
export type Weights = Float64Array | undefined;

export class Askers {
  #waiting: ((parameters: Weights) => void)[] = [];

  /** The next report must tell the weights. */
  get waiting(): boolean {
    return this.#waiting.length > 0;
  }

  ask(): Promise<Weights> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Nothing when there is no network. */
  answer(parameters: Weights): void {
    for (const tell of this.#waiting.splice(0)) tell(parameters);
  }
}
