/** Headlines: "Oslo: talks must go on", "Talks to resume in May: minister", "Talks 'dead', says envoy". */

import type { Knowledge } from '../../knowledge/index.ts';
import { mentionAt } from '../../mentions/index.ts';
import type { Draft } from './draft.ts';
import { type SpeakerKind, speakerKind } from './speaker.ts';
import { isVerb, type View } from './view.ts';

const VOICE: ReadonlySet<SpeakerKind> = new Set(['actor', 'role', 'body', 'name', 'writing']);

/** What kind of piece it is, or that it is new: nobody speaks there. */
const LABEL =
  /^(analysis|opinion|explainer|explained|video|watch|live|update|interview|editorial|comment|review|timeline|factbox|profile|podcast|photos?|breaking|exclusive|fact|background|feature|insight)$/;

/** A headline or short line with a speaker on one side of a colon or dash; else null. */
export function headlineDraft(view: View, knowledge: Knowledge): Draft | null {
  const { sent, doc, tokens } = view;
  const block = doc.article.blocks[sent.block];
  const whole = block !== undefined && sent.span[0] <= block.span[0] + 2 && sent.span[1] >= block.span[1] - 2;
  const heading =
    block?.kind === 'heading' || (whole && !/[.!?]["”’]?$/.test(doc.article.text.slice(...sent.span).trim()));
  const colon = tokens.findIndex((_, at) => view.low[at] === ':' && !view.quoted[at]);
  if (colon > 0 && colon <= 9 && !LABEL.test(view.low[0]!)) {
    const head = sideHead(view, 0, turnsTo(view, colon) - 1);
    const behindQuoted = view.quoted[colon + 1] === true || view.quoted[colon + 2] === true;
    if (
      head >= 0 &&
      (heading || behindQuoted) &&
      VOICE.has(speakerKind(view, knowledge, head)) &&
      (isPerson(view, head) || (heading && isCapital(view, knowledge, head))) &&
      long(view, colon + 1, tokens.length - 1)
    )
      return draft(view, head, colon + 1, tokens.length - 1, 'statements/headline-first');
  }
  if (!heading) return null;
  const bare = quotedHeadline(view, knowledge);
  if (bare !== null) return bare;
  for (const mark of [':', '-', '–', '—', '--']) {
    const at = view.low.lastIndexOf(mark);
    if (at < 3 || at >= tokens.length - 1 || tokens.length - at > 9 || view.quoted[at]) continue;
    const head = sideHead(view, at + 1, tokens.length - 1);
    if (head < 0 || !VOICE.has(speakerKind(view, knowledge, head))) continue;
    if (
      !isPerson(view, head) &&
      !isCapital(view, knowledge, head) &&
      speakerKind(view, knowledge, head) !== 'writing' &&
      speakerKind(view, knowledge, head) !== 'body'
    )
      continue;
    if (
      !view.tokens.some((_, word) => word < at && (isVerb(view, word) || view.quoted[word])) ||
      /\b(?:photo|image|picture|source|credit|tags|file|visit|www)\b/.test(view.low.join(' '))
    )
      continue;
    return draft(view, head, 0, at - 1, 'statements/headline-last');
  }
  return null;
}

/** "Oslo “deeply concerned” over reef works": a name, then its words, and no verb but inside them. */
function quotedHeadline(view: View, knowledge: Knowledge): Draft | null {
  // The quotation mark may count as quoted itself.
  let open = view.quoted.indexOf(true);
  if (open < 1 || open > 6) return null;
  if (view.mark[open - 1]) open--;
  const head = sideHead(view, 0, open - 1);
  if (head !== open - 1 || !VOICE.has(speakerKind(view, knowledge, head))) return null;
  if (!isPerson(view, head) && !isCapital(view, knowledge, head)) return null;
  // "Chad's army “will fight”: spokesman": the one behind the colon speaks.
  if (view.low.some((low, at) => low === ':' && at > open && !view.quoted[at])) return null;
  const outside = view.tokens.some((_, at) => !view.quoted[at] && isVerb(view, at));
  return outside || !long(view, open, view.tokens.length - 1)
    ? null
    : draft(view, head, open, view.tokens.length - 1, 'statements/headline-quoted');
}

/** "Talks to resume: Danish minister" cut at its colon: a phrase without a verb that ends its line. */
export function headlineTail(view: View, knowledge: Knowledge): Draft | null {
  const { sent, doc } = view;
  const before = doc.sentences[sent.index - 1];
  const block = doc.article.blocks[sent.block];
  if (before === undefined || before.block !== sent.block || block === undefined) return null;
  if (before.tokens[before.tokens.length - 1]?.form !== ':' || sent.span[1] < block.span[1] - 2) return null;
  if (
    before.span[0] > block.span[0] + 2 ||
    /[.!?]$/.test(doc.article.text.slice(...sent.span).trim()) ||
    view.tokens.length > 8
  )
    return null;
  const head = sideHead(view, 0, view.tokens.length - 1);
  if (head < 0 || !VOICE.has(speakerKind(view, knowledge, head)) || !isPerson(view, head)) return null;
  return { ...draft(view, head, 0, -1, 'statements/headline-last'), previous: true };
}

const long = (view: View, from: number, to: number): boolean => {
  let words = 0;
  for (let at = from; at <= to; at++) if (!view.mark[at]) words++;
  return words >= 2;
};

/** People and states speak in headlines; bare places before a colon only say where. */
const isPerson = (view: View, head: number): boolean => {
  const mention = mentionAt(view.doc, view.sent.index, head);
  return mention === null || mention.kind !== 'place';
};

/** "Kenyan leader to rebels: …", "Envoy on sanctions: …": where the speaker ends and the one spoken to, or the topic, begins. */
function turnsTo(view: View, colon: number): number {
  const at = view.low.findIndex((low, word) => word > 0 && word < colon && /^(to|on|about|over|after|as)$/.test(low));
  return at > 0 ? at : colon;
}

/** The last noun of a stretch that has no verb in it, or -1. */
function sideHead(view: View, from: number, to: number): number {
  let head = -1;
  for (let at = from; at <= to; at++) {
    if (view.mark[at]) continue;
    if (isVerb(view, at) && view.tokens[at]!.upos === 'VERB') return -1;
    if (/^(NOUN|PROPN|ADJ)$/.test(view.tokens[at]!.upos)) head = at;
  }
  return head;
}

/** "Dhaka: no new camps": a capital speaks for its government. */
const isCapital = (view: View, knowledge: Knowledge, head: number): boolean => {
  const mention = mentionAt(view.doc, view.sent.index, head);
  if (mention?.country == null) return false;
  return knowledge.countries.get(mention.country)?.capitals.includes(mention.name ?? '') ?? false;
};

function draft(view: View, source: number, from: number, to: number, rule: string): Draft {
  const words = new Set<number>();
  for (let at = from; at <= to; at++) words.add(at);
  return { view, cue: [], act: 'SAY', tier: 'usual', source, addressee: -1, words, via: [], rule, confidence: 0.7 };
}
