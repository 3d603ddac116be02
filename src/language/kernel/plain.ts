/** The kernel's twin in plain JavaScript: the oracle in tests, and the fallback where WebAssembly SIMD is missing. */

import type { Kernel } from './kernel.ts';

const STEPS = 16383;
const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** Works on its own memory with the same addresses and layouts as the WebAssembly kernel. */
export function plainKernel(bytes: number): Kernel {
  const memory = new ArrayBuffer(bytes);
  const f32 = new Float32Array(memory);
  const i16 = new Int16Array(memory);
  const i32 = new Int32Array(memory);
  let top = 16;

  function alloc(size: number): number {
    const at = top;
    top = (top + size + 31) & ~15;
    if (top > bytes) throw new RangeError('kernel memory is full');
    return at;
  }

  // Four outputs at a time, so that each input is loaded once for four products.
  const gemm16: Kernel['gemm16'] = (x, w, scale, bias, out, m, n, k) => {
    const sums = new Int32Array(4);
    for (let r = 0; r < m; r++) {
      const a = (x >> 1) + r * k;
      for (let j = 0; j < n; j += 4) {
        const b = (w >> 1) + j * k;
        let [s0, s1, s2, s3] = [0, 0, 0, 0];
        for (let i = 0; i < k; i++) {
          const v = i16[a + i]!;
          s0 = (s0 + Math.imul(v, i16[b + i]!)) | 0;
          s1 = (s1 + Math.imul(v, i16[b + k + i]!)) | 0;
          s2 = (s2 + Math.imul(v, i16[b + 2 * k + i]!)) | 0;
          s3 = (s3 + Math.imul(v, i16[b + 3 * k + i]!)) | 0;
        }
        sums[0] = s0;
        sums[1] = s1;
        sums[2] = s2;
        sums[3] = s3;
        for (let q = 0; q < 4; q++) {
          const column = j + q;
          f32[(out >> 2) + r * n + column] =
            sums[q]! * f32[(scale >> 2) + column]! + (bias ? f32[(bias >> 2) + column]! : 0);
        }
      }
    }
  };

  const gemm32: Kernel['gemm32'] = (x, w, bias, out, m, n, k) => {
    for (let r = 0; r < m; r++) {
      const a = (x >> 2) + r * k;
      for (let j = 0; j < n; j++) {
        const b = (w >> 2) + j * k;
        let [even, odd] = [0, 0];
        for (let i = 0; i < k; i += 2) {
          even += f32[a + i]! * f32[b + i]!;
          odd += f32[a + i + 1]! * f32[b + i + 1]!;
        }
        f32[(out >> 2) + r * n + j] = even + odd + (bias ? f32[(bias >> 2) + j]! : 0);
      }
    }
  };

  const lstm: Kernel['lstm'] = (
    rows,
    w,
    scale,
    out,
    starts,
    lengths,
    count,
    size,
    stride,
    offset,
    backwards,
    hidden,
    cell,
    gates,
  ) => {
    i16.fill(0, hidden >> 1, (hidden >> 1) + count * size);
    f32.fill(0, cell >> 2, (cell >> 2) + count * size);
    const longest = i32[lengths >> 2]!;
    let active = count;
    for (let step = 0; step < longest; step++) {
      while (active > 0 && i32[(lengths >> 2) + active - 1]! <= step) active--;
      gemm16(hidden, w, scale, 0, gates, active, 4 * size, size);
      for (let b = 0; b < active; b++) {
        const word = i32[(starts >> 2) + b]! + (backwards ? i32[(lengths >> 2) + b]! - 1 - step : step);
        const own = i32[(rows >> 2) + word]! >> 2;
        const g = (gates >> 2) + b * 4 * size;
        const c = (cell >> 2) + b * size;
        for (let i = 0; i < size; i++) {
          const input = sigmoid(f32[g + i]! + f32[own + i]!);
          const forget = sigmoid(f32[g + size + i]! + f32[own + size + i]!);
          const fresh = Math.tanh(f32[g + 2 * size + i]! + f32[own + 2 * size + i]!);
          const output = sigmoid(f32[g + 3 * size + i]! + f32[own + 3 * size + i]!);
          f32[c + i] = forget * f32[c + i]! + input * fresh;
          const state = Math.round(output * Math.tanh(f32[c + i]!) * STEPS);
          i16[(hidden >> 1) + b * size + i] = state;
          i16[(out >> 1) + word * stride + offset + i] = state;
        }
      }
    }
  };

  const leaky: Kernel['leaky'] = (x, n) => {
    for (let i = x >> 2; i < (x >> 2) + n; i++) if (f32[i]! < 0) f32[i] = f32[i]! * 0.1;
  };

  const pairs: Kernel['pairs'] = (dep, head, heads, out, n, k) => {
    for (let i = 0; i < n; i++) {
      const d = (dep >> 2) + i * k;
      const h = (head >> 2) + i32[(heads >> 2) + i]! * k;
      const o = (out >> 2) + i * 3 * k;
      for (let p = 0; p < k; p++) {
        f32[o + p] = f32[d + p]! * f32[h + p]!;
        f32[o + k + p] = f32[d + p]!;
        f32[o + 2 * k + p] = f32[h + p]!;
      }
    }
  };

  return { name: 'plain', memory: () => memory, alloc, gemm16, gemm32, lstm, leaky, pairs };
}
