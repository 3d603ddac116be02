/** How statements are compared: by letter-digit words, one to one, cue first, then content, then source. */

import type { Span } from '../core/index.ts';

/** A statement as three sets of spans; what both gold and reader are reduced to. */
export interface Spoken {
  readonly cue: Span | null;
  readonly content: readonly Span[];
  readonly source: Span | null;
}

const WORDS = /[\p{L}\p{N}]+/gu;

/** Start offsets of the words inside the spans. */
export function wordsIn(text: string, spans: readonly Span[]): Set<number> {
  const starts = new Set<number>();
  for (const [from, to] of spans)
    for (const match of text.slice(from, to).matchAll(WORDS)) starts.add(from + match.index);
  return starts;
}

export function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  if (a.size === 0 && b.size === 0) return 1;
  let both = 0;
  for (const word of a) if (b.has(word)) both++;
  return both / (a.size + b.size - both);
}

const lastWord = (text: string, span: Span): string => {
  const all = text.slice(...span).match(WORDS);
  return (all?.[all.length - 1] ?? '').toLowerCase();
};

/** Right source: half the words shared, or the same last word, or none on both sides. */
export function sameSource(text: string, a: Span | null, b: Span | null): boolean {
  if (a === null || b === null) return a === b;
  if (jaccard(wordsIn(text, [a]), wordsIn(text, [b])) >= 0.5) return true;
  return lastWord(text, a) === lastWord(text, b);
}

const meets = (a: Span | null, b: Span | null): boolean => a !== null && b !== null && a[0] < b[1] && b[0] < a[1];

/** Pairs (gold, found) whose cues overlap or, without cues, whose contents do; each used once, best contents first. */
export function align(text: string, gold: readonly Spoken[], found: readonly Spoken[]): [number, number][] {
  const candidates: { g: number; f: number; score: number }[] = [];
  gold.forEach((one, g) => {
    found.forEach((other, f) => {
      const overlap = jaccard(wordsIn(text, one.content), wordsIn(text, other.content));
      const cues = one.cue === null || other.cue === null ? overlap >= 0.5 : meets(one.cue, other.cue);
      if (cues) candidates.push({ g, f, score: overlap + (meets(one.cue, other.cue) ? 1 : 0) });
    });
  });
  candidates.sort((a, b) => b.score - a.score || a.g - b.g || a.f - b.f);
  const usedGold = new Set<number>();
  const usedFound = new Set<number>();
  const pairs: [number, number][] = [];
  for (const { g, f } of candidates) {
    if (usedGold.has(g) || usedFound.has(f)) continue;
    usedGold.add(g);
    usedFound.add(f);
    pairs.push([g, f]);
  }
  return pairs;
}

/** T50: content Jaccard at least one half and the right source. */
export const isT50 = (text: string, gold: Spoken, found: Spoken): boolean =>
  jaccard(wordsIn(text, gold.content), wordsIn(text, found.content)) >= 0.5 &&
  sameSource(text, gold.source, found.source);

/** Strict: cue, content and source have exactly the same words. */
export function isStrict(text: string, gold: Spoken, found: Spoken): boolean {
  const same = (a: readonly Span[], b: readonly Span[]): boolean => jaccard(wordsIn(text, a), wordsIn(text, b)) === 1;
  const list = (span: Span | null): readonly Span[] => (span === null ? [] : [span]);
  return (
    same(gold.content, found.content) &&
    same(list(gold.cue), list(found.cue)) &&
    same(list(gold.source), list(found.source))
  );
}
