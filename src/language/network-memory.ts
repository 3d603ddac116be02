/** What the network needs in memory: its weights as the kernel wants them, and room to compute in. */

import type { Container } from '../models/index.ts';
import type { Kernel } from './kernel/kernel.ts';

export interface NetworkMeta {
  readonly hidden: number;
  readonly arcDim: number;
  readonly labelDim: number;
  readonly wordDim: number;
  readonly vectorDim: number;
  /** Rows and width of each hashed embedding. */
  readonly hashed: readonly (readonly [number, number])[];
  /** "VBD|VERB" */
  readonly tags: readonly string[];
  readonly labels: readonly string[];
}

/** Longest stretch that is parsed as one; longer sentences go through windows. */
export const WINDOW = 160;
export const BATCH_WORDS = 640;
export const BATCH_SENTENCES = 24;
// Projected words kept: about nine words in ten of a long run are found here. 5 KB each.
export const CACHED_WORDS = 6144;
export const STATE_STEPS = 16383;

export interface Tables {
  readonly vectorKeys: Uint32Array;
  readonly vectors: Int8Array;
  readonly wordKeys: Uint32Array;
  readonly words: Int8Array;
  readonly wordScale: Float32Array;
  readonly hashed: readonly { readonly rows: Int8Array; readonly scale: Float32Array; readonly dim: number }[];
  readonly hashedSizes: readonly number[];
}

export function readTables(model: Container<unknown>, meta: NetworkMeta): Tables {
  return {
    vectorKeys: model.section('vectors.keys', 'u32'),
    vectors: model.section('vectors', 'i8'),
    wordKeys: model.section('words.keys', 'u32'),
    words: model.section('words', 'i8'),
    wordScale: model.section('words.scale', 'f32'),
    hashed: meta.hashed.map(([, dim], i) => ({
      rows: model.section(`hashed.${i}`, 'i8'),
      scale: model.section(`hashed.${i}.scale`, 'f32'),
      dim,
    })),
    hashedSizes: meta.hashed.map(([size]) => size),
  };
}

/** A layer over 16-bit states: addresses of weights, scales and bias, and the padded number of rows. */
export interface Dense {
  readonly weights: number;
  readonly scale: number;
  readonly bias: number;
  readonly rows: number;
}

export interface Direction {
  readonly states: number;
  readonly scale: number;
}

export interface Layer {
  readonly input: number;
  readonly inputScale: number;
  readonly inputBias: number;
  readonly forward: Direction;
  readonly backward: Direction;
}

export interface Weights {
  readonly first: Layer;
  readonly second: Layer;
  readonly tag: Dense;
  readonly arcHead: Dense;
  readonly arcDep: Dense;
  readonly labelHead: Dense;
  readonly labelDep: Dense;
  readonly arc: number;
  readonly arcBias: number;
  readonly label: number;
  readonly labelBias: number;
  readonly root: number;
}

export function placeWeights(kernel: Kernel, model: Container<unknown>, meta: NetworkMeta, width: number): Weights {
  const put32 = (values: Float32Array) => {
    const at = kernel.alloc(values.byteLength);
    new Float32Array(kernel.memory(), at, values.length).set(values);
    return at;
  };
  const put16 = (values: Int8Array, padded: number) => {
    const at = kernel.alloc(padded * 2);
    new Int16Array(kernel.memory(), at, padded).set(values);
    return at;
  };
  const bytes = (...names: string[]) =>
    joined(
      Int8Array,
      names.map((name) => model.section(name, 'i8')),
    );
  const floats = (...names: string[]) =>
    joined(
      Float32Array,
      names.map((name) => model.section(name, 'f32')),
    );
  /** Weights as floats again, for the parts that are computed in floats. */
  const widened = (names: readonly string[], columns: number) => {
    const q = bytes(...names);
    const scale = floats(...names.map((name) => `${name}.scale`));
    return put32(Float32Array.from(q, (value, i) => value * scale[Math.floor(i / columns)]!));
  };
  const padded = (values: Float32Array, rows: number) => {
    const out = new Float32Array(rows);
    out.set(values);
    return out;
  };
  const stateScale = (name: string, rows: number) =>
    put32(
      padded(
        floats(`${name}.scale`).map((s) => s / STATE_STEPS),
        rows,
      ),
    );
  const dense = (name: string, rows: number): Dense => {
    const total = Math.ceil(rows / 4) * 4;
    return {
      weights: put16(bytes(name), total * 2 * meta.hidden),
      scale: stateScale(name, total),
      bias: put32(padded(floats(`${name}.bias`), total)),
      rows: total,
    };
  };
  const direction = (name: string): Direction => ({
    states: put16(bytes(`${name}.hh`), 4 * meta.hidden * meta.hidden),
    scale: stateScale(`${name}.hh`, 4 * meta.hidden),
  });
  const inputs = (layer: string) => [`${layer}.forward.ih`, `${layer}.backward.ih`];
  const bias = (layer: string) => put32(floats(`${layer}.forward.bias`, `${layer}.backward.bias`));
  return {
    first: {
      input: widened(inputs('first'), width),
      inputScale: 0,
      inputBias: bias('first'),
      forward: direction('first.forward'),
      backward: direction('first.backward'),
    },
    second: {
      input: put16(bytes(...inputs('second')), 8 * meta.hidden * 2 * meta.hidden),
      inputScale: put32(floats(...inputs('second').map((name) => `${name}.scale`)).map((s) => s / STATE_STEPS)),
      inputBias: bias('second'),
      forward: direction('second.forward'),
      backward: direction('second.backward'),
    },
    tag: dense('tag', meta.tags.length),
    arcHead: dense('arcHead', meta.arcDim),
    arcDep: dense('arcDep', meta.arcDim),
    labelHead: dense('labelHead', meta.labelDim),
    labelDep: dense('labelDep', meta.labelDim),
    arc: widened(['arc'], meta.arcDim),
    arcBias: put32(floats('arc.bias')),
    label: widened(['label'], 3 * meta.labelDim),
    labelBias: put32(floats('label.bias')),
    root: put32(floats('root')),
  };
}

function joined<T extends Int8Array | Float32Array>(Type: new (n: number) => T, parts: readonly T[]): T {
  const out = new Type(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

export type Buffers = Readonly<Record<(typeof BUFFERS)[number], number>>;
const BUFFERS = [
  'cache',
  'words',
  'rows',
  'starts',
  'lengths',
  'hidden',
  'cell',
  'gates',
  'firstOut',
  'secondOut',
  'inputs',
  'tags',
  'arcHead',
  'arcDep',
  'arcScored',
  'labelHead',
  'labelDep',
  'rootArc',
  'rootLabel',
  'roots',
  'arcs',
  'heads',
  'pairs',
  'labels',
] as const;

export function allocate(kernel: Kernel, meta: NetworkMeta, width: number): Buffers {
  const { hidden: H, arcDim, labelDim } = meta;
  const [N, S] = [BATCH_WORDS, BATCH_SENTENCES];
  const sizes: Record<(typeof BUFFERS)[number], number> = {
    cache: CACHED_WORDS * 8 * H * 4,
    words: 64 * width * 4,
    rows: N * 4,
    starts: S * 4,
    lengths: S * 4,
    hidden: S * H * 2,
    cell: S * H * 4,
    gates: S * 4 * H * 4,
    firstOut: N * 2 * H * 2,
    secondOut: N * 2 * H * 2,
    inputs: N * 8 * H * 4,
    tags: N * Math.ceil(meta.tags.length / 4) * 16,
    arcHead: N * arcDim * 4,
    arcDep: N * arcDim * 4,
    arcScored: N * arcDim * 4,
    labelHead: (N + 1) * labelDim * 4,
    labelDep: N * labelDim * 4,
    rootArc: arcDim * 4,
    rootLabel: labelDim * 4,
    roots: N * 4,
    arcs: WINDOW * WINDOW * 4,
    heads: N * 4,
    pairs: N * 3 * labelDim * 4,
    labels: N * meta.labels.length * 4,
  };
  return Object.fromEntries(BUFFERS.map((name) => [name, kernel.alloc(sizes[name])])) as Buffers;
}
