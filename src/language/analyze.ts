/** The room's work on an article: blocks to sentences, restorations read in place, datelines set aside, all parsed. */

import type { Parsed, Restoration, Restored, Sentence, Span } from '../core/index.ts';
import { overlaps } from '../core/index.ts';
import { type Draft, parseDrafts } from './assemble.ts';
import { paragraphsOf } from './blocks.ts';
import type { LanguageModel } from './model.ts';
import { titleSpans } from './titles.ts';
import { unitsOf } from './units.ts';
import type { Word } from './words.ts';

/**
 * Adds sentences with their trees to a restored article.
 *
 * Offsets are of `article.text`. Where a restoration applies, tokens carry the restored words over the surface they
 * stand for. The dateline belongs to the first sentence's span but is not parsed. Same input, same result; never
 * throws on content.
 */
export function analyze(restored: Restored, model: LanguageModel): Parsed {
  const { text, blocks, dateline } = restored.article;
  const offices = titleSpans(text);
  const drafts: Draft[] = [];
  const stretches = blocks.length > 0 ? blocks.map((block) => block.span) : paragraphsOf(text);
  const restorations = restored.restorations.filter(({ span }) => span[1] > span[0]);
  stretches.forEach((span, block) => {
    draftsOf(text, span, block, dateline?.span ?? null, restorations, offices, model, drafts);
  });
  return { ...restored, sentences: parseDrafts(drafts, model) };
}

/** Sentences of a plain text, without an article around it: blank lines and unwrapped line breaks part paragraphs. */
export function parse(text: string, model: LanguageModel): readonly Sentence[] {
  const offices = titleSpans(text);
  const drafts: Draft[] = [];
  paragraphsOf(text).forEach((span, block) => {
    draftsOf(text, span, block, null, [], offices, model, drafts);
  });
  return parseDrafts(drafts, model);
}

/** Trees of sentences that are words already; offsets count the words joined by single spaces, each sentence from 0. */
export function parseWords(sentences: readonly (readonly string[])[], model: LanguageModel): readonly Sentence[] {
  const drafts = sentences.map((forms, block): Draft => {
    let at = 0;
    const words = forms.map((form) => {
      const start = at;
      at += form.length + 1;
      return { start, end: start + form.length, form };
    });
    return { words, units: unitsOf(words, []), span: [0, Math.max(0, at - 1)], block };
  });
  return parseDrafts(drafts, model);
}

function draftsOf(
  text: string,
  span: Span,
  block: number,
  dateline: Span | null,
  restorations: readonly Restoration[],
  offices: readonly Span[],
  model: LanguageModel,
  out: Draft[],
): void {
  const aside = dateline && overlaps(dateline, span) ? dateline : null;
  const body: Span = aside ? [Math.min(span[1], afterDash(text, Math.max(span[0], aside[1]))), span[1]] : span;
  const here = restorations.filter((r) => overlaps(r.span, body));
  const titles = offices.filter((office) => overlaps(office, body));
  const whole = [...here.map((r) => r.span), ...titles].sort((a, b) => a[0] - b[0]);
  let first = true;
  for (const words of model.segmenter.segment(text, body, whole)) {
    const read = here.length > 0 ? restoredWords(words, here, model) : words;
    let from = words[0]!.start;
    const end = words[words.length - 1]!.end;
    if (first && aside && aside[0] >= span[0]) from = aside[0];
    first = false;
    const names = model.locks?.(read.map((word) => word.form)) ?? [];
    const inside = [
      ...titles.filter((office) => overlaps(office, [from, end])),
      ...names.flatMap((name) => spanOfWords(read, name)),
    ];
    out.push({ words: read, units: unitsOf(read, inside), span: [from, end], block });
  }
}

/** Where the story begins behind a dateline: after its dash or colon. */
function afterDash(text: string, at: number): number {
  let end = at;
  while (end < text.length && /[\s()[\]:,–—―−-]/.test(text.charAt(end))) end++;
  return end;
}

/** The text range of a run of words; nothing when the range is not in the sentence. */
function spanOfWords(words: readonly Word[], [first, end]: readonly [number, number]): readonly Span[] {
  const [a, b] = [words[first], words[end - 1]];
  return a && b ? [[a.start, b.end]] : [];
}

/** Surface words under a restoration give way to the restored ones, which keep the offsets of what they stand for. */
function restoredWords(words: readonly Word[], restorations: readonly Restoration[], model: LanguageModel): Word[] {
  const out: Word[] = [];
  for (let i = 0; i < words.length; ) {
    const word = words[i]!;
    const restoration = restorations.find((r) => overlaps(r.span, [word.start, word.end]));
    if (!restoration) {
      out.push(word);
      i++;
      continue;
    }
    let end = i;
    while (end < words.length && overlaps(restoration.span, [words[end]!.start, words[end]!.end])) end++;
    const surface = words.slice(i, end);
    const forms = model.segmenter
      .segment(restoration.to, [0, restoration.to.length], [[0, restoration.to.length]])
      .flat();
    const last = surface[surface.length - 1]!;
    for (const [k, { form }] of forms.entries()) {
      out.push(forms.length === surface.length ? { ...surface[k]!, form } : { start: word.start, end: last.end, form });
    }
    if (forms.length === 0) out.push(...surface);
    i = end;
  }
  return out;
}
