/** As much of the peers as is used here: they are installed apart, and need not be there for a check. */
declare module 'convnetjs' {
  class Vol {
    constructor(numbers: readonly number[]);
    w: Float64Array;
  }
  class Net {
    layers: object[];
    makeLayers(layers: readonly object[]): void;
    forward(x: Vol): Vol;
  }
  interface Trainer {
    train(x: Vol, y: readonly number[]): void;
  }
  const convnetjs: {
    Vol: typeof Vol;
    Net: typeof Net;
    Trainer: new (net: Net, options: object) => Trainer;
  };
  export default convnetjs;
}

declare module '@tensorflow/tfjs-core' {
  export interface Tensor {
    dataSync(): Float32Array;
  }
  export function setBackend(name: string): Promise<boolean>;
  export function ready(): Promise<void>;
  export function variable(initial: Tensor): Tensor;
  export function randomNormal(shape: number[], mean: number, deviation: number): Tensor;
  export function zeros(shape: number[]): Tensor;
  export function tensor2d(values: number[][] | Float32Array, shape?: number[]): Tensor;
  export function transpose(x: Tensor): Tensor;
  export function matMul(a: Tensor, b: Tensor): Tensor;
  export function add(a: Tensor, b: Tensor): Tensor;
  export function sub(a: Tensor, b: Tensor): Tensor;
  export function mul(a: Tensor, b: number): Tensor;
  export function square(x: Tensor): Tensor;
  export function mean(x: Tensor): Tensor;
  export function tanh(x: Tensor): Tensor;
  export function sigmoid(x: Tensor): Tensor;
  export function relu(x: Tensor): Tensor;
  export function tidy<T>(body: () => T): T;
  export const train: { sgd(rate: number): { minimize(loss: () => Tensor): void } };
}
declare module '@tensorflow/tfjs-core/dist/register_all_gradients.js';
declare module '@tensorflow/tfjs-backend-cpu';
declare module '@tensorflow/tfjs-backend-wasm' {
  export function setWasmPaths(paths: Record<string, string>): void;
}
declare module '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url' {
  const url: string;
  export default url;
}

declare module 'brain.js/dist/neural-network.js' {
  interface Pattern {
    input: readonly number[];
    output: readonly number[];
  }
  interface NeuralNetwork {
    prepTraining(data: readonly Pattern[], options: object): { data: readonly Pattern[] };
    trainPatterns(data: readonly Pattern[]): void;
    runInput(input: readonly number[]): ArrayLike<number>;
  }
  /** A CommonJS module with a default of its own. */
  const brainJs: {
    default: new (options: { hiddenLayers: number[]; activation: string }) => NeuralNetwork;
  };
  export default brainJs;
}

declare module 'synaptic' {
  interface Layer {
    set(options: { squash: unknown }): void;
  }
  interface Network {
    layers: { hidden: Layer[]; output: Layer };
    activate(input: readonly number[]): number[];
    propagate(rate: number, target: readonly number[]): void;
  }
  const synaptic: {
    Architect: { Perceptron: new (...sizes: number[]) => Network };
    Neuron: { squash: Record<'TANH' | 'LOGISTIC' | 'RELU', unknown> };
  };
  export default synaptic;
}
