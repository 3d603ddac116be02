/** Relations: on which rung of which ladder two actors stand, as the text states it. */

import type { Mentioned, Relation } from '../../core/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';

/** Level phrases of each ladder. */
export interface RelationTables {
  readonly dir: string;
}

/** Reads data/ladder-wording.tsv. `dir` is the data folder. Throws `bad-data` on a malformed row. */
export function loadRelationTables(dir: string): RelationTables {
  return { dir };
}

/** In text order. Never throws on content. */
export function findRelations(_doc: Mentioned, _tables: RelationTables, _knowledge: Knowledge): Relation[] {
  return [];
}
