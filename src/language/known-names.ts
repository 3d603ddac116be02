/** Names that the knowledge tables settle: people and places of several words are parsed as one. */

import type { Matcher } from '../knowledge/index.ts';
import type { Locks } from './model.ts';

const KINDS = new Set(['person', 'place', 'capital', 'region', 'water']);

/**
 * Locks for `loadLanguageModel`: "To Lam" is a name and no preposition, "Ho Chi Minh City" one place.
 *
 * Only names in capitals whose every reading is a person or a place; names of bodies have a grammar that the parser
 * reads well.
 */
export function knownNames(matcher: Matcher): Locks {
  return (forms) =>
    matcher
      .find(forms)
      .filter(
        ({ start, end, skipStart, skipEnd, entries }) =>
          end - start > 1 &&
          skipStart === 0 &&
          skipEnd === 0 &&
          entries.every((entry) => KINDS.has(entry.kind)) &&
          forms.slice(start, end).every((form) => /^\p{Lu}/u.test(form)),
      )
      .map(({ start, end }) => [start, end] as const);
}
