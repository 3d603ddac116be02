/** What a check is: a found document and the tables in, flags out. Each flag carries the sentences it speaks of, never the whole text. */

import type { Flag, Found, Span, Strength } from '../core/index.ts';
import type { Knowledge } from '../knowledge/index.ts';

export type Check = (doc: Found, knowledge: Knowledge) => readonly Flag[];

export const inconsistency = (
  code: string,
  strength: Strength,
  reason: string,
  spans: readonly Span[],
  rule: string,
): Flag => ({
  code,
  ledger: 'consistency',
  strength,
  reason,
  spans,
  rule,
});

export const sentenceSpan = (doc: Found, index: number): Span => doc.sentences[index]?.span ?? [0, 0];

/** Words in lower case, marks left out. */
export const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
