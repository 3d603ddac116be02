/** Statements: who said what, through whom, in which words. */

import type { Mentioned, Statement } from '../../core/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';

/** The cue table, loaded once. */
export interface StatementTables {
  readonly dir: string;
}

/** Reads data/cues. `dir` is the data folder. Throws `bad-data` on a malformed row. */
export function loadStatementTables(dir: string): StatementTables {
  return { dir };
}

/** In text order. Never throws on content. */
export function findStatements(_doc: Mentioned, _tables: StatementTables, _knowledge: Knowledge): Statement[] {
  return [];
}
