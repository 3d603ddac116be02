/** What acquiring gives: documents with their bytes, or one clear reason each. */

import type { ChanceryError, Page } from '../core/index.ts';
import type { FetchOptions } from './fetch.ts';
import type { PageHints } from './page.ts';

export interface AcquireOptions {
  /** Bytes kept of one document; 5 MB unless told. Beyond them the page is marked truncated. */
  readonly maxBytes?: number | undefined;
  /** Bytes of one JSON line; four times `maxBytes` unless told. */
  readonly maxLine?: number | undefined;
  /** Clean running text: no page furniture to remove. */
  readonly asPlain?: boolean | undefined;
  /** Publication date known to the caller (ISO 8601), for documents that bring none. */
  readonly published?: string | undefined;
  /** What results of a stream are called: "name:12" is its twelfth line. */
  readonly name?: string | undefined;
  readonly fetch?: FetchOptions | undefined;
}

export interface Acquired {
  readonly kind: 'document';
  /** What to call it in messages: the path as given, or "path:line". */
  readonly name: string;
  /** The id exactly as the input had it (any JSON value), null when it had none. */
  readonly id: unknown;
  readonly page: Page;
  /** The raw bytes `page.hash` is made of. */
  readonly bytes: Uint8Array;
  /** ISO 8601 time of acquisition. */
  readonly acquired: string;
}

/** A line that has only an address. `fetchLine` gets it. */
export interface ToFetch {
  readonly kind: 'fetch';
  readonly name: string;
  readonly id: unknown;
  readonly url: string;
  readonly hints: PageHints;
}

export interface Refused {
  readonly kind: 'refused';
  readonly name: string;
  readonly id: unknown;
  readonly error: ChanceryError;
}
