/**
 * The one network that lives in this memory at a time, from `net` to `net.top`. What it needs is laid out there
 * once and never freed: the next network begins at the same place, and to keep one, copy its bytes.
 */
import { Chunk, RECORD } from './chunk';
import { CHUNK, LAYER, Layer, ROW } from './network';
import { SGD } from './optimizers';

@unmanaged
export class Net extends Chunk {
  /** The first free byte. */
  top: usize;
  /** The first layer, and the last. */
  first: usize;
  last: usize;
  /** Flat arrays of `bytes`: parameters by layer, gradient, what the optimizer remembers, 1 for weights. */
  bytes: usize;
  parameters: usize;
  gradient: usize;
  memory1: usize;
  memory2: usize;
  weights: usize;
  /** Points to train on, in their present order, and points for the test. */
  train: usize;
  trainCount: u32;
  test: usize;
  /** The state of the random numbers for that order. */
  shuffling: u32;
  loss: i32;
  /** Above this pre-activation a single unit says class 1. */
  threshold: f32;
  optimizer: i32;
  batchSize: i32;
  rate: f32;
  momentum: f32;
  l1: f32;
  l2: f32;
  /** β₁ᵗ and β₂ᵗ of Adam after t steps. */
  power1: f64;
  power2: f64;
  /**
   * Plain gradient descent on mini-batches of one chunk needs no gradient in between: the backward pass starts
   * with −η∂L/∂z and adds to the parameters.
   */
  direct: bool;
  broken: i32;
  hits: i32;
}

export const net = changetype<Net>(__heap_base);

/** Makes sure that so many bytes are free behind the network, and says where they begin. */
export function reserve(bytes: usize): usize {
  const pages = <i32>((net.top + bytes + 0xffff) >> 16) - memory.size();
  if (pages > 0 && memory.grow(pages) < 0) unreachable();
  return net.top;
}

/** Zeros, as whole vectors. */
function allocate(bytes: usize): usize {
  const whole = (bytes + 15) & ~15;
  const at = reserve(whole);
  memory.fill(at, 0, whole);
  net.top = at + whole;
  return at;
}

/** Begins a network. Its layers follow, then `layOut`. */
export function begin(dimensions: i32): void {
  const base = changetype<usize>(net);
  net.top = base;
  allocate(offsetof<Net>());
  net.dimensions = dimensions;
  net.outputs = dimensions;
  net.first = net.top;
}

/** Adds a layer on top; `kernel` is that of its activation, or of the output unit. */
export function addLayer(outputs: i32, kernel: i32, a: f32, b: f32, c: f32, d: f32): void {
  const at = allocate(offsetof<Layer>());
  const layer = changetype<Layer>(at);
  layer.inputs = net.outputs;
  layer.outputs = outputs;
  layer.kernel = kernel;
  layer.stride = (<usize>((layer.inputs + 4) >> 2)) << 4;
  layer.a = a;
  layer.b = b;
  layer.c = c;
  layer.d = d;
  net.bytes += layer.stride * <usize>outputs;
  net.outputs = outputs;
  net.last = at;
}

/** How it is trained. */
export function setTraining(
  optimizer: i32,
  batchSize: i32,
  rate: f32,
  momentum: f32,
  l1: f32,
  l2: f32,
): void {
  net.optimizer = optimizer;
  net.batchSize = batchSize;
  net.rate = rate;
  net.momentum = momentum;
  net.l1 = l1;
  net.l2 = l2;
  net.power1 = 1;
  net.power2 = 1;
  net.direct = optimizer === SGD && batchSize <= CHUNK && l1 === 0 && l2 === 0;
}

/** What the random numbers of `shuffle` start from. */
export function setShuffling(state: u32): void {
  net.shuffling = state;
}

/** What it is trained for. */
export function setAim(loss: i32, no: f32, yes: f32, threshold: f32): void {
  net.loss = loss;
  net.no = no;
  net.yes = yes;
  net.threshold = threshold;
}

/** Gives everything its place. All numbers are 0 at first. */
export function layOut(trainCount: i32, testCount: i32): void {
  net.parameters = allocate(net.bytes);
  net.gradient = allocate(net.bytes);
  net.memory1 = allocate(net.bytes);
  net.memory2 = allocate(net.bytes);
  net.weights = allocate(net.bytes);
  // Chunks are read in whole vectors, so beyond the last point.
  net.train = allocate(<usize>(trainCount + CHUNK) * RECORD);
  net.trainCount = trainCount;
  net.test = allocate(<usize>(testCount + CHUNK) * RECORD);
  net.x = allocate(<usize>net.dimensions * ROW);
  net.wanted = allocate(<usize>net.outputs * ROW);
  net.classes = allocate(ROW);
  let offset: usize = 0;
  let x = net.x;
  for (let at = net.first; at <= net.last; at += LAYER) {
    const layer = changetype<Layer>(at);
    const rows = <usize>layer.outputs * ROW;
    layer.parameters = net.parameters + offset;
    layer.gradient = (net.direct ? net.parameters : net.gradient) + offset;
    offset += layer.stride * <usize>layer.outputs;
    layer.x = x;
    layer.z = allocate(rows);
    layer.h = at === net.last ? allocate(rows) : layer.z;
    layer.slope = allocate(rows);
    layer.delta = allocate(rows);
    x = layer.h;
    markWeights(layer, net.weights - net.parameters);
  }
}

function markWeights(layer: Layer, distance: usize): void {
  for (let o = 0; o < layer.outputs; o++) {
    const row = layer.parameters + <usize>o * layer.stride + distance;
    for (let i = 0; i < layer.inputs; i++) f32.store(row + ((<usize>i) << 2), 1);
  }
}
