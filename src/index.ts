/**
 * Chancery as a library.
 *
 * What costs time to load (weights, tables, the database) is loaded on the first call that needs it.
 */

export { findInputs, givenDate, type Input, toPage } from './acquire/index.ts';
export * from './core/index.ts';
export type { SentenceExplanation } from './explain.ts';
export type { Knowledge } from './knowledge/index.ts';
export type { Kit } from './pipeline.ts';
export type { Reading, ReadingArticle, ReadingMention } from './reading/index.ts';
export type { PoolOptions, ReadingPool } from './reading/pool.ts';
export type { RelationHistory } from './record/index.ts';
export type { RegisterEntry } from './record/registers/index.ts';
export type * from './store/record-api.ts';
export type { Record as ChanceryRecord } from './store/record-api.ts';

import type { Acquired, AcquireOptions, Input, Refused } from './acquire/index.ts';
import type { Page } from './core/index.ts';
import type { GateOptions, GateResult } from './eval/gate.ts';
import type { SentenceExplanation } from './explain.ts';
import type { ExportOptions } from './export/index.ts';
import type { Knowledge } from './knowledge/index.ts';
import type { Kit } from './pipeline.ts';
import type { BulkOptions, Known, NotRead, Read } from './reading/bulk.ts';
import type { PoolOptions, ReadingPool } from './reading/pool.ts';
import type { Interval, RelationClaim, RelationHistory } from './record/index.ts';
import type { RegisterEntry, RegisterOf } from './record/registers/index.ts';
import type { Record as ChanceryRecord, OpenOptions, StoredFact } from './store/record-api.ts';

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

/** The reviewed tables alone. */
export async function loadKnowledge(): Promise<Knowledge> {
  return (await import('./knowledge/index.ts')).loadKnowledge();
}

/** The knowledge room: `readTables`, `checkTables`, `makeKnowledge`. */
export function knowledgeRoom(): Promise<typeof import('./knowledge/index.ts')> {
  return import('./knowledge/index.ts');
}

/** Sends a form through the fetch guard; see src/acquire/fetch.ts. */
export async function postForm(address: string, form: Readonly<Record<string, string>>): Promise<string> {
  return (await import('./acquire/fetch.ts')).postForm(address, form, {
    timeout: 70_000,
    idle: 70_000,
    maxBytes: 20_000_000,
  });
}

/** The language room: sentences, words and trees; also `chancery/language`. */
export function language(): Promise<typeof import('./language/index.ts')> {
  return import('./language/index.ts');
}

/** Documents of one input; see src/acquire/documents.ts. */
export async function readDocuments(
  input: Input,
  options: AcquireOptions = {},
): Promise<AsyncGenerator<Acquired | Refused>> {
  return (await import('./acquire/index.ts')).readDocuments(input, options);
}

/** Why a page's sentences hold the events they hold, or none. */
export async function explainPage(page: Page, kit: Kit, only?: number): Promise<SentenceExplanation[]> {
  return (await import('./explain.ts')).explainPage(page, kit, only);
}

/** Reads one file of an official register; kinds are in src/record/registers. */
export async function readRegister(kind: string, text: string, knowledge: Knowledge): Promise<RegisterEntry[]> {
  return (await import('./record/registers/index.ts')).readRegister(kind, text, knowledge);
}

/** Groups register entries as the record keeps them. */
export async function registersOf(kind: string, entries: readonly RegisterEntry[]): Promise<RegisterOf[]> {
  return (await import('./record/registers/index.ts')).registersOf(kind, entries);
}

/** Where two parties stood, from the tables and from claims. */
export async function relationHistory(
  a: string,
  b: string,
  claims: readonly RelationClaim[],
  knowledge: Knowledge,
): Promise<RelationHistory> {
  return (await import('./record/index.ts')).relationHistory(a, b, claims, knowledge);
}

/** What of a history holds on an ISO day. */
export async function standingOn(history: RelationHistory, day: string): Promise<Interval[]> {
  return (await import('./record/index.ts')).standingOn(history, day);
}

/** Facts in another format: csv, jsonl, parquet, gexf, graphml, ics, jsonld. */
export async function exportFacts(
  format: string,
  facts: readonly StoredFact[],
  options: ExportOptions,
): Promise<string | Uint8Array> {
  return (await import('./export/index.ts')).exportFacts(format, facts, options);
}

/** Loads the shipped tables and weights (about a third of a second); share one kit. */
export async function loadKit(): Promise<Kit> {
  return (await import('./kit.ts')).loadKit();
}

/** Measures the readers on gold sets; see `GateOptions`. */
export async function runEval(options: GateOptions): Promise<GateResult> {
  return (await import('./eval/gate.ts')).runGate(options);
}
