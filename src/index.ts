/**
 * Chancery as a library.
 *
 * What costs time to load (weights, tables, the database) is loaded on the first call that needs it.
 */

export { findInputs, givenDate, type Input } from './acquire/index.ts';
export * from './core/index.ts';
export type { Kit } from './pipeline.ts';
export { pageAgain } from './reading/again.ts';
export type { Reading, ReadingArticle, ReadingMention } from './reading/index.ts';
export type { PoolOptions, ReadingPool } from './reading/pool.ts';
export type * from './store/record-api.ts';
export type { Record as ChanceryRecord } from './store/record-api.ts';

import type { Input } from './acquire/index.ts';
import type { GateOptions, GateResult } from './eval/gate.ts';
import type { Kit } from './pipeline.ts';
import type { BulkOptions, Known, NotRead, Read } from './reading/bulk.ts';
import type { PoolOptions, ReadingPool } from './reading/pool.ts';
import type { Record as ChanceryRecord, OpenOptions } from './store/record-api.ts';

/** Opens a record; see `OpenOptions`. The caller closes it. */
export async function openRecord(options: OpenOptions): Promise<ChanceryRecord> {
  return (await import('./store/open.ts')).openRecord(options);
}

/** Opens a pool of reading threads. The caller closes it. */
export async function openPool(options: PoolOptions = {}): Promise<ReadingPool> {
  return (await import('./reading/pool.ts')).openPool(options);
}

/** Acquires and reads inputs in threads; see `readAll` in src/reading/bulk.ts. */
export async function readAll(
  inputs: AsyncIterable<Input>,
  pool: ReadingPool,
  options: BulkOptions = {},
): Promise<AsyncGenerator<Read | NotRead | Known>> {
  return (await import('./reading/bulk.ts')).readAll(inputs, pool, options);
}

/** Loads the shipped tables and weights (about a third of a second); share one kit. */
export async function loadKit(): Promise<Kit> {
  return (await import('./kit.ts')).loadKit();
}

/** Measures the readers on gold sets; see `GateOptions`. */
export async function runEval(options: GateOptions): Promise<GateResult> {
  return (await import('./eval/gate.ts')).runGate(options);
}
