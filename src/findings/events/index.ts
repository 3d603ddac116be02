/** Events: what happened between whom, read from trigger, frame and modality. */

import type { Event, Mentioned } from '../../core/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import type { EventTables } from './tables.ts';
import type { Trace } from './trace.ts';

export interface EventOptions {
  /** Collects, for each sentence, what was tried and why it was refused. */
  readonly trace?: Trace;
}

/** All events of a document by confidence, ties in text order. Never throws on content. */
export function findEvents(
  _doc: Mentioned,
  _tables: EventTables,
  _knowledge: Knowledge,
  _options: EventOptions = {},
): readonly Event[] {
  return [];
}
