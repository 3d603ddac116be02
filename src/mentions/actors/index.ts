/** Actors and places of an article: names, titles, role nouns, and what refers back to them. */

import type { Parsed, Span } from '../../core/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import type { Draft } from '../draft.ts';

export interface ActorContext {
  /** The day the text tells of, for offices and memberships; null when unknown. */
  readonly date: string | null;
  /** Country of the outlet, for names that depend on who speaks. */
  readonly outlet: string | null;
  /** Spans of times and quantities; no name is read inside them. */
  readonly taken: readonly Span[];
}

export function findActors(_parsed: Parsed, _knowledge: Knowledge, _context: ActorContext): Draft[] {
  return [];
}
