/** Word vectors of the language model, as directions: how far two words keep company. */

import { fileURLToPath } from 'node:url';
import { openContainer, readShared } from '../models/index.ts';

export interface WordVectors {
  readonly dim: number;
  /** Row of a word in lower case, or -1. */
  rowOf(word: string): number;
  /** Rows one after the other; times `scale` each has length 1. */
  readonly rows: Int8Array;
  readonly scale: Float32Array;
}

const SHIPPED = fileURLToPath(new URL('../../models/english.bin', import.meta.url));

/** Throws ChanceryError `model-missing` or `bad-data`. */
export function loadWordVectors(path: string = SHIPPED): WordVectors {
  const model = openContainer<{ network: { vectorDim: number } }>(readShared(path));
  const dim = model.meta.network.vectorDim;
  // Copies, so that the rest of the file is not kept a second time.
  return makeWordVectors(model.section('vectors.keys', 'u32').slice(), model.section('vectors', 'i8').slice(), dim);
}

/** `keys` are ascending fingerprints of the words, `raw` their vectors in the same order. */
export function makeWordVectors(keys: Uint32Array, raw: Int8Array, dim: number): WordVectors {
  const scale = new Float32Array(keys.length);
  for (let row = 0; row < keys.length; row++) {
    let square = 0;
    for (let i = row * dim; i < (row + 1) * dim; i++) square += (raw[i] as number) ** 2;
    scale[row] = 1 / (Math.sqrt(square) || 1);
  }
  return {
    dim,
    rows: raw,
    scale,
    rowOf(word) {
      const key = fingerprint(word);
      let low = 0;
      let high = keys.length - 1;
      while (low <= high) {
        const mid = (low + high) >> 1;
        const value = keys[mid] as number;
        if (value === key) return mid;
        if (value < key) low = mid + 1;
        else high = mid - 1;
      }
      return -1;
    },
  };
}

/** FNV-1a over UTF-16 units with a final mix: as the model file was written. */
function fingerprint(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h ^= h >>> 15;
  h = Math.imul(h, 0x2c1b3c6d);
  return (h ^ (h >>> 13)) >>> 0;
}
