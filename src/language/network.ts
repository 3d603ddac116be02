/** The trained network at work: words of sentences to tags, heads and labels. */

import type { Container } from '../models/index.ts';
import { fnv, hashed, lower, norm } from './features.ts';
import { type Kernel, openKernel } from './kernel/kernel.ts';
import {
  allocate,
  BATCH_SENTENCES,
  BATCH_WORDS,
  type Buffers,
  CACHED_WORDS,
  type Dense,
  type Layer,
  type NetworkMeta,
  placeWeights,
  readTables,
  STATE_STEPS,
  type Tables,
  type Weights,
  WINDOW,
} from './network-memory.ts';
import { bestTree } from './spanning-tree.ts';

export interface Tree {
  /** Index into `tags`. */
  readonly tags: Uint8Array;
  /** -1 for the one root. */
  readonly heads: Int32Array;
  /** Index into `labels`. */
  readonly labels: Uint8Array;
}

// Feature strings are cut to this many units, so that a megabyte without a space costs no more than a word.
const LONGEST_WORD = 64;
const VECTOR_STEPS = 32;

/** One network with its scratch memory: not for two threads at once. */
export class Network {
  readonly kernel: Kernel;
  readonly meta: NetworkMeta;
  readonly #tables: Tables;
  readonly #slots = new Map<string, number>();
  readonly #w: Weights;
  readonly #b: Buffers;
  readonly #width: number;
  readonly #rootLabel: number;
  #f32: Float32Array;
  #i32: Int32Array;

  constructor(model: Container<{ network: NetworkMeta }>, kind: 'auto' | 'plain' = 'auto') {
    const meta = model.meta.network;
    this.meta = meta;
    this.#width = meta.vectorDim + meta.wordDim + meta.hashed.reduce((sum, [, d]) => sum + d, 0);
    this.kernel = openKernel(96 * 1024 * 1024, kind);
    this.#tables = readTables(model, meta);
    this.#w = placeWeights(this.kernel, model, meta, this.#width);
    this.#b = allocate(this.kernel, meta, this.#width);
    this.#f32 = new Float32Array(this.kernel.memory());
    this.#i32 = new Int32Array(this.kernel.memory());
    this.#rootLabel = meta.labels.indexOf('root');
    this.#projectRoot();
  }

  /** Trees of all sentences, in order. Each result is independent of what else is in the call. */
  parse(sentences: readonly (readonly string[])[]): Tree[] {
    const out: Tree[] = new Array(sentences.length);
    const order: number[] = [];
    for (let i = 0; i < sentences.length; i++) {
      if (sentences[i]!.length > WINDOW) out[i] = this.#parseLong(sentences[i]!);
      else if (sentences[i]!.length === 0) out[i] = emptyTree(0);
      else order.push(i);
    }
    order.sort((a, b) => sentences[b]!.length - sentences[a]!.length || a - b);
    for (let from = 0; from < order.length; ) {
      let words = 0;
      let to = from;
      while (to < order.length && to - from < BATCH_SENTENCES) {
        const length = sentences[order[to]!]!.length;
        if (words + length > BATCH_WORDS) break;
        words += length;
        to++;
      }
      const batch = order.slice(from, to);
      const trees = this.#parseBatch(batch.map((i) => sentences[i]!));
      for (let k = 0; k < batch.length; k++) out[batch[k]!] = trees[k]!;
      from = to;
    }
    return out;
  }

  /** Windows cut at punctuation where there is some; later roots hang on the first one. */
  #parseLong(words: readonly string[]): Tree {
    const tree = emptyTree(words.length);
    const loose = Math.max(0, this.meta.labels.indexOf('parataxis'));
    const cuts: number[] = [0];
    for (let at = 0; words.length - at > WINDOW; ) {
      let cut = at + WINDOW;
      for (let k = cut; k > at + WINDOW / 2; k--) {
        if (/^[;:,.–—]$/.test(words[k - 1]!)) {
          cut = k;
          break;
        }
      }
      cuts.push(cut);
      at = cut;
    }
    let root = -1;
    const parts = this.parse(cuts.map((cut, k) => words.slice(cut, cuts[k + 1] ?? words.length)));
    parts.forEach((part, k) => {
      const base = cuts[k]!;
      tree.tags.set(part.tags, base);
      tree.labels.set(part.labels, base);
      for (let i = 0; i < part.heads.length; i++) {
        const head = part.heads[i]!;
        if (head >= 0) tree.heads[base + i] = base + head;
        else if (root < 0) {
          root = base + i;
          tree.heads[root] = -1;
        } else {
          tree.heads[base + i] = root;
          tree.labels[base + i] = loose;
        }
      }
    });
    return tree;
  }

  /** Sentences of at most WINDOW words, longest first, together at most BATCH_WORDS. */
  #parseBatch(sentences: readonly (readonly string[])[]): Tree[] {
    const { kernel, meta } = this;
    const [w, b] = [this.#w, this.#b];
    const { hidden: H, arcDim, labelDim } = meta;
    const count = sentences.length;
    const slots = this.#project(sentences);
    const n = slots.length;
    let at = 0;
    for (let s = 0; s < count; s++) {
      this.#i32[(b.starts >> 2) + s] = at;
      this.#i32[(b.lengths >> 2) + s] = sentences[s]!.length;
      at += sentences[s]!.length;
    }
    const recur = (layer: Layer, rows: (word: number) => number, out: number) => {
      for (const back of [0, 1] as const) {
        for (let i = 0; i < n; i++) this.#i32[(b.rows >> 2) + i] = rows(i) + back * 16 * H;
        const { states, scale } = back ? layer.backward : layer.forward;
        kernel.lstm(
          b.rows,
          states,
          scale,
          out,
          b.starts,
          b.lengths,
          count,
          H,
          2 * H,
          back * H,
          back,
          b.hidden,
          b.cell,
          b.gates,
        );
      }
    };
    recur(w.first, (i) => b.cache + slots[i]! * 32 * H, b.firstOut);
    kernel.gemm16(b.firstOut, w.tag.weights, w.tag.scale, w.tag.bias, b.tags, n, w.tag.rows, 2 * H);
    kernel.gemm16(b.firstOut, w.second.input, w.second.inputScale, w.second.inputBias, b.inputs, n, 8 * H, 2 * H);
    recur(w.second, (i) => b.inputs + i * 32 * H, b.secondOut);

    const project = (part: Dense, out: number, dim: number) => {
      kernel.gemm16(b.secondOut, part.weights, part.scale, part.bias, out, n, dim, 2 * H);
      kernel.leaky(out, n * dim);
    };
    project(w.arcHead, b.arcHead, arcDim);
    project(w.arcDep, b.arcDep, arcDim);
    project(w.labelHead, b.labelHead, labelDim);
    project(w.labelDep, b.labelDep, labelDim);
    kernel.gemm32(b.arcDep, w.arc, w.arcBias, b.arcScored, n, arcDim, arcDim);
    kernel.gemm32(b.arcScored, b.rootArc, 0, b.roots, n, 1, arcDim);

    const heads = new Int32Array(n);
    for (let s = 0, from = 0; s < count; s++) {
      const length = sentences[s]!.length;
      const bytes = from * arcDim * 4;
      kernel.gemm32(b.arcScored + bytes, b.arcHead + bytes, 0, b.arcs, length, length, arcDim);
      const arcs = this.#f32.subarray(b.arcs >> 2, (b.arcs >> 2) + length * length);
      const roots = this.#f32.subarray((b.roots >> 2) + from, (b.roots >> 2) + from + length);
      heads.set(bestTree(arcs, roots, length), from);
      // Rows of the chosen heads; the root's own row stands behind the last word.
      for (let i = 0; i < length; i++)
        this.#i32[(b.heads >> 2) + from + i] = heads[from + i]! < 0 ? n : from + heads[from + i]!;
      from += length;
    }
    this.#f32.copyWithin((b.labelHead >> 2) + n * labelDim, b.rootLabel >> 2, (b.rootLabel >> 2) + labelDim);
    kernel.pairs(b.labelDep, b.labelHead, b.heads, b.pairs, n, labelDim);
    kernel.gemm32(b.pairs, w.label, w.labelBias, b.labels, n, meta.labels.length, 3 * labelDim);

    let from = 0;
    return sentences.map(({ length }) => {
      const tree = emptyTree(length);
      tree.heads.set(heads.subarray(from, from + length));
      for (let i = 0; i < length; i++) {
        tree.tags[i] = best(this.#f32, (b.tags >> 2) + (from + i) * w.tag.rows, meta.tags.length, -1);
        tree.labels[i] =
          tree.heads[i]! < 0
            ? this.#rootLabel
            : best(this.#f32, (b.labels >> 2) + (from + i) * meta.labels.length, meta.labels.length, this.#rootLabel);
      }
      from += length;
      return tree;
    });
  }

  /** Cache slot of each word's input projection; computes the missing ones. */
  #project(sentences: readonly (readonly string[])[]): Int32Array {
    const total = sentences.reduce((sum, s) => sum + s.length, 0);
    const slots = new Int32Array(total);
    const fresh: string[] = [];
    // Clearing all is simple and rare; the frequent words return at once.
    if (this.#slots.size + total > CACHED_WORDS) this.#slots.clear();
    const first = this.#slots.size;
    let i = 0;
    for (const sentence of sentences) {
      for (const word of sentence) {
        let slot = this.#slots.get(word);
        if (slot === undefined) {
          const key =
            word.length > LONGEST_WORD ? word.slice(0, LONGEST_WORD / 2) + word.slice(-LONGEST_WORD / 2) : word;
          slot = this.#slots.get(key);
          if (slot === undefined) {
            slot = this.#slots.size;
            this.#slots.set(key, slot);
            fresh.push(key);
          }
        }
        slots[i++] = slot;
      }
    }
    const { hidden: H } = this.meta;
    const [w, b] = [this.#w, this.#b];
    const ROOM = 64;
    for (let k = 0; k < fresh.length; k += ROOM) {
      const part = fresh.slice(k, k + ROOM);
      for (const [r, word] of part.entries()) this.#embed(word, (b.words >> 2) + r * this.#width);
      this.kernel.gemm32(
        b.words,
        w.first.input,
        w.first.inputBias,
        b.cache + (first + k) * 32 * H,
        part.length,
        8 * H,
        this.#width,
      );
    }
    return slots;
  }

  #embed(word: string, at: number): void {
    const { vectorDim, wordDim } = this.meta;
    const t = this.#tables;
    const out = this.#f32;
    const v = find(t.vectorKeys, fnv(lower(word)));
    for (let i = 0; i < vectorDim; i++) out[at + i] = v < 0 ? 0 : t.vectors[v * vectorDim + i]! / VECTOR_STEPS;
    // Row 0 is the unknown word.
    const k = find(t.wordKeys, fnv(norm(word))) + 1;
    let o = at + vectorDim;
    for (let i = 0; i < wordDim; i++) out[o++] = t.words[k * wordDim + i]! * t.wordScale[k]!;
    const buckets = hashed(word, t.hashedSizes);
    t.hashed.forEach(({ rows, scale, dim }, f) => {
      const row = buckets[f]!;
      for (let i = 0; i < dim; i++) out[o++] = rows[row * dim + i]! * scale[row]!;
    });
  }

  /** The artificial root's projections never change. */
  #projectRoot(): void {
    const { arcDim, labelDim, hidden: H } = this.meta;
    const f32 = this.#f32;
    const i16 = new Int16Array(this.kernel.memory());
    const fill = (part: Dense, out: number, dim: number) => {
      for (let j = 0; j < dim; j++) {
        let sum = 0;
        for (let i = 0; i < 2 * H; i++)
          sum += i16[(part.weights >> 1) + j * 2 * H + i]! * f32[(this.#w.root >> 2) + i]!;
        const value = sum * f32[(part.scale >> 2) + j]! * STATE_STEPS + f32[(part.bias >> 2) + j]!;
        f32[(out >> 2) + j] = value < 0 ? value * 0.1 : value;
      }
    };
    fill(this.#w.arcHead, this.#b.rootArc, arcDim);
    fill(this.#w.labelHead, this.#b.rootLabel, labelDim);
  }
}

function emptyTree(n: number): Tree {
  return { tags: new Uint8Array(n), heads: new Int32Array(n).fill(-1), labels: new Uint8Array(n) };
}

function best(values: Float32Array, at: number, n: number, never: number): number {
  let top = never === 0 ? 1 : 0;
  for (let k = top + 1; k < n; k++) if (values[at + k]! > values[at + top]! && k !== never) top = k;
  return top;
}

/** Position of a fingerprint in a sorted list, or -1. Strings themselves are not stored. */
function find(keys: Uint32Array, key: number): number {
  let low = 0;
  let high = keys.length - 1;
  while (low <= high) {
    const mid = (low + high) >> 1;
    const value = keys[mid]!;
    if (value === key) return mid;
    if (value < key) low = mid + 1;
    else high = mid - 1;
  }
  return -1;
}
