/** The language model: segmenter, network and lemma tables of one language, loaded once and shared. */

import { fileURLToPath } from 'node:url';
import { type Container, openContainer, readShared } from '../models/index.ts';
import { Lemmatizer } from './lemmas.ts';
import { Network } from './network.ts';
import type { NetworkMeta } from './network-memory.ts';
import { Segmenter } from './segmenter.ts';

/** Ranges [first, end) of a sentence's words that are one name each ("Ho Chi Minh City"), in any order. */
export type Locks = (forms: readonly string[]) => readonly (readonly [first: number, end: number])[];

export interface LanguageModel {
  /** "english/1" */
  readonly id: string;
  /** SHA-256 of the weights, as the model card gives it. */
  readonly hash: string;
  /** The bytes of the model file; pass them to `loadLanguageModel({ shared })` in a worker to read nothing twice. */
  readonly shared: SharedArrayBuffer;
  /** Names to keep whole; none unless told. */
  readonly locks: Locks | null;
  readonly segmenter: Segmenter;
  readonly network: Network;
  readonly lemmatizer: Lemmatizer;
}

export interface LoadOptions {
  /** Folder that holds english.bin; the shipped one unless told. */
  readonly dir?: string;
  /** Bytes that another thread has read and checked already. */
  readonly shared?: SharedArrayBuffer;
  readonly locks?: Locks;
  /** "plain" computes in JavaScript even where WebAssembly SIMD runs. */
  readonly kernel?: 'auto' | 'plain';
}

const SHIPPED = fileURLToPath(new URL('../../models/', import.meta.url));

/**
 * Loads the shipped English model. One model serves one thread; the bytes behind it may be shared.
 *
 * Throws ChanceryError `model-missing` when there is no file, `bad-data` when its hash, version or layout is wrong.
 */
export function loadLanguageModel(options: LoadOptions = {}): LanguageModel {
  const shared = options.shared ?? readShared(`${options.dir ?? SHIPPED}/english.bin`);
  const weights: Container<{ network: NetworkMeta }> = openContainer(shared, options.shared !== undefined);
  return {
    id: weights.id,
    hash: weights.hash,
    shared,
    locks: options.locks ?? null,
    segmenter: new Segmenter(weights),
    network: new Network(weights, options.kernel),
    lemmatizer: new Lemmatizer(Buffer.from(weights.section('lemmas', 'u8')).toString('utf8')),
  };
}
