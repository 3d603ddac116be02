/** Names that the knowledge tables settle: people, and places of three words or more, are parsed as one. */

import type { Matcher } from '../knowledge/index.ts';
import type { Locks } from './model.ts';

const PLACES = new Set(['place', 'capital', 'region', 'water']);

/**
 * Locks for `loadLanguageModel`: "To Lam" is a name and no preposition, "Ho Chi Minh City" one place.
 *
 * Only names in capitals that have no other reading. Bodies and short places have a grammar that the parser reads well.
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
          entries.every(({ kind }) => kind === 'person' || (PLACES.has(kind) && end - start > 2)) &&
          forms.slice(start, end).every((form) => /^\p{Lu}/u.test(form)),
      )
      .map(({ start, end }) => [start, end] as const);
}
