// The arithmetic of the network in WebAssembly SIMD (AssemblyScript). `plain.ts` does the same in JavaScript.
// Activations of the recurrent layers lie in (-1, 1) and are kept as 16-bit steps of 1/16383; weights are 8-bit
// values in 16-bit cells, so one instruction multiplies eight pairs and the sums are exact.

const STEPS: f32 = 16383;

export function alloc(bytes: i32): usize {
  return (heap.alloc(bytes + 16) + 15) & ~15;
}

@inline function sum32(s: v128): f32 {
  return f32x4.extract_lane(s, 0) + f32x4.extract_lane(s, 1) + (f32x4.extract_lane(s, 2) + f32x4.extract_lane(s, 3));
}

// Four accumulators to one vector of their four sums.
@inline function fold(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = i32x4.add(v128.shuffle<i32>(a, b, 0, 1, 4, 5), v128.shuffle<i32>(a, b, 2, 3, 6, 7));
  const cd = i32x4.add(v128.shuffle<i32>(c, d, 0, 1, 4, 5), v128.shuffle<i32>(c, d, 2, 3, 6, 7));
  return i32x4.add(v128.shuffle<i32>(ab, cd, 0, 2, 4, 6), v128.shuffle<i32>(ab, cd, 1, 3, 5, 7));
}

@inline function scaled(sums: v128, scale: usize, bias: usize, j: i32): v128 {
  const value = f32x4.mul(f32x4.convert_i32x4_s(sums), v128.load(scale + (j << 2)));
  return bias ? f32x4.add(value, v128.load(bias + (j << 2))) : value;
}

// out[m, n] = (x[m, k] · w[n, k]) * scale[n] + bias[n]; n is a multiple of 4, k of 8; bias 0 is none.
export function gemm16(x: usize, w: usize, scale: usize, bias: usize, out: usize, m: i32, n: i32, k: i32): void {
  const row = <usize>k << 1;
  for (let j = 0; j < n; j += 4) {
    const w0 = w + <usize>j * row, w1 = w0 + row, w2 = w1 + row, w3 = w2 + row;
    let r = 0;
    for (; r + 2 <= m; r += 2) {
      const x0 = x + <usize>r * row, x1 = x0 + row;
      let a0 = i32x4.splat(0), a1 = i32x4.splat(0), a2 = i32x4.splat(0), a3 = i32x4.splat(0);
      let b0 = i32x4.splat(0), b1 = i32x4.splat(0), b2 = i32x4.splat(0), b3 = i32x4.splat(0);
      for (let o: usize = 0; o < row; o += 16) {
        const u = v128.load(x0 + o), v = v128.load(x1 + o);
        let q = v128.load(w0 + o);
        a0 = i32x4.add(a0, i32x4.dot_i16x8_s(u, q));
        b0 = i32x4.add(b0, i32x4.dot_i16x8_s(v, q));
        q = v128.load(w1 + o);
        a1 = i32x4.add(a1, i32x4.dot_i16x8_s(u, q));
        b1 = i32x4.add(b1, i32x4.dot_i16x8_s(v, q));
        q = v128.load(w2 + o);
        a2 = i32x4.add(a2, i32x4.dot_i16x8_s(u, q));
        b2 = i32x4.add(b2, i32x4.dot_i16x8_s(v, q));
        q = v128.load(w3 + o);
        a3 = i32x4.add(a3, i32x4.dot_i16x8_s(u, q));
        b3 = i32x4.add(b3, i32x4.dot_i16x8_s(v, q));
      }
      v128.store(out + (<usize>(r * n + j) << 2), scaled(fold(a0, a1, a2, a3), scale, bias, j));
      v128.store(out + (<usize>((r + 1) * n + j) << 2), scaled(fold(b0, b1, b2, b3), scale, bias, j));
    }
    if (r < m) {
      const x0 = x + <usize>r * row;
      let a0 = i32x4.splat(0), a1 = i32x4.splat(0), a2 = i32x4.splat(0), a3 = i32x4.splat(0);
      for (let o: usize = 0; o < row; o += 16) {
        const u = v128.load(x0 + o);
        a0 = i32x4.add(a0, i32x4.dot_i16x8_s(u, v128.load(w0 + o)));
        a1 = i32x4.add(a1, i32x4.dot_i16x8_s(u, v128.load(w1 + o)));
        a2 = i32x4.add(a2, i32x4.dot_i16x8_s(u, v128.load(w2 + o)));
        a3 = i32x4.add(a3, i32x4.dot_i16x8_s(u, v128.load(w3 + o)));
      }
      v128.store(out + (<usize>(r * n + j) << 2), scaled(fold(a0, a1, a2, a3), scale, bias, j));
    }
  }
}

// Four accumulators of floats to one vector of their four sums.
@inline function foldFloats(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = f32x4.add(v128.shuffle<i32>(a, b, 0, 1, 4, 5), v128.shuffle<i32>(a, b, 2, 3, 6, 7));
  const cd = f32x4.add(v128.shuffle<i32>(c, d, 0, 1, 4, 5), v128.shuffle<i32>(c, d, 2, 3, 6, 7));
  return f32x4.add(v128.shuffle<i32>(ab, cd, 0, 2, 4, 6), v128.shuffle<i32>(ab, cd, 1, 3, 5, 7));
}

@inline function biased(sums: v128, bias: usize, j: i32): v128 {
  return bias ? f32x4.add(sums, v128.load(bias + (<usize>j << 2))) : sums;
}

// out[m, n] = x[m, k] · w[n, k] + bias[n] in 32-bit floats; k is a multiple of 4, n is free.
// Each row's sums are made in the same order however many rows there are.
export function gemm32(x: usize, w: usize, bias: usize, out: usize, m: i32, n: i32, k: i32): void {
  const row = <usize>k << 2;
  let j = 0;
  for (; j + 4 <= n; j += 4) {
    const w0 = w + <usize>j * row, w1 = w0 + row, w2 = w1 + row, w3 = w2 + row;
    let r = 0;
    for (; r + 2 <= m; r += 2) {
      const x0 = x + <usize>r * row, x1 = x0 + row;
      let a0 = f32x4.splat(0), a1 = f32x4.splat(0), a2 = f32x4.splat(0), a3 = f32x4.splat(0);
      let b0 = f32x4.splat(0), b1 = f32x4.splat(0), b2 = f32x4.splat(0), b3 = f32x4.splat(0);
      for (let o: usize = 0; o < row; o += 16) {
        const u = v128.load(x0 + o), v = v128.load(x1 + o);
        let q = v128.load(w0 + o);
        a0 = f32x4.add(a0, f32x4.mul(u, q));
        b0 = f32x4.add(b0, f32x4.mul(v, q));
        q = v128.load(w1 + o);
        a1 = f32x4.add(a1, f32x4.mul(u, q));
        b1 = f32x4.add(b1, f32x4.mul(v, q));
        q = v128.load(w2 + o);
        a2 = f32x4.add(a2, f32x4.mul(u, q));
        b2 = f32x4.add(b2, f32x4.mul(v, q));
        q = v128.load(w3 + o);
        a3 = f32x4.add(a3, f32x4.mul(u, q));
        b3 = f32x4.add(b3, f32x4.mul(v, q));
      }
      v128.store(out + (<usize>(r * n + j) << 2), biased(foldFloats(a0, a1, a2, a3), bias, j));
      v128.store(out + (<usize>((r + 1) * n + j) << 2), biased(foldFloats(b0, b1, b2, b3), bias, j));
    }
    if (r < m) {
      const x0 = x + <usize>r * row;
      let a0 = f32x4.splat(0), a1 = f32x4.splat(0), a2 = f32x4.splat(0), a3 = f32x4.splat(0);
      for (let o: usize = 0; o < row; o += 16) {
        const u = v128.load(x0 + o);
        a0 = f32x4.add(a0, f32x4.mul(u, v128.load(w0 + o)));
        a1 = f32x4.add(a1, f32x4.mul(u, v128.load(w1 + o)));
        a2 = f32x4.add(a2, f32x4.mul(u, v128.load(w2 + o)));
        a3 = f32x4.add(a3, f32x4.mul(u, v128.load(w3 + o)));
      }
      v128.store(out + (<usize>(r * n + j) << 2), biased(foldFloats(a0, a1, a2, a3), bias, j));
    }
  }
  for (; j < n; j++) {
    const w0 = w + <usize>j * row;
    for (let r = 0; r < m; r++) {
      const x0 = x + <usize>r * row;
      let sum = f32x4.splat(0);
      for (let o: usize = 0; o < row; o += 16) sum = f32x4.add(sum, f32x4.mul(v128.load(x0 + o), v128.load(w0 + o)));
      store<f32>(out + (<usize>(r * n + j) << 2), sum32(sum) + (bias ? load<f32>(bias + (<usize>j << 2)) : 0));
    }
  }
}

@inline function exp4(value: v128): v128 {
  const x = f32x4.max(f32x4.min(value, f32x4.splat(40)), f32x4.splat(-40));
  const n = f32x4.nearest(f32x4.mul(x, f32x4.splat(1.44269504)));
  const r = f32x4.add(f32x4.sub(x, f32x4.mul(n, f32x4.splat(0.693359375))), f32x4.mul(n, f32x4.splat(2.12194440e-4)));
  let p = f32x4.add(f32x4.splat(0.0083333), f32x4.mul(r, f32x4.splat(0.00138889)));
  p = f32x4.add(f32x4.splat(0.041666667), f32x4.mul(r, p));
  p = f32x4.add(f32x4.splat(0.16666667), f32x4.mul(r, p));
  p = f32x4.add(f32x4.splat(0.5), f32x4.mul(r, p));
  p = f32x4.add(f32x4.splat(1), f32x4.mul(r, p));
  p = f32x4.add(f32x4.splat(1), f32x4.mul(r, p));
  return f32x4.mul(p, i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127)), 23));
}

// One direction of one recurrent layer over `count` sentences in lockstep, longest first.
// rows[t]: address of word t's input part of the gates (4 * size floats); starts, lengths: of each sentence in words.
// Writes 16-bit states to out + (t * stride + offset). Scratch: hidden[count, size] i16, cell[count, size], gates[count, 4 * size].
export function lstm(
  rows: usize, w: usize, scale: usize, out: usize, starts: usize, lengths: usize, count: i32, size: i32,
  stride: i32, offset: i32, backwards: i32, hidden: usize, cell: usize, gates: usize,
): void {
  memory.fill(hidden, 0, <usize>(count * size) << 1);
  memory.fill(cell, 0, <usize>(count * size) << 2);
  const longest = load<i32>(lengths);
  const part = <usize>size << 2;
  let active = count;
  for (let step = 0; step < longest; step++) {
    while (active > 0 && load<i32>(lengths + (<usize>(active - 1) << 2)) <= step) active--;
    gemm16(hidden, w, scale, 0, gates, active, 4 * size, size);
    for (let b = 0; b < active; b++) {
      const length = load<i32>(lengths + (<usize>b << 2));
      const word = load<i32>(starts + (<usize>b << 2)) + (backwards ? length - 1 - step : step);
      const own = load<u32>(rows + (<usize>word << 2));
      const g = gates + <usize>b * (part << 2);
      const c = cell + <usize>b * part;
      const h = hidden + (<usize>(b * size) << 1);
      const o = out + (<usize>(word * stride + offset) << 1);
      for (let i: usize = 0; i < part; i += 32) {
        const low = state(g, own, c, part, i);
        const high = state(g, own, c, part, i + 16);
        const packed = i16x8.narrow_i32x4_s(
          i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(low, f32x4.splat(STEPS)))),
          i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(high, f32x4.splat(STEPS)))),
        );
        v128.store(h + (i >> 1), packed);
        v128.store(o + (i >> 1), packed);
      }
    }
  }
}

// Four units of one sentence: updates the cell and returns the new hidden values.
// sigmoid(a) * tanh(b) = (1 - e^-2b) / ((1 + e^-a) (1 + e^-2b)): one division for two functions.
@inline function state(g: usize, own: usize, c: usize, part: usize, i: usize): v128 {
  const one = f32x4.splat(1), two = f32x4.splat(-2);
  const input = exp4(f32x4.neg(f32x4.add(v128.load(g + i), v128.load(own + i))));
  const forget = exp4(f32x4.neg(f32x4.add(v128.load(g + part + i), v128.load(own + part + i))));
  const fresh = exp4(f32x4.mul(two, f32x4.add(v128.load(g + 2 * part + i), v128.load(own + 2 * part + i))));
  const output = exp4(f32x4.neg(f32x4.add(v128.load(g + 3 * part + i), v128.load(own + 3 * part + i))));
  const kept = f32x4.div(v128.load(c + i), f32x4.add(one, forget));
  const added = f32x4.div(f32x4.sub(one, fresh), f32x4.mul(f32x4.add(one, input), f32x4.add(one, fresh)));
  const value = f32x4.add(kept, added);
  v128.store(c + i, value);
  const squashed = exp4(f32x4.mul(two, value));
  return f32x4.div(f32x4.sub(one, squashed), f32x4.mul(f32x4.add(one, output), f32x4.add(one, squashed)));
}

// x = x < 0 ? 0.1 x : x, in place; n is a multiple of 4.
export function leaky(x: usize, n: i32): void {
  const end = x + (<usize>n << 2);
  for (let p = x; p < end; p += 16) {
    const v = v128.load(p);
    v128.store(p, f32x4.max(v, f32x4.mul(v, f32x4.splat(0.1))));
  }
}

// out[i] = [dep[i] * head[heads[i]], dep[i], head[heads[i]]], each `k` floats long.
export function pairs(dep: usize, head: usize, heads: usize, out: usize, n: i32, k: i32): void {
  const row = <usize>k << 2;
  for (let i = 0; i < n; i++) {
    const d = dep + <usize>i * row;
    const h = head + <usize>load<i32>(heads + (<usize>i << 2)) * row;
    const o = out + <usize>i * row * 3;
    for (let p: usize = 0; p < row; p += 16) {
      const a = v128.load(d + p), b = v128.load(h + p);
      v128.store(o + p, f32x4.mul(a, b));
      v128.store(o + row + p, a);
      v128.store(o + 2 * row + p, b);
    }
  }
}
