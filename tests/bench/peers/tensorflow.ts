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

/** Written with its core: `optimizer.minimize` on mini-batches that are tensors already. */
const tensorflow = (name: string, backend: 'cpu' | 'wasm'): Peer => ({
  name,
  note: 'mini-batches cut beforehand, points not shuffled',
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
    const batches = Array.from({ length: Math.ceil(all.length / work.batchSize) }, (_, b) => {
      const some = all.slice(b * work.batchSize, (b + 1) * work.batchSize);
      return {
        x: tf.tensor2d(some.map(({ input }) => input)),
        t: tf.tensor2d(some.map(({ target }) => [target])),
      };
    });
    return {
      epoch() {
        for (const { x, t } of batches)
          optimizer.minimize(() => tf.mul(tf.mean(tf.square(tf.sub(predict(x), t))), 0.5));
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
