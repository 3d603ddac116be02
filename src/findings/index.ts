/** Findings of one document: events, statements, figures, relations. Never looks across documents. */

import { fileURLToPath } from 'node:url';
import { contains, type Event, type Found, type Mentioned, type Statement } from '../core/index.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { type EventTables, findEvents, loadEventTables } from './events/index.ts';
import { type FigureTables, findFigures, loadFigureTables } from './figures/index.ts';
import { findRelations, loadRelationTables, type RelationTables } from './relations/index.ts';
import { findStatements, loadStatementTables, quoteMask, type StatementTables } from './statements/index.ts';

export { type EventOptions, findEvents, type Trace, type TraceStep } from './events/index.ts';
export { type Explanation, explainSentence } from './explain.ts';

/** Everything the findings are read with besides the document: loaded once, shared, never changed. */
export interface FindingTables {
  readonly events: EventTables;
  readonly statements: StatementTables;
  readonly figures: FigureTables;
  readonly relations: RelationTables;
}

/** Reads the tables below `dir` (the package's own `data/` by default). Throws ChanceryError 'bad-data'. */
export function loadFindingTables(dir = fileURLToPath(new URL('../../data', import.meta.url))): FindingTables {
  return {
    events: loadEventTables(dir),
    statements: loadStatementTables(dir),
    figures: loadFigureTables(dir),
    relations: loadRelationTables(dir),
  };
}

/** Adds the findings. Pure: same document and tables, same findings. Never throws on content. */
export function findFindings(doc: Mentioned, tables: FindingTables, knowledge: Knowledge): Found {
  const statements = findStatements(doc, tables.statements, knowledge);
  const events = findEvents(doc, tables.events, knowledge).map((event) => attribute(event, statements));
  const figures = findFigures(doc, events, tables.figures, knowledge);
  const relations = findRelations(doc, tables.relations, knowledge);
  return { ...withQuoteFlags(doc), events, statements, figures, relations };
}

/** Quotation marks that never close join the flags of the text. */
function withQuoteFlags(doc: Mentioned): Mentioned {
  if (doc.article.language !== null && doc.article.language !== 'en') return doc;
  const { flags } = quoteMask(doc.article.text, doc.article.blocks);
  if (flags.length === 0) return doc;
  return { ...doc, flags: [...doc.flags, ...flags] };
}

/** The innermost statement whose content holds the trigger: then the event is somebody's word. */
function attribute(event: Event, statements: readonly Statement[]): Event {
  let best = -1;
  let width = Number.POSITIVE_INFINITY;
  statements.forEach((statement, i) => {
    for (const span of statement.content) {
      if (!contains(span, event.trigger) || span[1] - span[0] >= width) continue;
      best = i;
      width = span[1] - span[0];
    }
  });
  return best < 0 ? event : { ...event, attributedTo: best };
}
