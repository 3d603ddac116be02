/** One sentence as the statement rules look at it: its words in lower case, its quotation marks, runs of its words. */

import type { Mentioned, Sentence, Span, Token } from '../../core/index.ts';
import { type QuoteMask, quoteAt } from './quotes.ts';
import { retagged } from './retag.ts';

export interface View {
  readonly doc: Mentioned;
  readonly sent: Sentence;
  readonly tokens: readonly Token[];
  /** Lower-case forms. */
  readonly low: readonly string[];
  /** Whether the token stands inside an outer quote. */
  readonly quoted: readonly boolean[];
  /** A mark, bracket, dash or stop without letter or digit. */
  readonly mark: readonly boolean[];
}

export function viewOf(doc: Mentioned, given: Sentence, mask: QuoteMask): View {
  const sent = retagged(given);
  const { tokens } = sent;
  return {
    doc,
    sent,
    tokens,
    low: tokens.map((token) => token.form.toLowerCase()),
    quoted: tokens.map((token) => quoteAt(mask, token.start) !== null),
    mark: tokens.map((token) => !/[\p{L}\p{N}$€£¥%]/u.test(token.form)),
  };
}

export const isVerb = (view: View, index: number): boolean => {
  const token = view.tokens[index];
  return token !== undefined && (token.upos === 'VERB' || token.upos === 'AUX' || token.xpos.startsWith('VB'));
};

/** A verb that carries a tense: "says", "said", "will", "has". */
export const isTensed = (view: View, index: number): boolean =>
  /^(VBD|VBZ|VBP|MD)$/.test(view.tokens[index]?.xpos ?? '');

/** Character span of the tokens from `first` to `last`, both included. */
export const spanBetween = (view: View, first: number, last: number): Span => [
  view.tokens[first]!.start,
  view.tokens[last]!.end,
];

/** Runs of neighbouring tokens of a set, without marks at their edges; a run of marks alone is none. */
export function runsOf(view: View, wanted: Iterable<number>): [number, number][] {
  const runs: [number, number][] = [];
  const sorted = [...new Set(wanted)].sort((a, b) => a - b);
  for (let at = 0; at < sorted.length; ) {
    let end = at;
    while (end + 1 < sorted.length && sorted[end + 1] === sorted[end]! + 1) end++;
    let from = sorted[at]!;
    let to = sorted[end]!;
    while (from <= to && view.mark[from]) from++;
    while (to >= from && view.mark[to]) to--;
    if (from <= to) runs.push([from, to]);
    at = end + 1;
  }
  return runs;
}

/** The last token that is no closing mark: where the sentence's words end. */
export function lastWord(view: View): number {
  let at = view.tokens.length - 1;
  while (at >= 0 && view.mark[at]) at--;
  return at;
}

/** The words from one on to the last. */
export function restFrom(view: View, from: number): Set<number> {
  const words = new Set<number>();
  for (let at = from; at <= lastWord(view); at++) words.add(at);
  return words;
}
