/** What `assembly/index.ts` exports; documented there. */
export interface Exports {
  readonly memory: WebAssembly.Memory;
  begin(dimensions: number): void;
  addLayer(outputs: number, kernel: number, a: number, b: number, c: number, d: number): void;
  setTraining(
    optimizer: number,
    batchSize: number,
    rate: number,
    momentum: number,
    l1: number,
    l2: number,
  ): void;
  setShuffling(state: number): void;
  setAim(loss: number, no: number, yes: number, threshold: number): void;
  layOut(trainCount: number, testCount: number): void;
  begins(): number;
  ends(): number;
  reserve(bytes: number): number;
  parametersAt(): number;
  trainAt(): number;
  testAt(): number;
  shuffle(): void;
  train(from: number, to: number): number;
  score(records: number, count: number): number;
  hitCount(): number;
  logits(points: number, count: number, step: number): void;
}

/** A network that has the machine from time to time. */
export interface Tenant {
  /** Its memory, while another has the machine. */
  image?: Uint8Array;
}

/**
 * One instance of the module for all networks of a thread: an instance for each would reserve gigabytes of
 * addresses. Only one network is in it at a time; the others' memory is kept outside, a few kilobytes for a
 * small network.
 */
export class Machine {
  readonly exports: Exports;
  #tenant: Tenant | undefined;
  #bytes = new Uint8Array();
  #singles = new Float32Array();
  #doubles = new Float64Array();

  constructor(module: WebAssembly.Module) {
    this.exports = new WebAssembly.Instance(module).exports as unknown as Exports;
  }

  /** Gives the machine to a new network: `layOut` makes it. */
  settle(tenant: Tenant, layOut: () => void): void {
    this.#leave();
    layOut();
    this.#tenant = tenant;
  }

  /** Gives the machine back to a network. */
  enter(tenant: Tenant): Exports {
    if (this.#tenant !== tenant) {
      this.#leave();
      const { exports } = this;
      const { image = new Uint8Array() } = tenant;
      const begin = exports.begins();
      const missing = begin + image.length - exports.memory.buffer.byteLength;
      if (missing > 0) exports.memory.grow(Math.ceil(missing / 0x10000));
      this.bytes.set(image, begin);
      delete tenant.image;
      this.#tenant = tenant;
    }
    return this.exports;
  }

  #leave(): void {
    if (this.#tenant)
      this.#tenant.image = this.bytes.slice(this.exports.begins(), this.exports.ends());
    this.#tenant = undefined;
  }

  // Views of the memory, anew when it has grown.

  get bytes(): Uint8Array {
    return (this.#bytes = fresh(this.#bytes, Uint8Array, this.exports.memory));
  }

  get singles(): Float32Array {
    return (this.#singles = fresh(this.#singles, Float32Array, this.exports.memory));
  }

  get doubles(): Float64Array {
    return (this.#doubles = fresh(this.#doubles, Float64Array, this.exports.memory));
  }
}

function fresh<View extends ArrayBufferView>(
  view: View,
  construct: new (buffer: ArrayBuffer) => View,
  { buffer }: WebAssembly.Memory,
): View {
  return view.buffer === buffer ? view : new construct(buffer);
}
