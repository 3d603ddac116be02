/** The network's arithmetic, as WebAssembly SIMD or plain JavaScript. Addresses are bytes in the kernel's memory. */

import { KERNEL_BASE64 } from './binary.ts';
import { plainKernel } from './plain.ts';

export interface Kernel {
  readonly name: 'wasm' | 'plain';
  /** Changes identity when memory grows: take views after the last `alloc`. */
  memory(): ArrayBuffer;
  /** 16-byte aligned. */
  alloc(bytes: number): number;
  /** out[m,n] = (x[m,k] · w[n,k]) * scale[n] + bias[n]; x and w 16-bit, n a multiple of 4, k of 8, bias 0 for none. */
  gemm16(x: number, w: number, scale: number, bias: number, out: number, m: number, n: number, k: number): void;
  /** out[m,n] = x[m,k] · w[n,k] + bias[n] in 32-bit floats; k a multiple of 4. */
  gemm32(x: number, w: number, bias: number, out: number, m: number, n: number, k: number): void;
  /** One direction of one recurrent layer over sentences in lockstep, longest first. */
  lstm(
    rows: number,
    w: number,
    scale: number,
    out: number,
    starts: number,
    lengths: number,
    count: number,
    size: number,
    stride: number,
    offset: number,
    backwards: number,
    hidden: number,
    cell: number,
    gates: number,
  ): void;
  /** x < 0 becomes 0.1 x; n a multiple of 4. */
  leaky(x: number, n: number): void;
  /** [dep * head, dep, head] for each word and its chosen head row. */
  pairs(dep: number, head: number, heads: number, out: number, n: number, k: number): void;
}

interface Exports extends Omit<Kernel, 'name' | 'memory'> {
  readonly memory: { readonly buffer: ArrayBuffer };
}

/** The two WebAssembly constructors used here; the compiler's ES library does not know them. */
interface Wasm {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
}

const { WebAssembly: wasm } = globalThis as unknown as { readonly WebAssembly?: Wasm };
let compiled: object | null | undefined;

/** The fastest kernel this machine runs; `bytes` is the memory the plain twin sets aside. */
export function openKernel(bytes: number, kind: 'auto' | 'plain' = 'auto'): Kernel {
  if (kind === 'auto' && compiled === undefined) {
    try {
      compiled = wasm ? new wasm.Module(Buffer.from(KERNEL_BASE64, 'base64')) : null;
    } catch {
      compiled = null;
    }
  }
  if (kind === 'plain' || !compiled || !wasm) return plainKernel(bytes);
  const { memory, alloc, gemm16, gemm32, lstm, leaky, pairs } = new wasm.Instance(compiled, {}).exports as Exports;
  return { name: 'wasm', memory: () => memory.buffer, alloc, gemm16, gemm32, lstm, leaky, pairs };
}
