/**
 * Keys under which a text meets its copies.
 *
 * Two kinds, since a copier changes words and a spinner keeps names: sampled shingles of three
 * long words in a row, whatever short ones stand between, and shingles of three words that a rewriter keeps (names inside a sentence, numbers), in their order.
 */

import { mix, type Words } from './words.ts';

export interface Fingerprint {
  /** 32-bit keys, each once. */
  readonly shingles: Uint32Array;
  readonly anchors: Uint32Array;
}

const SHINGLE = 3;
/** Letters from which on a word is long. */
const LONG = 5;
const ANCHOR_SHINGLE = 3;
/** One shingle in four is kept, by its own hash, so that two texts keep the same ones. */
const SAMPLE = 4;

export function fingerprint(words: Words): Fingerprint {
  const shingles = new Set<number>();
  const long: number[] = [];
  const kept: number[] = [];
  for (let i = 0; i < words.count; i++) {
    if (words.quoted[i] !== 0) continue; // a shared quotation makes no copy
    if ((words.ends[i] as number) - (words.starts[i] as number) >= LONG) long.push(words.hashes[i] as number);
    if (words.anchors[i] === 1) kept.push(words.hashes[i] as number);
  }
  for (let i = 0; i + SHINGLE <= long.length; i++) {
    const key = keyOf(long, i, SHINGLE);
    if (key % SAMPLE === 0) shingles.add(key);
  }
  const anchors = new Set<number>();
  for (let i = 0; i + ANCHOR_SHINGLE <= kept.length; i++) anchors.add(keyOf(kept, i, ANCHOR_SHINGLE));
  return { shingles: Uint32Array.from(shingles), anchors: Uint32Array.from(anchors) };
}

function keyOf(hashes: readonly number[], from: number, length: number): number {
  let key = hashes[from] as number;
  for (let j = 1; j < length; j++) key = Math.imul(key ^ (key >>> 15), 0x9e3779b1) ^ (hashes[from + j] as number);
  return mix(key);
}
