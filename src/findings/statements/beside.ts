/** The noun phrase beside a verb of speech that is its source by word order alone. */

import type { Knowledge } from '../../knowledge/index.ts';
import { children, hasRelation, head as headOf, subjectsOf, subtree } from '../../language/tree.ts';
import { withName } from './source.ts';
import { speakerKind } from './speaker.ts';
import { isTensed, type View } from './view.ts';

const INSIDE_PHRASE = /^(DET|ADJ|NOUN|PROPN|PRON|ADP|NUM|CCONJ|PART|SYM|X)$/;

const LEADS_TO =
  /^(?:likes?|liked|loves?|loved|wants?|wanted|continues|continued|hastened|proceeded|went on|goes on|was quick|is quick|were quick|is fond|was keen|is keen)$/;

/** Where "like to say", "went on to add", "was quick to point out" begin; the verb itself for all others. */
export function leadIn(view: View, verb: number): number {
  if (view.low[verb - 1] !== 'to') return verb;
  if (LEADS_TO.test(view.low[verb - 2] ?? '')) return verb - 2;
  return LEADS_TO.test(view.low.slice(Math.max(0, verb - 3), verb - 1).join(' ')) ? verb - 3 : verb;
}

export interface Beside {
  readonly head: number;
  /** First token of the attribution: the source's or, inverted, the verb's. */
  readonly first: number;
  /** Last token of source and cue together. */
  readonly last: number;
}

export function sourceBeside(view: View, knowledge: Knowledge, verb: number, last: number): Beside | null {
  let from = verb;
  while (from > 0 && /^(ADV|AUX)$/.test(view.tokens[from - 1]!.upos) && !view.mark[from - 1]) from--;
  from = leadIn(view, from);
  let first = from;
  while (first > 0 && from - first < 22 && phraseWord(view, first - 1)) first--;
  const withClause = sourceWithClause(view, knowledge, verb, last);
  if (withClause !== null) return withClause;
  if (first < from) {
    // "…, and Oslo agreed": a clause beside the first one, no attribution of it.
    if (view.tokens[first]!.upos === 'CCONJ') return null;
    const head = hostOf(view, knowledge, withName(view, outermost(view, first, from - 1)), first);
    const kind = head < 0 ? 'none' : speakerKind(view, knowledge, head);
    // "a prospect that / a prospect Oslo denied": the verb says more about the phrase.
    const up = headOf(view.sent, verb);
    if (hasRelation(view.sent, verb, 'acl:relcl') && up >= first && up < from) return null;
    const it = view.low[head] === 'it' && first === from - 1;
    return kind === 'none' ||
      (kind === 'thing' && view.tokens[head]!.upos !== 'NOUN' && !it) ||
      startsRelative(view, first)
      ? null
      : { head, first, last };
  }
  const behindQuote = sourceBehindQuote(view, knowledge, verb, last);
  if (behindQuote !== null) return behindQuote;
  // "Wang Yi, China's foreign minister, said": commas inside the source; the tree knows its head.
  if (from > 0 && view.low[from - 1] === ',' && !view.quoted[from - 1]) {
    const subject = subjectsOf(view.sent, verb)[0];
    if (subject !== undefined && subject.via === 'own' && subject.token < from) {
      const start = subtree(view.sent, subject.token)[0] ?? subject.token;
      if (start > 0) return { head: subject.token, first: start, last };
    }
  }
  const apposed = sourceWithApposition(view, knowledge, from);
  if (apposed !== null) return { ...apposed, last };
  // Inverted: "…, said the envoy".
  if (from !== verb || last + 1 >= view.tokens.length || !(view.mark[verb - 1] || view.quoted[verb - 1])) return null;
  // "A spokesman, Brel Adan, called the vote a farce": the subject stands in front.
  const voices = children(view.sent, verb, 'nsubj').filter((kid) => kid < verb && !view.quoted[kid]);
  const behind = children(view.sent, verb, 'nsubj').some((kid) => kid > verb);
  const asideFirst = view.low[verb - 1] === ',' && !view.quoted[verb - 1] && !view.quoted[verb - 2];
  const front = voices.some((kid) => /^(actor|role|body|name|pronoun)$/.test(speakerKind(view, knowledge, kid)));
  // "Norway, replying to a paper, said talks “go on”": nor does what stands behind the verb take its place.
  if (front && (!behind || (asideFirst && startsWithSubject(view, voices)))) return null;
  let end = last;
  while (end + 1 < view.tokens.length && end - last < 22 && phraseWord(view, end + 1)) end++;
  if (end === last) return null;
  const head = outermost(view, last + 1, end);
  if (head < 0 || hasRelation(view.sent, last + 1, 'case') || view.low[last + 1] === 'that') return null;
  const kind = speakerKind(view, knowledge, head);
  // "judge Brel noted": the phrase is the subject of a verb behind it.
  if (isTensed(view, end + 1)) return null;
  return kind === 'none' || (kind === 'thing' && view.tokens[head]!.upos !== 'NOUN')
    ? null
    : { head, first: verb, last: end };
}

/** A subject that opens the sentence and is closed by a comma: an aside follows, then its verb. */
const startsWithSubject = (view: View, voices: readonly number[]): boolean =>
  voices.some((kid) => {
    const phrase = subtree(view.sent, kid, ['acl', 'acl:relcl', 'appos', 'advcl', 'parataxis']);
    return phrase[0] === 0 && /^(VBG|VBN|IN|WP|WDT|RB)$/.test(view.tokens[afterComma(view, kid)]?.xpos ?? '');
  });

const afterComma = (view: View, from: number): number => {
  const comma = view.low.indexOf(',', from);
  return comma < 0 || comma > from + 8 ? -1 : comma + 1;
};

/** "an official in Bamako": the official, where the parse took the town for the head. */
function hostOf(view: View, knowledge: Knowledge, head: number, first: number): number {
  let at = head - 1;
  while (at > first && /^(the|DET)$/.test(view.low[at]!)) at--;
  if (head < 0 || at <= first || !/^(in|at|of|from)$/.test(view.low[at]!)) return head;
  const host = at - 1;
  return host >= first && view.tokens[host]!.upos === 'NOUN' && speakerKind(view, knowledge, host) === 'role'
    ? host
    : head;
}

/** "…, two drivers who had been turned back told the radio.": a phrase, its relative clause, and the verb. */
function sourceWithClause(view: View, knowledge: Knowledge, verb: number, last: number): Beside | null {
  if (!/^(said|says|told|added|recalled|confirmed|warned|claimed|insisted)$/.test(view.low[verb]!)) return null;
  let who = verb - 1;
  while (who > 0 && verb - who < 22 && !/^(who|which|whose)$/.test(view.low[who]!)) {
    if (/^[,;:.—–]$/.test(view.low[who]!) || view.quoted[who]) return null;
    who--;
  }
  if (!/^(who|which|whose)$/.test(view.low[who] ?? '')) return null;
  let first = who;
  while (first > 0 && who - first < 12 && phraseWord(view, first - 1)) first--;
  if (first === who || !(view.low[first - 1] === ',' || view.quoted[first - 1])) return null;
  if (!view.tokens.some((_, at) => at > who && at < verb && isTensed(view, at))) return null;
  const head = outermost(view, first, who - 1);
  if (head < 0 || !/^(actor|role|body|name)$/.test(speakerKind(view, knowledge, head))) return null;
  return { head, first, last };
}

/** "…," said by a name with a long apposition: "author Brel Adan, a scientist at the institute in Norvik, said". */
function sourceBehindQuote(view: View, knowledge: Knowledge, verb: number, last: number): Beside | null {
  if (view.low[verb - 1] !== ',') return null;
  let first = verb - 1;
  while (first > 0 && verb - first < 45 && !view.quoted[first - 1]) {
    if (isTensed(view, first - 1) && !inRelative(view, first - 1)) return null;
    first--;
  }
  if (first < 1 || !view.quoted[first - 1]) return null;
  while (first < verb && view.mark[first]) first++;
  let end = first;
  while (end + 1 < verb && phraseWord(view, end + 1)) end++;
  const head = outermost(view, first, end);
  if (head < 0) return null;
  const kind = speakerKind(view, knowledge, head);
  return kind === 'none' || kind === 'thing' ? null : { head, first, last };
}

/** "…, the security minister, Irene Brel, said": a phrase and the one beside it, each closed by a comma. */
export function sourceWithApposition(
  view: View,
  knowledge: Knowledge,
  from: number,
): { head: number; first: number } | null {
  if (view.low[from - 1] !== ',') return null;
  let second = from - 1;
  while (second > 0 && from - second < 20 && phraseWord(view, second - 1)) second--;
  if (second === from - 1 || view.low[second - 1] !== ',') return null;
  let first = second - 1;
  while (first > 0 && second - first < 20 && phraseWord(view, first - 1)) first--;
  if (first === second - 1 || (first > 0 && !(view.mark[first - 1] || view.quoted[first - 1]))) return null;
  const head = outermost(view, first, second - 2);
  if (head < 0) return null;
  const kind = speakerKind(view, knowledge, head);
  return /^(actor|role|body|name|pronoun)$/.test(kind) ? { head, first } : null;
}

const phraseWord = (view: View, at: number): boolean => {
  const token = view.tokens[at]!;
  if (view.quoted[at]) return false;
  if (/^['’]s?$/.test(token.form) || (view.mark[at] && /^[-.&/’']$/.test(token.form) && !/^[.]$/.test(token.form)))
    return true;
  if (view.mark[at]) return false;
  return INSIDE_PHRASE.test(token.upos) && !/^(that|which|who|whom)$/.test(view.low[at]!);
};

/** "which the minister said": a relative clause is no attribution of the main one. */
const startsRelative = (view: View, first: number): boolean =>
  /^(which|who|whom|that|what|where|when)$/.test(view.low[first - 1] ?? '') || view.low[first] === 'whose';

/** The nominal of a stretch that hangs outside it; the first when several do. */
function outermost(view: View, from: number, to: number): number {
  let best = -1;
  for (let at = from; at <= to; at++) {
    if (!/^(NOUN|PROPN|PRON|ADJ|NUM)$/.test(view.tokens[at]!.upos)) continue;
    const up = headOf(view.sent, at);
    if (up >= from && up <= to) continue;
    if (/^(NOUN|PROPN|PRON)$/.test(view.tokens[at]!.upos)) return at;
    if (best < 0) best = at;
  }
  return best;
}

export const inRelative = (view: View, at: number): boolean => {
  let up = at;
  for (let steps = 0; up >= 0 && steps < 12; steps++) {
    if (hasRelation(view.sent, up, 'acl:relcl', 'acl')) return true;
    up = headOf(view.sent, up);
  }
  return false;
};
