/** Figures: how much of what, tied to its event, item and status. */

import type { Event, Figure, Mentioned } from '../../core/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';

/** Words that decide the status of a figure. */
export interface FigureTables {
  readonly dir: string;
}

/** `dir` is the data folder. Throws `bad-data` on a malformed row. */
export function loadFigureTables(dir: string): FigureTables {
  return { dir };
}

/** In text order; `event` is an index into `events`. Never throws on content. */
export function findFigures(_doc: Mentioned, _events: readonly Event[], _tables: FigureTables, _knowledge: Knowledge): Figure[] {
  return [];
}
