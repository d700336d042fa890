import synaptic from 'synaptic';
import { examples, learningRate, shuffling } from '../work.ts';
import type { Peer } from './peer.ts';

const squashes = { tanh: 'TANH', sigmoid: 'LOGISTIC', relu: 'RELU' } as const;

export const synapticPeer: Peer = {
  name: 'synaptic',
  note: 'updates after every example',
  start(work) {
    const net = new synaptic.Architect.Perceptron(2, ...work.hidden, 1);
    const squash = synaptic.Neuron.squash[squashes[work.activation]];
    for (const layer of net.layers.hidden) layer.set({ squash });
    net.layers.output.set({ squash: synaptic.Neuron.squash.TANH });
    const all = examples(work).map(({ input, target }) => ({ input, target: [target] }));
    const mix = shuffling(all);
    return {
      epoch() {
        for (const { input, target } of mix()) {
          net.activate(input);
          net.propagate(learningRate, target);
        }
      },
      surface(points) {
        const count = points.length / 2;
        let sum = 0;
        for (let k = 0; k < count; k++) sum += net.activate([points[k]!, points[count + k]!])[0]!;
        return sum;
      },
    };
  },
};
