import brainJs from 'brain.js/dist/neural-network.js';
import { examples, learningRate, shuffling } from '../work.ts';
import type { Peer } from './peer.ts';

export const brain: Peer = {
  name: 'brain.js',
  note: 'updates after every example; its output unit is like the hidden ones',
  start(work) {
    const net = new brainJs.default({
      hiddenLayers: [...work.hidden],
      activation: work.activation,
    });
    const data = examples(work).map(({ input, target }) => ({ input, output: [target] }));
    // What `train` does, without looking at the error between two epochs.
    const { data: formatted } = net.prepTraining(data, { learningRate, momentum: 0.001 });
    const mix = shuffling(formatted);
    return {
      epoch: () => net.trainPatterns(mix()),
      surface(points) {
        const count = points.length / 2;
        let sum = 0;
        for (let k = 0; k < count; k++) sum += net.runInput([points[k]!, points[count + k]!])[0]!;
        return sum;
      },
    };
  },
};
