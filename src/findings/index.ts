/** Findings of one document: events, statements, figures, relations. Never looks across documents. */

import type { Found, Mentioned } from '../core/index.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { findEvents } from './events/index.ts';
import { type EventTables, loadEventTables } from './events/tables.ts';

/** Everything the findings are read with besides the document: loaded once, shared, never changed. */
export interface FindingTables {
  readonly events: EventTables;
}

/** Reads data/plover and data/frames below `dir` (the package's own data by default). Throws ChanceryError 'bad-data'. */
export function loadFindingTables(dir?: string): FindingTables {
  return { events: loadEventTables(dir) };
}

/** Adds the findings. Pure: same document and tables, same findings. Never throws on content. */
export function findFindings(doc: Mentioned, tables: FindingTables, knowledge: Knowledge): Found {
  const events = findEvents(doc, tables.events, knowledge);
  return { ...doc, events, statements: [], figures: [], relations: [] };
}
