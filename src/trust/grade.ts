/** The grade: how far a text may be used. Weak reasons never add up; the publisher plays no part. */

import type { Flag, Grade } from '../core/index.ts';

/** Versioned with the rules below: a changed rule is a changed version, so that stored grades can be told apart. */
export const GRADE_VERSION = 1;

/**
 * `hold` (kept, searchable, not counted) takes two strong reasons of different kinds; one strong or medium reason of integrity or
 * consistency makes `use-with-care`.
 */
export function gradeOf(flags: readonly Flag[]): Grade {
  const serious = flags.filter((flag) => flag.ledger !== 'sourcing');
  const strong = new Set(serious.filter((flag) => flag.strength === 'strong').map((flag) => flag.code));
  if (strong.size >= 2) return 'hold';
  return serious.some((flag) => flag.strength !== 'weak') ? 'use-with-care' : 'usable';
}

const ORDER = { strong: 0, medium: 1, weak: 2 } as const;

/** Strongest first; among equals as they came. */
export const byStrength = (flags: readonly Flag[]): Flag[] =>
  [...flags].sort((a, b) => ORDER[a.strength] - ORDER[b.strength]);
