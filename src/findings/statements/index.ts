/** Statements: who said what, through whom, in which words. */

import { cover, type Mentioned, type Sentence, type Span, type Speaker, type Statement } from '../../core/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import { firstConjunct, lemmaOf, subjectsOf } from '../../language/tree.ts';
import { refinedAct } from './act.ts';
import type { Refusal } from './assertion.ts';
import { attribute } from './attribute.ts';
import { besideContent, outletsBeside, type Relay, relayOf, venueOf } from './circumstance.ts';
import type { StatementTables } from './cue-table.ts';
import { dialogueIn, isDialogue } from './dialogue.ts';
import type { Draft, Spanned } from './draft.ts';
import { extended } from './extend.ts';
import { withGaps } from './gapping.ts';
import { headlineDraft, headlineTail } from './headline.ts';
import { inWordsOf } from './nominal.ts';
import { isOutlet } from './outlets.ts';
import { type QuoteMask, quoteMask } from './quotes.ts';
import { accordingTo, citing, heardFrom, isPress, quotedAs } from './relay.ts';
import { setPhrases } from './set-phrases.ts';
import { toSpans, trimmed } from './spans.ts';
import { isWriting, phraseOf, speakerFrom } from './speaker.ts';
import { spotCues } from './spot.ts';
import { toldThings } from './told-things.ts';
import { verbless } from './verbless.ts';
import { spanBetween, type View, viewOf } from './view.ts';

export { loadStatementTables, parseCues, type StatementTables } from './cue-table.ts';
export { type QuoteMask, quoteMask } from './quotes.ts';

/** Longer sentences are lists or menus that escaped; nobody speaks in them. */
const LONGEST = 220;

/** In text order. Never throws on content. */
export function findStatements(doc: Mentioned, tables: StatementTables, knowledge: Knowledge): Statement[] {
  // The cues are English; in other languages their look-alikes mean something else.
  if (doc.article.language !== null && doc.article.language !== 'en') return [];
  const mask = quoteMask(doc.article.text, doc.article.blocks);
  const views = new Map<number, View>();
  const spanned: Spanned[] = [];
  for (const sent of doc.sentences) {
    if (sent.tokens.length === 0 || sent.tokens.length > LONGEST) continue;
    const view = viewOf(doc, sent, mask);
    views.set(sent.index, view);
    for (const draft of draftsIn(view, tables, knowledge)) {
      if (draft.previous === true) {
        const span = trimmed(doc.article.text, doc.sentences[sent.index - 1]!.span);
        if (span !== null) spanned.push({ draft, content: [span], quotation: 'indirect' });
      } else if (draft.next === true) {
        const quote = quoteBehind(doc, view, mask);
        if (quote !== null) spanned.push({ draft, content: [quote], quotation: 'direct' });
      } else if (draft.words.size === 0) spanned.push({ draft, content: [], quotation: 'indirect' });
      else {
        const shaped = toSpans(draft, mask);
        if (shaped !== null) spanned.push(shaped);
      }
    }
  }
  const kept = withoutRepeats(extended(doc, spanned, mask));
  const spoken = isDialogue(doc) ? dialogueIn(doc, views, knowledge) : [];
  return finished(doc, [...kept.filter((one) => !saysItself(one, spoken)), ...spoken], knowledge);
}

/** "Spokesperson: We welcome the proposal": the first person of an answer is the one in front of its colon. */
const saysItself = (one: Spanned, spoken: readonly Spanned[]): boolean => {
  const { view, source } = one.draft;
  const head = source >= 0 ? view.tokens[source]! : null;
  if (head === null || !/^(i|we)$/.test(view.low[source]!))
    return one.draft.cue.length === 0 && spoken.some((other) => other.draft.view === view);
  return spoken.some((other) => other.content.some((span) => span[0] <= head.start && head.end <= span[1]));
};

/** The quote that opens right behind a sentence, in the same or the next paragraph; null when none does. */
function quoteBehind(doc: Mentioned, view: View, mask: QuoteMask): Span | null {
  const next = doc.sentences[view.sent.index + 1];
  if (next === undefined || next.block > view.sent.block + 1) return null;
  const quote = mask.outer.find((one) => one.span[0] >= view.sent.span[1] - 1 && one.span[0] <= next.span[0] + 1);
  return quote === undefined ? null : trimmed(doc.article.text, quote.inner);
}

/** What a rule decided about each cue of a sentence, for the explaining view. */
export interface CueTrial {
  readonly cue: Span;
  readonly words: string;
  /** Null when it became a statement. */
  readonly refused: Refusal | null;
}

/** Every cue spotted in a sentence, and why it was refused. */
export function explainCues(doc: Mentioned, sent: Sentence, tables: StatementTables, knowledge: Knowledge): CueTrial[] {
  const view = viewOf(doc, sent, quoteMask(doc.article.text, doc.article.blocks));
  return spotCues(view, tables, doc.spun).map((spotted) => {
    const cue = spanBetween(view, spotted.tokens[0]!, spotted.tokens[spotted.tokens.length - 1]!);
    const words = doc.article.text.slice(cue[0], cue[1]);
    if (spotted.cue.kind === 'preposition')
      return { cue, words, refused: accordingTo(view, spotted, knowledge) === null ? 'weak-source' : null };
    const tried = attribute(view, spotted, knowledge, tables);
    return { cue, words, refused: typeof tried === 'string' ? tried : null };
  });
}

function draftsIn(view: View, tables: StatementTables, knowledge: Knowledge): Draft[] {
  const drafts: Draft[] = [];
  const worded = inWordsOf(view, knowledge);
  const relayed = [
    ...quotedAs(view, knowledge, tables),
    ...heardFrom(view, knowledge),
    ...(worded === null ? [] : [worded]),
    ...setPhrases(view, knowledge),
    ...verbless(view, knowledge),
    ...toldThings(view, knowledge),
  ];
  const taken = new Set(relayed.flatMap((draft) => draft.cue));
  for (const spotted of spotCues(view, tables, view.doc.spun)) {
    if (spotted.tokens.some((token) => taken.has(token))) continue;
    const draft =
      spotted.cue.kind === 'preposition'
        ? accordingTo(view, spotted, knowledge)
        : attribute(view, spotted, knowledge, tables);
    if (draft === null || typeof draft === 'string') continue;
    drafts.push(draft);
    for (const token of spotted.tokens) taken.add(token);
  }
  drafts.push(...relayed);
  const cited = citing(view, knowledge, drafts);
  for (const draft of cited) {
    // The outlet's own report is the same words: the one cited speaks, the outlet passes on.
    const outer = drafts.findIndex(
      (other) =>
        other.source === draft.via[draft.via.length - 1] &&
        (other.act === 'REPORT' || isOutlet(view, knowledge, other.source) || isPress(view, other.source)),
    );
    if (outer >= 0) drafts.splice(outer, 1);
  }
  drafts.push(...cited);
  narrowed(view, drafts);
  withoutTeller(drafts);
  drafts.splice(0, drafts.length, ...withGaps(view, knowledge, drafts));
  if (drafts.length === 0) {
    const headline = headlineDraft(view, knowledge) ?? headlineTail(view, knowledge);
    if (headline !== null) drafts.push(headline);
  }
  return drafts;
}

/** "The paper reports that, according to two officials, the wall is up": inside a reported clause the phrase tells that clause alone. */
function narrowed(view: View, drafts: Draft[]): void {
  for (let index = 0; index < drafts.length; index++) {
    const draft = drafts[index]!;
    if (!draft.rule.endsWith('statements/according')) continue;
    const outer = drafts.find((other) => other !== draft && other.words.has(draft.cue[0]!));
    if (outer === undefined) continue;
    const opens = view.low.findIndex((low, at) => low === 'that' && at < draft.cue[0]! && at >= draft.cue[0]! - 2);
    if (opens < 0) continue;
    const words = new Set([...draft.words].filter((word) => outer.words.has(word)));
    if (words.size > 2) drafts[index] = { ...draft, words };
  }
}

/** "The site said the ship was safe, the paper reported": what told the whole sentence is no part of what was told inside it. */
function withoutTeller(drafts: Draft[]): void {
  for (const outer of drafts) {
    if (!/\/(?:postposed|according)/.test(outer.rule) || outer.cue.length === 0) continue;
    for (let index = 0; index < drafts.length; index++) {
      const inner = drafts[index]!;
      if (inner === outer || !inner.words.has(outer.cue[0]!) || !inner.cue.every((word) => outer.words.has(word)))
        continue;
      const words = new Set([...inner.words].filter((word) => outer.words.has(word)));
      if (words.size > 1) drafts[index] = { ...inner, words };
    }
  }
}

/** Two cues that report the same words: the surer one stays. */
function withoutRepeats(spanned: readonly Spanned[]): Spanned[] {
  const kept: Spanned[] = [];
  for (const one of spanned) {
    const twin = kept.findIndex((other) => other.draft.view === one.draft.view && sameCue(other.draft, one.draft));
    if (twin < 0) kept.push(one);
    else if (kept[twin]!.draft.confidence < one.draft.confidence) kept[twin] = one;
  }
  return kept;
}

const sameCue = (a: Draft, b: Draft): boolean =>
  a.cue.length > 0 &&
  !a.rule.endsWith('-gapped') &&
  !b.rule.endsWith('-gapped') &&
  a.cue.some((token) => b.cue.includes(token));

const inside = (inner: readonly Span[], outer: readonly Span[]): boolean =>
  inner.length > 0 && inner.every((span) => outer.some((wide) => wide[0] <= span[0] && span[1] <= wide[1]));

function finished(doc: Mentioned, spanned: readonly Spanned[], knowledge: Knowledge): Statement[] {
  // An outlet that only frames another statement of the sentence is its relay, no speaker.
  const frames = new Set<Spanned>();
  const parents = new Map<Spanned, Spanned[]>();
  for (const one of spanned) {
    const around = spanned.filter((other) => other !== one && other.draft.view === one.draft.view && holds(other, one));
    around.sort((a, b) => width(b) - width(a));
    parents.set(one, around);
    for (const other of around)
      if (
        other.draft.source >= 0 &&
        !PERFORMED.test(one.draft.act) &&
        isOutlet(other.draft.view, knowledge, other.draft.source) &&
        covers(one, other)
      )
        frames.add(other);
  }
  const statements: Statement[] = [];
  for (const one of spanned) {
    if (frames.has(one)) continue;
    // "said it supports the plan": the stance inside a statement is its content.
    if (one.draft.act === 'ENDORSE' && one.draft.tier !== 'sure' && (parents.get(one) ?? []).length > 0) continue;
    // "said he hoped to travel": a hope or belief of the speaker's own is what the speaker says.
    const [outer] = parents.get(one) ?? [];
    if (outer !== undefined && OWN_MIND.test(one.draft.act) && isOwn(one) && one.draft.rule !== outer.draft.rule)
      continue;
    statements.push(statementOf(doc, one, parents.get(one) ?? [], knowledge));
  }
  return statements.sort((a, b) => firstOf(a) - firstOf(b));
}

/** "The paper wrote that he had threatened to resign": an act told by the paper is the paper's news. */
const PERFORMED = /^(THREATEN|PLEDGE|PROPOSE|ACCUSE|DEMAND|ENDORSE|CONDEMN|WELCOME|REJECT)$/;

const OWN_MIND = /^(HOPE|ENDORSE)$/;
const isOwn = ({ draft }: Spanned): boolean =>
  draft.source >= 0 && /^(he|she|it|they|we|i)$/.test(draft.view.low[draft.source]!);

const firstOf = (statement: Statement): number =>
  statement.cue?.[0] ?? statement.content[0]?.[0] ?? statement.evidence[0];
const width = (one: Spanned): number => one.content.reduce((sum, span) => sum + span[1] - span[0], 0);

/** Whether `outer` reports `inner`: its content holds the inner cue and content. */
function holds(outer: Spanned, inner: Spanned): boolean {
  if (inner.draft.cue.length === 0 || outer.content.length === 0) return false;
  const cue = inner.draft.view.tokens[inner.draft.cue[0]!]!;
  const cueInside = outer.content.some((span) => span[0] <= cue.start && cue.end <= span[1]);
  return cueInside && (inner.content.length === 0 || inside(inner.content, outer.content));
}

/** Whether the inner statement fills the outer one: its words, cue and source are nearly all there is. */
const covers = (inner: Spanned, outer: Spanned): boolean => {
  const source = inner.draft.source;
  const view = inner.draft.view;
  const spans: Span[] = [...inner.content];
  if (inner.draft.cue.length > 0)
    spans.push(spanBetween(view, inner.draft.cue[0]!, inner.draft.cue[inner.draft.cue.length - 1]!));
  if (source >= 0) spans.push([view.tokens[source]!.start, view.tokens[source]!.end]);
  const covered = spans.reduce((sum, span) => sum + span[1] - span[0], 0);
  return covered >= 0.6 * width(outer);
};

/** "read out a letter in which the prince called him a brother": whoever read, published or carried the writing; -1 for nobody. */
function readerOf({ view, cue }: Draft): number {
  if (cue.length === 0) return -1;
  const first = firstConjunct(view.sent, cue[0]!);
  const noun = view.tokens[first]!.deprel === 'acl:relcl' ? view.tokens[first]!.head : -1;
  if (noun < 0 || !isWriting(view, noun) || view.tokens[noun]!.deprel !== 'obj') return -1;
  const verb = view.tokens[noun]!.head;
  return /^(read|publish|carry|release|print|air|broadcast|quote)$/.test(lemmaOf(view.sent, verb))
    ? (subjectsOf(view.sent, verb)[0]?.token ?? -1)
    : -1;
}

/** A quote that fills an act's thing is quoted inside it: "accused Oslo of “a heavy hand”"; "one word: don't" is told directly. */
function quotationOf({ draft, content, quotation }: Spanned): Statement['quotation'] {
  if (draft.rule === 'statements/one-word') return 'direct';
  if (quotation !== 'direct' || !THING_ACTS.test(draft.rule)) return quotation;
  const text = draft.view.doc.article.text;
  return content.every((span) => !/[.!?]$/.test(text.slice(...span))) ? 'mixed' : quotation;
}
/** Words of saying that rewriting machines put in place of plain ones: what is quoted beside them was rewritten too. */
const SPUN_CUE = /^(?:utter|opin|verbali|knowledgeable|aver|avouch|gainsa)/i;
const THING_ACTS =
  /\/(?:accuse|condemn|thank|praise|welcome|denounce|hail|laud|commend|blame|criticise|criticize|slam|reject|decry|deplore|congratulate)$/;

/** Up to which word the source's phrase may reach: the cue behind it, the comma or end behind "according to". */
function reachOf({ view, cue, source, rule }: Draft): number {
  if (cue.length === 0) return -1;
  if (source < cue[0]!) return cue[0]!;
  if (!/^statements\/(?:spun-)?(?:according|in|as|per)/.test(rule)) return -1;
  let at = source;
  while (at < view.tokens.length && !/^[,;:.—–]$/.test(view.low[at]!)) at++;
  // "according to a spokesman, Colonel Brel Adan"
  return Math.max(at, phraseOf(view, source)[1] + 1);
}

/** "Oslo to send medics - minister": the speaker of a headline begins behind its mark. */
function withinSide({ view, source, rule }: Draft, speaker: Speaker): Speaker {
  if (!rule.endsWith('headline-last')) return speaker;
  let mark = source;
  while (mark > 0 && !/^(:|-|–|—|--)$/.test(view.low[mark]!)) mark--;
  const start = view.tokens[mark + 1]?.start ?? speaker.span[0];
  if (mark === 0 || speaker.span[0] >= start || speaker.span[1] <= start) return speaker;
  const span: Span = [start, speaker.span[1]];
  return { ...speaker, text: view.doc.article.text.slice(...span), span, country: null };
}

function statementOf(doc: Mentioned, one: Spanned, parents: readonly Spanned[], knowledge: Knowledge): Statement {
  const { draft, content } = one;
  const quotation = quotationOf(one);
  const { view } = draft;
  // "informed by the palace of the wish to negotiate": the source's phrase ends where the content begins.
  const after = draft.source >= 0 ? view.tokens[draft.source]!.end : 0;
  const told = content.find((span) => span[0] >= after)?.[0];
  const speaker = draft.source >= 0 ? withinSide(draft, speakerFrom(view, draft.source, told, reachOf(draft))) : null;
  const [outer] = [...parents].reverse();
  const teller =
    outer !== undefined && outer.draft.source >= 0 ? speakerFrom(outer.draft.view, outer.draft.source) : null;
  const addressed = draft.addressee >= 0 ? view.tokens[draft.addressee]!.end : 0;
  const behind = content.find((span) => span[0] >= addressed);
  // The one accused is part of what is said, nobody spoken to.
  const addressee =
    draft.addressee >= 0 && draft.act !== 'ACCUSE' ? speakerFrom(view, draft.addressee, behind?.[0]) : null;
  const cue = draft.cue.length > 0 ? spanBetween(view, draft.cue[0]!, draft.cue[draft.cue.length - 1]!) : null;
  const beside = besideContent(view, content);
  const via: Relay[] = [];
  const add = (relay: Relay): void => {
    if (!via.some((other) => other.name === relay.name) && relay.name !== speaker?.name) via.push(relay);
  };
  for (const relay of outletsBeside(draft, parents, beside, speaker?.span ?? null, knowledge)) add(relay);
  // Whoever rejects a claim does not pass it on.
  const noun = draft.rule.startsWith('statements/noun/');
  for (const parent of parents)
    if (parent.draft.source >= 0 && !(noun && /^(REJECT|DENY|NOCOMMENT)$/.test(parent.draft.act)))
      add(relayOf(view, parent.draft.source));
  for (const head of draft.via) add(relayOf(view, head));
  const reader = readerOf(draft);
  if (reader >= 0) add(relayOf(view, reader));
  const evidence = cover(view.sent.span, ...content);
  // "“I asked the consul,” the officer said": the first person is the one who says it.
  const first = speaker !== null && teller !== null && /^(i|we)$/i.test(speaker.text);
  return {
    speaker: first ? { ...teller, text: speaker.text, span: speaker.span } : speaker,
    addressee,
    act: refinedAct(draft, content, speaker, speaker !== null && isOutlet(view, knowledge, draft.source)),
    cue,
    content,
    quotation,
    verbatim: quotation !== 'indirect' && !doc.spun && !(cue !== null && SPUN_CUE.test(doc.article.text.slice(...cue))),
    via,
    venue: venueOf(draft, beside, cue),
    evidence,
    rule: draft.rule,
    confidence: Math.round(draft.confidence * (doc.spun ? 0.85 : 1) * 100) / 100,
  };
}
