/** Quotation marks: which stretches of a text stand inside them. Paired per paragraph, whatever the marks look like. */

import type { Block, Flag, Span } from '../../core/index.ts';

export interface Quote {
  /** With its marks; an unclosed quote ends where its paragraph ends. */
  readonly span: Span;
  /** Without its marks. */
  readonly inner: Span;
  /** 0 for an outer quote, 1 for one inside another. */
  readonly depth: number;
  readonly closed: boolean;
  /** Opened by a mark that carries on the quote of the paragraph before. */
  readonly continues: boolean;
}

export interface QuoteMask {
  /** In text order, an outer quote before the inner ones. */
  readonly quotes: readonly Quote[];
  /** Outer quotes only. */
  readonly outer: readonly Quote[];
  readonly flags: readonly Flag[];
}

const DOUBLE = '"“”„‟«»″＂';
const SINGLE = "'‘’‚‛`";
/** Words that begin with an apostrophe and open nothing. */
const CLIPPED = /^(?:em|til|tis|twas|cause|n|\d0s)\b/i;

const isWord = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char);
const isSpace = (char: string | undefined): boolean => char === undefined || /\s/u.test(char);
const opensAfter = (char: string | undefined): boolean => isSpace(char) || '([{<—–-/:,'.includes(char ?? ' ');

interface Open {
  readonly at: number;
  readonly width: number;
  readonly single: boolean;
}

/**
 * Pairs the marks of each block of `text`.
 *
 * Apostrophes, inches and decades are no marks. A quote that its paragraph does not close runs to the
 * paragraph's end: silently when the next paragraph opens with a mark (a speech over several paragraphs),
 * else with a flag. Any string in, no error out; linear in the text.
 */
export function quoteMask(text: string, blocks: readonly Block[]): QuoteMask {
  const quotes: Quote[] = [];
  const flags: Flag[] = [];
  let running = false;
  for (let index = 0; index < blocks.length; index++) {
    const [from, to] = blocks[index]!.span;
    const opensWithMark = DOUBLE.includes(firstMark(text, from, to));
    const found = pairIn(text, from, to, running && opensWithMark);
    quotes.push(...found);
    const last = found.find((quote) => !quote.closed && quote.depth === 0);
    running = last !== undefined;
    if (last === undefined) continue;
    const next = blocks[index + 1];
    const carriesOn = next !== undefined && DOUBLE.includes(firstMark(text, next.span[0], next.span[1]));
    if (!carriesOn)
      flags.push({
        code: 'unclosed-quote',
        ledger: 'integrity',
        strength: 'weak',
        reason: 'A quotation is opened and never closed, so where the quoted words end is a guess.',
        spans: [last.span],
        rule: 'statements/unclosed-quote',
      });
  }
  quotes.sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  return { quotes, outer: quotes.filter((quote) => quote.depth === 0), flags };
}

function firstMark(text: string, from: number, to: number): string {
  let at = from;
  while (at < to && isSpace(text[at])) at++;
  return at < to ? (text[at] ?? '\0') : '\0';
}

function pairIn(text: string, from: number, to: number, continues: boolean): Quote[] {
  const found: Quote[] = [];
  const stack: Open[] = [];
  const close = (end: number, closed: boolean, width: number): void => {
    const open = stack.pop();
    if (open === undefined) return;
    found.push({
      span: [open.at, end],
      inner: [Math.min(open.at + open.width, end), Math.max(open.at + open.width, end - width)],
      depth: stack.length,
      closed,
      continues: continues && open.at === from,
    });
  };
  const lastSingle = lastSingleClose(text, from, to);
  for (let at = from; at < to; at++) {
    const char = text[at]!;
    const doubled = (char === "'" || char === '`' || char === '’' || char === '‘') && text[at + 1] === char;
    const width = doubled ? 2 : 1;
    if (DOUBLE.includes(char) || doubled) {
      const before = at > from ? text[at - 1] : undefined;
      const after = at + width < to ? text[at + width] : undefined;
      const role = doubleRole(char, before, after, stack);
      if (role === 'open') stack.push({ at, width, single: false });
      else if (role === 'close') {
        while (stack.length > 0 && stack[stack.length - 1]!.single) stack.pop();
        close(at + width, true, width);
      }
      at += width - 1;
    } else if (SINGLE.includes(char)) {
      const before = at > from ? text[at - 1] : undefined;
      const after = at + 1 < to ? text[at + 1] : undefined;
      const top = stack[stack.length - 1];
      if (top?.single && closesSingle(text, at, before, after, lastSingle)) close(at + 1, true, 1);
      else if (!top?.single && char !== '’' && opensSingle(text, at, to, before, after, lastSingle))
        stack.push({ at, width: 1, single: true });
    }
  }
  // A single mark without its partner was an apostrophe after all; a double one runs to the end.
  while (stack.length > 0) {
    if (stack[stack.length - 1]!.single) stack.pop();
    else close(to, false, 0);
  }
  return found;
}

function doubleRole(
  char: string,
  before: string | undefined,
  after: string | undefined,
  stack: readonly Open[],
): 'open' | 'close' | null {
  const open = stack.some((mark) => !mark.single);
  const opening = opensAfter(before) && !isSpace(after);
  const closing = !isSpace(before) && !isWord(after);
  if (!open) {
    // 6" pipes: a straight mark right behind a digit measures.
    if ('"″'.includes(char) && before !== undefined && /\d/.test(before)) return null;
    if ('”»'.includes(char) && !opening) return null;
    if (!opening && closing && char !== '“' && char !== '„' && char !== '«') return null;
    return 'open';
  }
  if ('“„«'.includes(char)) return opening || !closing ? null : 'close';
  if ('”»'.includes(char)) return 'close';
  return opening && !closing && isSpace(before) ? null : 'close';
}

/** Where the last mark stands that could close a single quote: without one, nothing opens. */
function lastSingleClose(text: string, from: number, to: number): number {
  for (let at = to - 1; at > from; at--) {
    if ("'’".includes(text[at]!) && !isSpace(text[at - 1]) && !isWord(text[at + 1])) return at;
  }
  return -1;
}

function opensSingle(
  text: string,
  at: number,
  to: number,
  before: string | undefined,
  after: string | undefined,
  lastClose: number,
): boolean {
  if (!(opensAfter(before) || DOUBLE.includes(before ?? ' ')) || !isWord(after) || lastClose <= at + 1) return false;
  return !CLIPPED.test(text.slice(at + 1, Math.min(at + 7, to)));
}

function closesSingle(
  text: string,
  at: number,
  before: string | undefined,
  after: string | undefined,
  lastClose: number,
): boolean {
  if (isSpace(before) || isWord(after)) return false;
  // "the ministers' stand": the s of a plural owner, while a later mark can still close.
  const owner = before === 's' && after === ' ' && /[a-z]/.test(text[at + 2] ?? ' ');
  return !(owner && lastClose > at);
}

/** The outer quote that covers `at`, or null. */
export function quoteAt(mask: QuoteMask, at: number): Quote | null {
  let low = 0;
  let high = mask.outer.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const quote = mask.outer[middle]!;
    if (at < quote.span[0]) high = middle - 1;
    else if (at >= quote.span[1]) low = middle + 1;
    else return quote;
  }
  return null;
}

/** Outer quotes that share at least one character with `span`. */
export function quotesIn(mask: QuoteMask, span: Span): Quote[] {
  return mask.outer.filter((quote) => quote.span[0] < span[1] && span[0] < quote.span[1]);
}
