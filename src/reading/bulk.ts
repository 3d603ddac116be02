/** From inputs to Readings: acquires, reads in threads, answers in input order; one failure never stops the rest. */

import {
  type Acquired,
  type AcquireOptions,
  fetchLine,
  type Input,
  type Refused,
  readUnfetched,
  type ToFetch,
} from '../acquire/index.ts';
import type { ChanceryError } from '../core/index.ts';
import { inOrder } from './in-order.ts';
import type { ReadingPool } from './pool.ts';
import type { Reading } from './reading.ts';

export interface Read {
  readonly kind: 'read';
  /** What to call the document in messages. */
  readonly name: string;
  /** The id exactly as the input had it (any JSON value), null when it had none. */
  readonly id: unknown;
  readonly document: Acquired;
  readonly reading: Reading;
}

export interface NotRead {
  readonly kind: 'not-read';
  readonly name: string;
  readonly id: unknown;
  readonly error: ChanceryError | Error;
}

/** Documents of these inputs that `skip` says are known already come as this, unread. */
export interface Known {
  readonly kind: 'known';
  readonly name: string;
  readonly id: unknown;
  readonly document: Acquired;
}

export interface BulkOptions extends AcquireOptions {
  /** Whether a document needs no reading. */
  readonly skip?: (document: Acquired) => Promise<boolean>;
}

/** One result for each document, in input order, in bounded memory. Never rejects on content. */
export function readAll(
  inputs: AsyncIterable<Input>,
  pool: ReadingPool,
  options: BulkOptions = {},
): AsyncGenerator<Read | NotRead | Known> {
  return inOrder(documents(inputs, options), pool.jobs, (found) => readOne(found, pool, options));
}

async function* documents(
  inputs: AsyncIterable<Input>,
  options: AcquireOptions,
): AsyncGenerator<Acquired | ToFetch | Refused> {
  for await (const input of inputs) yield* readUnfetched(input, options);
}

async function readOne(
  found: Acquired | ToFetch | Refused,
  pool: ReadingPool,
  options: BulkOptions,
): Promise<Read | NotRead | Known> {
  const document = await fetchLine(found, options);
  const { name, id } = document;
  if (document.kind === 'refused') return { kind: 'not-read', name, id, error: document.error };
  try {
    if (await options.skip?.(document)) return { kind: 'known', name, id, document };
    return { kind: 'read', name, id, document, reading: await pool.read(document.page) };
  } catch (error) {
    return { kind: 'not-read', name, id, error: error as Error };
  }
}
