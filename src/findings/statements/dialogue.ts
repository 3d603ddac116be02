/** Briefings written as a dialogue: "Question: …", "Spokesperson: …". Whoever is named in front of the colon says the paragraph. */

import type { Mentioned, Sentence, Span } from '../../core/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import type { Spanned } from './draft.ts';
import { trimmed } from './spans.ts';
import { speakerKind } from './speaker.ts';
import { isVerb, type View } from './view.ts';

const ASKS = /^(?:question|q|reporter|journalist|interviewer|moderator|correspondent)\b[^:]{0,40}:/i;
/** Labels that name nobody. */
const ANSWERS = /^(?:answer|a)\b\s*:/i;
const LABEL = 8;

/** Whether the text holds questions with a label, so that labels name who speaks. */
export const isDialogue = (doc: Mentioned): boolean =>
  doc.article.blocks.some((block) => ASKS.test(doc.article.text.slice(block.span[0], block.span[0] + 60)));

/** The statements of labelled paragraphs; a paragraph without a label goes on with the one before. */
export function dialogueIn(doc: Mentioned, views: ReadonlyMap<number, View>, knowledge: Knowledge): Spanned[] {
  const told: Spanned[] = [];
  let open: Spanned | null = null;
  for (let block = 0; block < doc.article.blocks.length; block++) {
    const sentences = doc.sentences.filter((sent) => sent.block === block);
    const first = sentences[0];
    if (first === undefined) continue;
    const text = doc.article.text.slice(...first.span);
    const view = views.get(first.index);
    const colon = view === undefined ? -1 : labelEnd(view);
    if (colon < 0 || view === undefined) {
      if (open === null || doc.article.blocks[block]!.kind === 'heading') open = null;
      else push(told, open, spansOf(doc, sentences, sentences[0]!.span[0]));
      continue;
    }
    open = null;
    const head = ASKS.test(text) || ANSWERS.test(text) ? -1 : labelHead(view, colon, knowledge);
    if (head < 0) continue;
    const content = spansOf(doc, sentences, view.tokens[colon]!.end);
    if (content.length === 0) continue;
    const draft = {
      view,
      cue: [],
      act: 'SAY' as const,
      tier: 'usual' as const,
      source: head,
      addressee: -1,
      words: new Set<number>(),
      via: [],
      rule: 'statements/dialogue',
      confidence: 0.85,
    };
    open = { draft, content, quotation: 'direct' };
    told.push(open);
  }
  return told;
}

function push(told: Spanned[], open: Spanned, more: readonly Span[]): void {
  const at = told.indexOf(open);
  const last = told[told.length - 1];
  const index = at >= 0 ? at : told.length - 1;
  if (last === undefined || index < 0) return;
  told[index] = { ...told[index]!, content: [...told[index]!.content, ...more] };
}

/** The colon that ends a label at the start of a sentence, or -1. */
function labelEnd(view: View): number {
  const colon = view.low.indexOf(':');
  if (colon < 1 || colon > LABEL || view.quoted[colon]) return -1;
  for (let at = 0; at < colon; at++) if (isVerb(view, at) && view.tokens[at]!.upos === 'VERB') return -1;
  return /^\p{Lu}/u.test(view.tokens[0]!.form) ? colon : -1;
}

function labelHead(view: View, colon: number, knowledge: Knowledge): number {
  for (let at = colon - 1; at >= 0; at--) {
    if (!/^(NOUN|PROPN)$/.test(view.tokens[at]!.upos)) continue;
    const up = view.tokens[at]!.head;
    if (up >= 0 && up < colon && /^(NOUN|PROPN)$/.test(view.tokens[up]!.upos)) continue;
    return /^(actor|role|body|name)$/.test(speakerKind(view, knowledge, at)) ? at : -1;
  }
  return -1;
}

const spansOf = (doc: Mentioned, sentences: readonly Sentence[], from: number): Span[] =>
  sentences.flatMap((sent) => {
    const span = trimmed(doc.article.text, [Math.max(from, sent.span[0]), sent.span[1]]);
    if (span === null) return [];
    return [/[.]/.test(doc.article.text[span[1] - 1]!) ? ([span[0], span[1] - 1] as Span) : span];
  });
