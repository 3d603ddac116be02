/** Hits of the spin tables in a text: rewritten wording, garbled names. */

import type { Restoration, Span } from '../core/index.ts';
import type { Choice, RestoreTables, Wording } from './tables.ts';
import type { Word } from './words.ts';

export interface WordingHit {
  readonly span: Span;
  readonly from: number;
  readonly to: number;
  readonly wording: Wording;
}

/** Left to right, longest at each place, not overlapping. */
export function findWording(words: readonly Word[], tables: RestoreTables): WordingHit[] {
  const hits: WordingHit[] = [];
  for (let i = 0; i < words.length; i++) {
    let best: WordingHit | null = null;
    for (const wording of tables.wordings.get((words[i] as Word).lower) ?? []) {
      const length = replacedLength(words, i, wording);
      if (
        length === 0 ||
        (wording.capital && words[i]?.capital !== true) ||
        !fits(words, i - wording.before.length, wording.before) ||
        !fits(words, i + length, wording.after)
      )
        continue;
      if (
        best === null ||
        length > best.to - best.from ||
        (length === best.to - best.from && wording.weight > best.wording.weight)
      ) {
        best = {
          span: [(words[i] as Word).start, (words[i + length - 1] as Word).end],
          from: i,
          to: i + length,
          wording,
        };
      }
    }
    if (best === null) continue;
    hits.push(best);
    i = best.to - 1;
  }
  return hits;
}

function replacedLength(words: readonly Word[], at: number, { replaced }: Wording): number {
  let longest = 0;
  for (const choice of replaced) {
    if (choice.length > longest && choice.every((word, j) => words[at + j]?.lower === word)) longest = choice.length;
  }
  return longest;
}

function fits(words: readonly Word[], at: number, pattern: readonly Choice[]): boolean {
  if (at < 0 && pattern.length > 0) return false;
  return pattern.every((choice, j) => {
    const word = words[at + j];
    if (word === undefined) return false;
    if ('any' in choice) return true;
    return choice.words.has(word.lower) || (choice.capital && word.capital) || (choice.number && word.number);
  });
}

const SMALL = new Set(['of', 'the', 'and', 'for', 'in', 'on', 'to', 'ahead']);

/**
 * Names whose words were exchanged: every word of them capitalised but the small ones. Terms of relations need no capitals. `garbled` is
 * the narrow table unless told.
 */
export function findGarbledNames(
  text: string,
  words: readonly Word[],
  tables: RestoreTables,
  garbled: ReturnType<RestoreTables['garbled']> = tables.garbled(),
): Restoration[] {
  const wide = garbled !== tables.garbled();
  const found: Restoration[] = [];
  for (let i = 0; i < words.length; i++) {
    const name = (garbled.get((words[i] as Word).lower) ?? []).find(
      ({ words: form, kind }) =>
        form.every((word, j) => {
          const here = words[i + j];
          return here?.lower === word && (here.capital || SMALL.has(word) || (kind === 'relation' && j > 0));
        }) &&
        // "The Sovereign" before "Court" is the beginning of another name.
        !(kind === 'organization' && goesOn(words, i + form.length)),
    );
    if (name) {
      const last = words[i + name.words.length - 1] as Word;
      const span: Span = [(words[i] as Word).start, last.end];
      found.push({
        span,
        from: text.slice(...span),
        to: name.to,
        kind: name.kind,
        basis: `the words of “${name.to}” with synonyms in their place`,
        confidence: wide ? 0.7 : 0.9,
      });
      i += name.words.length - 1;
      continue;
    }
    const person = wide ? null : findPerson(text, words, i, tables);
    if (person) found.push(person);
  }
  return found;
}

const goesOn = (words: readonly Word[], at: number): boolean => {
  const [last, next] = [words[at - 1], words[at]];
  return last !== undefined && next?.capital === true && next.start === last.end + 1;
};

/** "Invoice Hart", "Tim Prepare dinner": a first name or surname that is a word, exchanged for another word. */
function findPerson(text: string, words: readonly Word[], i: number, { variants }: RestoreTables): Restoration | null {
  const here = words[i] as Word;
  const next = words[i + 1];
  if (!here.capital) return null;
  const given = variants.given.get(here.lower);
  if (
    given &&
    next?.capital &&
    next.start === here.end + 1 &&
    !/^(?:numbers?|dates?|no|amount|id|payment|processing|management)$/.test(next.lower)
  ) {
    const span: Span = [here.start, here.end];
    return {
      span,
      from: text.slice(...span),
      to: capitalised(given),
      kind: 'person',
      basis: `“${capitalised(given)}” is a first name before a surname`,
      confidence: 0.8,
    };
  }
  const before = words[i - 1];
  if (!before?.capital || before.end + 1 !== here.start) return null;
  for (const [variant, word] of variants.family) {
    const parts = variant.split(' ');
    if (parts.length < 2 || !parts.every((part, j) => words[i + j]?.lower === part)) continue;
    const span: Span = [here.start, (words[i + parts.length - 1] as Word).end];
    return {
      span,
      from: text.slice(...span),
      to: capitalised(word),
      kind: 'person',
      basis: `a surname taken for the word “${word}”`,
      confidence: 0.7,
    };
  }
  return null;
}

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
