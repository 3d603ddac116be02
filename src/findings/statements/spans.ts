/** From content words to spans of the text: whole quotes, no marks at the edges, direct, indirect or mixed. */

import type { Span } from '../../core/index.ts';
import type { Draft, Spanned } from './draft.ts';
import { type Quote, type QuoteMask, quotesIn } from './quotes.ts';
import { runsOf, spanBetween } from './view.ts';

const WORD = /[\p{L}\p{N}]/u;
const EDGE = /[\s"“”„‟«»″＂'‘’`,;:–—]/u;

/** Takes spaces, marks and commas off both ends; a final stop inside a quote stays. */
export function trimmed(text: string, span: Span): Span | null {
  let [start, end] = span;
  while (start < end && (EDGE.test(text[start]!) || /[.)\]]/.test(text[start]!))) start++;
  while (end > start && EDGE.test(text[end - 1]!)) end--;
  return start < end && WORD.test(text.slice(start, end)) ? [start, end] : null;
}

/** The draft with its content as spans, or null when nothing is left of it. */
export function toSpans(draft: Draft, mask: QuoteMask): Spanned | null {
  const text = draft.view.doc.article.text;
  const runs = runsOf(draft.view, draft.words)
    .filter(([from, to]) => from < to || draft.view.tokens[from]!.upos !== 'CCONJ')
    // "a visit that officials said was …"
    .filter(([from, to], _, all) => from < to || all.length < 2 || !/^(that|which|who)$/.test(draft.view.low[from]!))
    .map(([from, to]) => spanBetween(draft.view, from, to));
  return shaped(draft, text, runs, mask);
}

/** Widens runs to the quotes they share words with, then cuts them into what is quoted and what is not. */
export function shaped(draft: Draft, text: string, runs: readonly Span[], mask: QuoteMask): Spanned | null {
  let inside = 0;
  let outside = 0;
  const pieces: Span[] = [];
  for (const run of runs) {
    let [start, end] = run;
    const cue = draft.cue.length > 0 ? draft.view.tokens[draft.cue[0]!]!.start : -1;
    const around = mask.outer.find((quote) => cue >= quote.span[0] && cue < quote.span[1]);
    // A quoted cue reports words of its own quote alone.
    if (around !== undefined) {
      start = Math.max(start, around.inner[0]);
      end = Math.min(end, around.inner[1]);
      if (start >= end) continue;
    }
    // A cue that is quoted itself has its words in the quotes inside that quote.
    const inner = around === undefined ? [] : nestedIn(mask, around.span, run);
    if (inner.length > 0) {
      for (const quote of inner) pieces.push(quote.inner);
      inside++;
      continue;
    }
    const quotes = quotesIn(mask, run).filter((quote) =>
      WORD.test(text.slice(Math.max(start, quote.inner[0]), Math.min(end, quote.inner[1]))),
    );
    for (const quote of quotes) {
      // A cue inside the quote reports only its own part of it.
      if (cue >= quote.span[0] && cue < quote.span[1]) continue;
      if (quote.inner[0] < start) start = quote.inner[0];
      if (quote.inner[1] > end) end = quote.inner[1];
    }
    // Words that a quoted speaker reports are the reporter's wording, not the words of whom they are reported of.
    // ("The Turks told us: come on Tuesday" gives them all the same.)
    const reported =
      around !== undefined && quotes.every((quote) => quote === around) && !/:\s*$/.test(text.slice(cue, start));
    const direct = !reported && quotes.length > 0 && !hasWordOutside(text, [start, end], mask);
    if (direct)
      for (const quote of quotes) pieces.push([Math.max(start, quote.inner[0]), Math.min(end, quote.inner[1])]);
    else pieces.push([start, end]);
    if (quotes.length > 0 && !reported) inside++;
    if (!direct) outside++;
  }
  const content: Span[] = [];
  for (const piece of pieces) {
    const span = trimmed(text, piece);
    const last = content[content.length - 1];
    if (span === null) continue;
    if (last !== undefined && span[0] <= last[1])
      content[content.length - 1] = [Math.min(last[0], span[0]), Math.max(last[1], span[1])];
    else content.push(span);
  }
  if (content.length === 0) return null;
  return { draft, content, quotation: inside === 0 ? 'indirect' : outside === 0 ? 'direct' : 'mixed' };
}

const nestedIn = (mask: QuoteMask, outer: Span, run: Span): readonly Quote[] =>
  mask.quotes.filter(
    (quote) =>
      quote.depth === 1 &&
      quote.span[0] >= outer[0] &&
      quote.span[1] <= outer[1] &&
      quote.span[0] < run[1] &&
      run[0] < quote.span[1] &&
      quote.span[0] - run[0] < 3,
  );

function hasWordOutside(text: string, span: Span, mask: QuoteMask): boolean {
  let at = span[0];
  for (const quote of quotesIn(mask, span)) {
    if (quote.span[0] > at && WORD.test(text.slice(at, quote.span[0]))) return true;
    at = Math.max(at, quote.span[1]);
  }
  return at < span[1] && WORD.test(text.slice(at, span[1]));
}
