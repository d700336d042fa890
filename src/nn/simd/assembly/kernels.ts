/**
 * The activation functions. A kernel takes four pre-activations z to their activations f(z), stored at h,
 * and, in the same go, their slopes f′(z), stored at s: what the backward pass multiplies with. At p stand
 * the kernel's four constants; `../kernels.ts` says what they are, which function of the
 * registry uses which kernel, and how exact it is. Far out, where f is flat to the last bit, z counts as the
 * end of that range: so no 0 · ∞ arises, and no subnormal numbers, which are slow.
 */
import { expInside, expm1, log1p, normalTail, sine } from './functions';
import { add, choose, constant, greatest, least, mul, mulAdd, sub } from './vector';

/** The constant of a kernel with this number. */
function own(p: usize, index: usize): v128 {
  return v128.load32_splat(p + (index << 2));
}

/** 0, 1, 2, ½, 3, 6, ⅙, 43 (σ(−43) = 2e-19), 12 (Φ(−12) = 2e-33), 10, 1/√(2π), 1e18, 4 */
const NUMBERS = memory.data<f32>([
  0, 1, 2, 0.5, 3, 6, 0.16666666666666666, 43, 12, 10, 0.3989422804014327, 1e18, 4,
]);
function zero(): v128 {
  return constant(NUMBERS, 0);
}
function one(): v128 {
  return constant(NUMBERS, 1);
}
function two(): v128 {
  return constant(NUMBERS, 2);
}

/** z between −bound and bound. */
function within(z: v128, bound: v128): v128 {
  return greatest(least(z, bound), f32x4.neg(bound));
}

@final
@unmanaged
export class Identity {
  @inline
  apply(z: v128, h: usize, s: usize, p: usize): void {
    v128.store(h, z);
    v128.store(s, one());
  }
}

@final
@unmanaged
export class Step {
  @inline
  apply(z: v128, h: usize, s: usize, p: usize): void {
    v128.store(h, choose(f32x4.ge(z, zero()), one(), choose(f32x4.ne(z, z), z, zero())));
    v128.store(s, zero());
  }
}

/** (z cut off below p₀ and above p₁, plus p₂) · p₃: hard sigmoid, hard tanh, ReLU6. */
@final
@unmanaged
export class Clip {
  @inline
  apply(z: v128, h: usize, s: usize, p: usize): void {
    const low = own(p, 0);
    const high = own(p, 1);
    v128.store(h, mul(add(least(greatest(z, low), high), own(p, 2)), own(p, 3)));
    v128.store(s, v128.and(v128.and(f32x4.gt(z, low), f32x4.lt(z, high)), own(p, 3)));
  }
}

@final
@unmanaged
export class Softsign {
  @inline
  apply(z: v128, h: usize, s: usize, p: usize): void {
    const inside = within(z, constant(NUMBERS, 11));
    const r = f32x4.div(one(), add(one(), f32x4.abs(inside)));
    v128.store(h, mul(inside, r));
    v128.store(s, mul(r, r));
  }
}

@final
@unmanaged
export class Relu {
  @inline
  apply(z: v128, h: usize, s: usize, p: usize): void {
    v128.store(h, greatest(z, zero()));
    v128.store(s, v128.and(f32x4.gt(z, zero()), one()));
  }
}

/** z for z > 0, else p₀z: the leaky family. */
@final
@unmanaged
export class Leaky {
  @inline
  apply(z: v128, h: usize, s: usize, p: usize): void {
    const slope = choose(f32x4.gt(z, zero()), one(), own(p, 0));
    v128.store(h, mul(z, slope));
    v128.store(s, slope);
  }
}

/** p₀z for z > 0, else p₁(exp(p₂z) − 1), with p₃ = p₁p₂: ELU, SELU, CELU. */
@final
@unmanaged
export class Exponential {
  @inline
  apply(z: v128, h: usize, s: usize, p: usize): void {
    const right = f32x4.gt(z, zero());
    const e = expm1(mul(least(z, zero()), own(p, 2)));
    v128.store(h, choose(right, mul(z, own(p, 0)), mul(e, own(p, 1))));
    v128.store(s, choose(right, own(p, 0), mul(add(e, one()), own(p, 3))));
  }
}

/** p₁ ln(1 + exp(p₀z)), with p₀p₁ = 1. */
@final
@unmanaged
export class Softplus {
  @inline
  apply(z: v128, h: usize, s: usize, p: usize): void {
    const u = expInside(f32x4.neg(least(f32x4.abs(mul(z, own(p, 0))), constant(NUMBERS, 7))));
    const y = mulAdd(log1p(u), own(p, 1), greatest(z, zero()));
    v128.store(h, y);
    v128.store(s, f32x4.div(choose(f32x4.gt(z, zero()), one(), u), add(one(), u)));
  }
}

/** ½(z + √(z² + p₀)), with p₁ = ¼p₀ and a very small p₂ */
@final
@unmanaged
export class Squareplus {
  @inline
  apply(z: v128, h: usize, s: usize, p: usize): void {
    const size = f32x4.abs(z);
    const inside = least(size, constant(NUMBERS, 11));
    // z² of a very small z has lost its digits, but without b there is nothing to add to it.
    const sum = v128.and(mulAdd(inside, inside, own(p, 0)), f32x4.gt(own(p, 0), zero()));
    const root = greatest(f32x4.sqrt(sum), size);
    // For z < 0 the sum would cancel; it is ½b/(√(z² + b) − z), of which p₂ keeps 0/0 away.
    const far = mul(constant(NUMBERS, 3), add(root, size));
    const near = f32x4.div(own(p, 1), greatest(far, own(p, 2)));
    const y = choose(f32x4.gt(z, zero()), far, near);
    v128.store(h, y);
    v128.store(s, f32x4.div(y, greatest(root, own(p, 2))));
  }
}

@final
@unmanaged
export class Gelu {
  @inline
  apply(z: v128, h: usize, s: usize, p: usize): void {
    const inside = within(z, constant(NUMBERS, 8));
    const bell = expInside(mul(mul(inside, inside), f32x4.neg(constant(NUMBERS, 3))));
    const tail = normalTail(f32x4.abs(inside), bell);
    const phi = choose(f32x4.gt(z, zero()), sub(one(), tail), tail);
    v128.store(h, mul(greatest(z, inside), phi));
    v128.store(s, mulAdd(mul(inside, bell), constant(NUMBERS, 10), phi));
  }
}

/** zσ(t) with t = z(p₀ + p₁z²) and p₂ = 3p₁ */
@final
@unmanaged
export class GeluTanh {
  @inline
  apply(z: v128, h: usize, s: usize, p: usize): void {
    const inside = within(z, constant(NUMBERS, 9));
    const square = mul(inside, inside);
    const t = mul(inside, mulAdd(square, own(p, 1), own(p, 0)));
    const e = expInside(f32x4.neg(t));
    const gate = f32x4.div(one(), add(one(), e));
    v128.store(h, mul(greatest(z, inside), gate));
    const inner = mul(inside, mulAdd(square, own(p, 2), own(p, 0)));
    v128.store(s, mulAdd(mul(gate, mul(e, gate)), inner, gate));
  }
}

/** zσ(p₀z) */
@final
@unmanaged
export class Silu {
  @inline
  apply(z: v128, h: usize, s: usize, p: usize): void {
    const whole = mul(z, own(p, 0));
    const t = within(whole, constant(NUMBERS, 7));
    const e = expInside(f32x4.neg(t));
    const gate = f32x4.div(one(), add(one(), e));
    // A shut gate lets nothing through, not even a z that is far out.
    v128.store(h, v128.andnot(mul(z, gate), f32x4.lt(whole, t)));
    v128.store(s, mulAdd(mul(gate, mul(e, gate)), t, gate));
  }
}

@final
@unmanaged
export class HardSwish {
  @inline
  apply(z: v128, h: usize, s: usize, p: usize): void {
    const three = constant(NUMBERS, 4);
    const inside = greatest(z, f32x4.neg(three));
    const gate = mul(least(add(inside, three), constant(NUMBERS, 5)), constant(NUMBERS, 6));
    v128.store(h, mul(inside, gate));
    const between = mul(mulAdd(z, two(), three), constant(NUMBERS, 6));
    const right = v128.and(f32x4.ge(z, three), one());
    v128.store(s, choose(f32x4.lt(f32x4.abs(z), three), between, right));
  }
}

/** z tanh(ln(1 + eᶻ)): as in the registry, a quotient of sums of positive terms on either side. */
@final
@unmanaged
export class Mish {
  @inline
  apply(z: v128, h: usize, s: usize, p: usize): void {
    const inside = within(z, constant(NUMBERS, 7));
    const right = f32x4.gt(z, zero());
    const w = expInside(f32x4.neg(f32x4.abs(inside)));
    const rising = mul(w, add(w, two()));
    const twice = mul(two(), w);
    const n = choose(right, add(one(), twice), rising);
    const d = choose(right, mulAdd(twice, add(one(), w), one()), add(rising, two()));
    const inverse = f32x4.div(one(), d);
    const gate = mul(n, inverse);
    v128.store(h, mul(greatest(z, inside), gate));
    const change = mul(mul(constant(NUMBERS, 12), choose(right, mul(w, w), w)), add(one(), w));
    v128.store(s, mulAdd(mul(mul(change, inverse), inverse), inside, gate));
  }
}

/** sin(p₀z) */
@final
@unmanaged
export class Sine {
  @inline
  apply(z: v128, h: usize, s: usize, p: usize): void {
    const t = mul(z, own(p, 0));
    v128.store(h, sine(t, 0));
    v128.store(s, mul(sine(t, 1), own(p, 0)));
  }
}

/** z + p₁ sin²(p₀z), with p₀p₁ = 1 */
@final
@unmanaged
export class Snake {
  @inline
  apply(z: v128, h: usize, s: usize, p: usize): void {
    const t = mul(z, own(p, 0));
    const y = sine(t, 0);
    const both = add(y, sine(t, 1));
    v128.store(h, mulAdd(mul(y, y), own(p, 1), z));
    v128.store(s, mul(both, both));
  }
}
