/** Direct speech that runs on: quoted sentences after an attribution belong to the same speaker. */

import type { Mentioned, Span } from '../../core/index.ts';
import type { Spanned } from './draft.ts';
import { type QuoteMask, quotesIn } from './quotes.ts';
import { trimmed } from './spans.ts';

const WORD = /[\p{L}\p{N}]/u;

/** Adds to each statement the quoted sentences of its paragraph that follow it and have no attribution of their own. */
export function extended(doc: Mentioned, spanned: readonly Spanned[], mask: QuoteMask): Spanned[] {
  const attributed = new Set<number>();
  // Words retold inside a quote leave the quote its speaker's.
  const outer = spanned.filter(({ draft }) => draft.cue.length === 0 || draft.view.quoted[draft.cue[0]!] !== true);
  for (const one of outer) attributed.add(one.draft.view.sent.index);
  const covered = new Set<number>();
  for (const one of outer)
    for (const span of one.content)
      for (const sent of doc.sentences) if (sent.span[0] < span[1] && span[0] < sent.span[1]) covered.add(sent.index);
  const out: Spanned[] = [...spanned];
  for (let index = 0; index < doc.sentences.length; index++) {
    if (attributed.has(index) || covered.has(index)) continue;
    const sent = doc.sentences[index]!;
    const quotes = quotesIn(mask, sent.span);
    if (
      quotes.length === 0 ||
      wordsOutside(
        doc.article.text,
        sent.span,
        quotes.map((quote) => quote.span),
      )
    )
      continue;
    const before = lastOpen(doc, out, index, sent.block, quotes[0]!.continues);
    if (before < 0) continue;
    const one = out[before]!;
    const pieces: Span[] = [];
    for (const quote of quotes) {
      const piece = trimmed(doc.article.text, [
        Math.max(quote.inner[0], sent.span[0]),
        Math.min(quote.inner[1], sent.span[1]),
      ]);
      if (piece !== null) pieces.push(piece);
    }
    if (pieces.length === 0) continue;
    const content = [...one.content];
    for (const piece of pieces) {
      const last = content[content.length - 1];
      // Neighbouring sentences of one quote are one piece.
      if (
        last !== undefined &&
        piece[0] > last[1] &&
        !WORD.test(doc.article.text.slice(last[1], piece[0])) &&
        quotesIn(mask, [last[1] - 1, piece[0] + 1]).some((quote) => quote.span[0] < last[1] && piece[0] < quote.span[1])
      )
        content[content.length - 1] = [last[0], piece[1]];
      else content.push(piece);
    }
    out[before] = { ...one, content, quotation: one.quotation === 'indirect' ? 'mixed' : one.quotation };
    covered.add(index);
  }
  return out;
}

const isRetold = ({ draft }: Spanned): boolean => draft.cue.length > 0 && draft.view.quoted[draft.cue[0]!] === true;

/** The statement that a quoted sentence carries on: the last of the sentence before, in the same paragraph. */
function lastOpen(doc: Mentioned, out: readonly Spanned[], index: number, block: number, continues: boolean): number {
  for (let back = index - 1; back >= 0 && back >= index - 12; back--) {
    const sent = doc.sentences[back]!;
    if (sent.block !== block && !(continues && sent.block === block - 1)) return -1;
    const here = out.findIndex(
      (one) => one.draft.view.sent.index === back && one.draft.source >= 0 && one.content.length > 0 && !isRetold(one),
    );
    if (here >= 0) {
      let best = here;
      for (let at = here; at < out.length; at++)
        if (out[at]!.draft.view.sent.index === back && out[at]!.quotation !== 'indirect' && out[at]!.draft.source >= 0)
          best = at;
      // "She said the port was shut. “We wait.”": the quote goes on with her words; a thing or a deed told is not gone on with.
      if (out[best]!.quotation !== 'indirect') return best;
      return CLAUSAL.test(out[best]!.draft.rule) && lastWith(out, back) === best ? best : -1;
    }
    const touched = out.findIndex(
      (one) => !isRetold(one) && one.content.some((span) => span[0] < sent.span[1] && sent.span[0] < span[1]),
    );
    if (touched >= 0) return touched;
    if (sent.span[1] - sent.span[0] > 0) return -1;
  }
  return -1;
}

const CLAUSAL =
  /\/(?:say|tell|add|note|state|explain|reply|write|insist|argue|recall|stress|warn|complain|admit|claim)$/;

/** The one statement of a sentence; -1 when it holds several. */
const lastWith = (out: readonly Spanned[], sentence: number): number => {
  const here = out.flatMap((one, at) => (one.draft.view.sent.index === sentence && one.draft.source >= 0 ? [at] : []));
  return here.length === 1 ? here[0]! : -1;
};

function wordsOutside(text: string, span: Span, quotes: readonly Span[]): boolean {
  let at = span[0];
  for (const quote of quotes) {
    if (quote[0] > at && WORD.test(text.slice(at, quote[0]))) return true;
    at = Math.max(at, quote[1]);
  }
  return at < span[1] && WORD.test(text.slice(at, span[1]));
}
