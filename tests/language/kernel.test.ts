/** WebAssembly and plain JavaScript compute the same numbers, and the same trees. */

import { describe, expect, test } from 'vitest';
import { loadLanguageModel, parse } from '../../src/language/index.ts';
import { type Kernel, openKernel } from '../../src/language/kernel/kernel.ts';

const kernels = [openKernel(1 << 20), openKernel(1 << 20, 'plain')] as const;
let seed = 1;
const random = (): number => ((seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff) / 0x7fffffff) * 2 - 1;
const floats = (n: number): Float32Array => Float32Array.from({ length: n }, random);
const steps = (n: number, most: number): Int16Array =>
  Int16Array.from({ length: n }, () => Math.round(random() * most));

function put(kernel: Kernel, data: Float32Array | Int16Array | Int32Array): number {
  const at = kernel.alloc(data.byteLength);
  new Uint8Array(kernel.memory(), at, data.byteLength).set(new Uint8Array(data.buffer));
  return at;
}

/** Runs the same on both kernels and compares `size` output cells. */
function both(size: number, kind: 'f32' | 'i16', run: (kernel: Kernel, out: number) => void): void {
  const [a, b] = kernels.map((kernel) => {
    const out = put(kernel, new Float32Array(size));
    run(kernel, out);
    return kind === 'f32' ? new Float32Array(kernel.memory(), out, size) : new Int16Array(kernel.memory(), out, size);
  });
  for (let i = 0; i < size; i++) expect(Math.abs(a![i]! - b![i]!)).toBeLessThanOrEqual(kind === 'f32' ? 1e-4 : 1);
}

describe('the kernels agree', () => {
  test('WebAssembly SIMD runs here', () => expect(kernels[0].name).toBe('wasm'));
  test.each([1, 2, 3, 8])('16-bit products of %i rows', (m) => {
    const [x, w, scale, bias] = [steps(m * 24, 16383), steps(12 * 24, 127), floats(12).map((v) => v / 5e6), floats(12)];
    both(m * 12, 'f32', (k, out) => k.gemm16(put(k, x), put(k, w), put(k, scale), put(k, bias), out, m, 12, 24));
    both(m * 12, 'f32', (k, out) => k.gemm16(put(k, x), put(k, w), put(k, scale), 0, out, m, 12, 24));
  });
  test.each([1, 4, 7])('float products with %i outputs', (n) => {
    const [x, w, bias] = [floats(3 * 20), floats(n * 20), floats(n)];
    both(3 * n, 'f32', (k, out) => k.gemm32(put(k, x), put(k, w), put(k, bias), out, 3, n, 20));
  });
  test.each([0, 1])('a recurrent layer, direction %i', (back) => {
    const H = 8;
    const [gates, w, scale] = [floats(7 * 4 * H), steps(4 * H * H, 127), floats(4 * H).map((v) => Math.abs(v) / 2e6)];
    both(7 * 2 * H, 'i16', (k, out) => {
      const g = put(k, gates);
      const rows = put(
        k,
        Int32Array.from({ length: 7 }, (_, i) => g + i * 4 * H * 4),
      );
      const scratch = () => put(k, new Float32Array(2 * 4 * H));
      const [starts, lengths] = [put(k, Int32Array.of(0, 4)), put(k, Int32Array.of(4, 3))];
      k.lstm(
        rows,
        put(k, w),
        put(k, scale),
        out,
        starts,
        lengths,
        2,
        H,
        2 * H,
        back * H,
        back,
        scratch(),
        scratch(),
        scratch(),
      );
    });
  });
  test('leaky and pairs', () => {
    const [x, d, h] = [floats(16), floats(2 * 8), floats(3 * 8)];
    both(48, 'f32', (k, out) => k.pairs(put(k, d), put(k, h), put(k, Int32Array.of(2, 0)), out, 2, 8));
    both(16, 'f32', (k, out) => {
      new Float32Array(k.memory(), out, 16).set(x);
      k.leaky(out, 16);
    });
  });
  test('whole trees', () => {
    const text =
      'Ministers from nine countries met in Vientiane on Monday. "We agreed on a plan," said Sok, who chairs the group.';
    const wasm = loadLanguageModel();
    expect(parse(text, wasm)).toEqual(parse(text, loadLanguageModel({ kernel: 'plain', shared: wasm.shared })));
  });
});
