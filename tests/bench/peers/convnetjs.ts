import convnetjs from 'convnetjs';
import { examples, learningRate, shuffling } from '../work.ts';
import type { Peer } from './peer.ts';

export const convnetJs: Peer = {
  name: 'ConvNetJS',
  start(work) {
    const net = new convnetjs.Net();
    net.makeLayers([
      { type: 'input', out_sx: 1, out_sy: 1, out_depth: 2 },
      ...work.hidden.map((units) => ({
        type: 'fc',
        num_neurons: units,
        activation: work.activation,
      })),
      { type: 'fc', num_neurons: 1, activation: 'tanh' },
      { type: 'regression', num_neurons: 1 },
    ]);
    // It puts a linear layer before every loss, which would be one too many: the work is to be the same.
    net.layers.splice(-2, 1);
    const trainer = new convnetjs.Trainer(net, {
      method: 'sgd',
      learning_rate: learningRate,
      momentum: 0,
      batch_size: work.batchSize,
    });
    const points = examples(work).map(({ input, target }) => ({
      x: new convnetjs.Vol(input),
      y: [target],
    }));
    const mix = shuffling(points);
    const x = new convnetjs.Vol([0, 0]);
    return {
      epoch() {
        for (const point of mix()) trainer.train(point.x, point.y);
      },
      surface(all) {
        const count = all.length / 2;
        let sum = 0;
        for (let k = 0; k < count; k++) {
          x.w[0] = all[k]!;
          x.w[1] = all[count + k]!;
          sum += net.forward(x).w[0]!;
        }
        return sum;
      },
    };
  },
};
