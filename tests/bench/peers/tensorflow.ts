import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
import '@tensorflow/tfjs-backend-cpu';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import wasmSimd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import { examples, learningRate } from '../work.ts';
import type { Peer } from './peer.ts';

// All three must be named; the others are for engines without SIMD, and for pages with shared memory.
setWasmPaths({
  'tfjs-backend-wasm.wasm': wasmSimd,
  'tfjs-backend-wasm-simd.wasm': wasmSimd,
  'tfjs-backend-wasm-threaded-simd.wasm': wasmSimd,
});

/** Written with its core: `optimizer.minimize` on mini-batches gathered from shuffled points. */
const tensorflow = (name: string, backend: 'cpu' | 'wasm'): Peer => ({
  name,
  async enter() {
    await tf.setBackend(backend);
    await tf.ready();
  },
  start(work) {
    const sizes = [2, ...work.hidden, 1];
    const weights = sizes
      .slice(1)
      .map((outputs, l) => tf.variable(tf.randomNormal([sizes[l]!, outputs], 0, 0.5)));
    const biases = sizes.slice(1).map((outputs) => tf.variable(tf.zeros([outputs])));
    const predict = (x: tf.Tensor): tf.Tensor =>
      weights.reduce((h, w, l) => {
        const z = tf.add(tf.matMul(h, w), biases[l]!);
        return l + 1 < weights.length ? tf[work.activation](z) : tf.tanh(z);
      }, x);
    const optimizer = tf.train.sgd(learningRate);
    const all = examples(work);
    const inputs = tf.tensor2d(all.map(({ input }) => input));
    const targets = tf.tensor2d(all.map(({ target }) => [target]));
    const order = Array.from(all.keys());
    /** The next mini-batch of the order, as the others cut it. */
    const step = (from: number) => {
      const places = tf.tensor1d(order.slice(from, from + work.batchSize), 'int32');
      const [x, t] = [tf.gather(inputs, places), tf.gather(targets, places)];
      optimizer.minimize(() => tf.mul(tf.mean(tf.square(tf.sub(predict(x), t))), 0.5));
      tf.dispose([places, x, t]);
    };
    return {
      epoch() {
        tf.util.shuffle(order);
        for (let from = 0; from < order.length; from += work.batchSize) step(from);
      },
      surface: (points) =>
        tf.tidy(() => {
          const x = tf.transpose(tf.tensor2d(new Float32Array(points), [2, points.length / 2]));
          return predict(x).dataSync()[0]!;
        }),
    };
  },
});

export const tensorflowCpu = tensorflow('TensorFlow.js cpu', 'cpu');
export const tensorflowWasm = tensorflow('TensorFlow.js wasm', 'wasm');
