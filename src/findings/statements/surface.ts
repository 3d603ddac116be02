/**
 * Attributions told by word order: "…, its negotiator conceded." at the end of a sentence, "The offer, a negotiator
 * said, was dead" in its middle. Parsers often miss both, so these patterns are read in front of the tree.
 */

import type { Knowledge } from '../../knowledge/index.ts';
import { child, children, hasRelation, head as headOf, objectsOf, subjectsOf, subtree } from '../../language/tree.ts';
import { mentionAt } from '../../mentions/index.ts';
import { withName } from './source.ts';
import { speakerKind } from './speaker.ts';
import type { Spotted } from './spot.ts';
import { isTensed, isVerb, lastWord, type View } from './view.ts';

export interface Surface {
  readonly source: number;
  readonly words: ReadonlySet<number>;
  readonly how: 'postposed' | 'intercalated';
}

const INSIDE_PHRASE = /^(DET|ADJ|NOUN|PROPN|PRON|ADP|NUM|CCONJ|PART|SYM|X)$/;
const SUBORDINATE =
  /^(after|before|when|while|if|unless|because|as|since|although|though|once|until|whereas|during|following|amid|despite|by|in|on|at|from|with|without|under|for|to|citing|asked|speaking|addressing)$/;

/** The pattern around this cue, or null when word order tells nothing. */
export function surfaceOf(view: View, knowledge: Knowledge, spotted: Spotted): Surface | null {
  const { cue } = spotted;
  if (!(cue.takes.has('clause') || cue.takes.has('quote')) || spotted.noun >= 0) return null;
  const verb = spotted.head;
  const bare = /^(VB|VBG)$/.test(view.tokens[verb]!.xpos) && view.low[verb] !== 'read';
  if (view.quoted[verb] || (bare && leadIn(view, verb) === verb)) return null;
  const last = Math.max(...spotted.tokens);
  const source = sourceBeside(view, knowledge, verb, last);
  // "The statement, signed by 14 ministers, urges both armies to …": whom one urges stands behind the verb.
  if (source !== null && source.first === verb && cue.takes.has('whom') && !view.quoted[verb - 1]) return null;
  if (source === null) return null;
  const before = source.first - 1;
  if (before < 1) return null;
  const quoteClosed = view.quoted[before] === true || view.quoted[before - 1] === true;
  if (!/^[,—–-]+$/.test(view.low[before]!) && !quoteClosed) return null;
  return (
    splitQuote(view, source, before) ??
    (OPEN_VERB.test(view.low[before - 1] ?? '') && !quoteClosed ? cutClause(view, source, before) : null) ??
    postposed(view, spotted, source, before, quoteClosed) ??
    intercalated(view, verb, source, before)
  );
}

/** "“We are ready,” he said, “but not at any price.”": quotes on both sides of the attribution and nothing else. */
function splitQuote(view: View, source: Beside, before: number): Surface | null {
  if (!view.quoted[before] && !view.quoted[before - 1]) return null;
  let open = source.last + 1;
  while (open < view.tokens.length && open - source.last < 16 && !view.quoted[open]) {
    if (isTensed(view, open) || view.tokens[open]!.xpos === 'VBG' || /^(and|but|that|;)$/.test(view.low[open]!))
      return null;
    open++;
  }
  if (open >= view.tokens.length || !view.quoted[open] || !/^[,:—–-]+$/.test(view.low[open - 1] ?? '')) return null;
  const words = new Set<number>();
  for (let at = 0; at < view.tokens.length; at++) {
    if (at >= source.first && at < open) continue;
    if (view.quoted[at]) words.add(at);
    else if (!view.mark[at]) return null;
  }
  return { source: source.head, words, how: 'intercalated' };
}

/** Verbs that cannot end a clause. */
const OPEN_VERB = /^(is|are|was|were|has|have|had|will|would|could|should|may|might|must|be|been)$/;

/** "It was, the ambassador conceded, a bad day": the attribution stands behind a verb that waits for its rest. */
function cutClause(view: View, source: Beside, before: number): Surface | null {
  const end = lastWord(view);
  const close = source.last + 1;
  if (view.low[close] !== ',' || close >= end) return null;
  const words = new Set<number>();
  for (let at = 0; at <= end; at++) if (at < before || at > close) words.add(at);
  return { source: source.head, words, how: 'intercalated' };
}

const LEADS_TO =
  /^(?:likes?|liked|loves?|loved|wants?|wanted|continues|continued|hastened|proceeded|went on|goes on|was quick|is quick|were quick|is fond|was keen|is keen)$/;

/** Where "like to say", "went on to add", "was quick to point out" begin; the verb itself for all others. */
function leadIn(view: View, verb: number): number {
  if (view.low[verb - 1] !== 'to') return verb;
  if (LEADS_TO.test(view.low[verb - 2] ?? '')) return verb - 2;
  return LEADS_TO.test(view.low.slice(Math.max(0, verb - 3), verb - 1).join(' ')) ? verb - 3 : verb;
}

interface Beside {
  readonly head: number;
  /** First token of the attribution: the source's or, inverted, the verb's. */
  readonly first: number;
  /** Last token of source and cue together. */
  readonly last: number;
}

function sourceBeside(view: View, knowledge: Knowledge, verb: number, last: number): Beside | null {
  let from = verb;
  while (from > 0 && /^(ADV|AUX)$/.test(view.tokens[from - 1]!.upos) && !view.mark[from - 1]) from--;
  from = leadIn(view, from);
  let first = from;
  while (first > 0 && from - first < 22 && phraseWord(view, first - 1)) first--;
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

function postposed(view: View, spotted: Spotted, source: Beside, before: number, quoteClosed: boolean): Surface | null {
  const end = lastWord(view);
  const verb = spotted.head;
  const headline = view.tokens[verb]!.xpos === 'VBZ' && !/[.!?]/.test(view.low[view.tokens.length - 1]!);
  const rest = goesOn(view, closing(view, source.last + 1), end);
  let away = end + 1;
  for (let at = source.last + 1; at <= end; at++) {
    const meanwhile =
      /^(as|after|while|when|before|hours)$/.test(view.low[at]!) && /^(he|she|they|it)$/.test(view.low[at + 1] ?? '');
    if ((view.low[at - 1] === ',' && (leadsAway(view, at) || rest.length > 0)) || (meanwhile && !view.quoted[at])) {
      away = at;
      break;
    }
    if (
      view.quoted[at] ||
      (isTensed(view, at) && !inRelative(view, at)) ||
      view.low[at] === 'that' ||
      view.low[at] === ';'
    )
      return null;
  }
  if (children(view.sent, verb, 'ccomp').some((kid) => kid > verb && kid < away && isVerb(view, kid))) return null;
  const told = spotted.cue.takes.has('whom');
  for (const { token } of objectsOf(view.sent, verb)) {
    if (token <= verb || token === source.head || told) continue;
    if (mentionAt(view.doc, view.sent.index, token)?.kind !== 'time') return null;
  }
  if (!told && children(view.sent, verb, 'xcomp').some((kid) => kid > verb)) return null;
  const words = new Set<number>();
  let tensed = false;
  let commas = 0;
  let start = 0;
  for (let at = 0; at < before; at++) {
    if (view.quoted[at]) continue;
    // "She did not hide it: “We expected more,” she said": only the quote is hers.
    if (view.low[at] === ';' || (view.low[at] === ':' && at > 2 && quoteClosed && view.quoted[at + 1])) start = at + 1;
  }
  for (let at = start; at < before; at++) {
    words.add(at);
    const plans = /^(plans|wants|hopes|aims|intends|needs)$/.test(view.low[at]!) && view.low[at + 1] === 'to';
    if (isTensed(view, at) || plans || view.tokens[at]!.xpos === 'VBN' || (view.quoted[at] && !view.mark[at]))
      tensed = true;
    if (view.low[at] === ',' && !view.quoted[at]) commas++;
  }
  if (!(tensed || (headline && words.size > 2)) || words.size < 2) return null;
  // "…," chairman, chief and founder Brel said: words between the quote and the last comma are titles.
  let quoteEnd = before - 1;
  while (quoteEnd >= start && !view.quoted[quoteEnd]) quoteEnd--;
  if (quoteEnd >= start && quoteEnd < before - 1) {
    let verbs = false;
    for (let at = quoteEnd + 1; at < before; at++) if (isTensed(view, at)) verbs = true;
    // "Chad is “ready” for talks, the premier says": no comma closes that quote.
    const closed = [quoteEnd - 1, quoteEnd, quoteEnd + 1].some((at) => /^[,?!.—–-]$/.test(view.low[at] ?? ''));
    if (!verbs && closed) for (let at = quoteEnd + 1; at < before; at++) words.delete(at);
  }
  let first = start;
  while (first < before && (view.mark[first] || (view.tokens[first]!.upos === 'CCONJ' && first === start)))
    words.delete(first++);
  if (
    !quoteClosed &&
    commas === 0 &&
    (SUBORDINATE.test(view.low[first] ?? '') || /^(VBG|VBN)$/.test(view.tokens[first]?.xpos ?? ''))
  )
    return null;
  for (const word of rest) words.add(word);
  return { source: source.head, words, how: 'postposed' };
}

/**
 * "They were Swiss, he said, | and had been taken home", "He came back, she said, | with “a handshake”": what was said goes on
 * behind the attribution. Empty when it does not, or when the speaker does something else.
 */
function goesOn(view: View, comma: number, end: number): number[] {
  if (view.low[comma] !== ',' || comma + 2 > end) return [];
  const first = view.low[comma + 1]!;
  let on = false;
  if (/^(and|but|or|nor)$/.test(first)) {
    const pronoun = /^(he|she|it|they|there|we|this)$/.test(view.low[comma + 2]!);
    const verb = pronoun ? comma + 3 : comma + 2;
    const told = [verb, verb + 1, verb + 2].some((at) => SPEECH.test(view.low[at] ?? ''));
    on = !told && (view.tokens[verb]?.upos === 'AUX' || (pronoun && isTensed(view, verb)));
  } else if (/^(with|without|as|in|for|to)$/.test(first)) {
    on = view.quoted[comma + 2] === true || view.quoted[comma + 3] === true;
  }
  if (!on) return [];
  const rest: number[] = [];
  for (let at = comma + 1; at <= end; at++) {
    if (
      at > comma + 1 &&
      view.low[at - 1] === ',' &&
      !view.quoted[at] &&
      (leadsAway(view, at) || view.low[at] === 'according')
    )
      break;
    rest.push(at);
  }
  return rest;
}

/** The comma that closes an attribution, past whom the words were for: "he told Radio Oslo,". */
function closing(view: View, from: number): number {
  for (let at = from; at < Math.min(view.tokens.length, from + 7); at++) {
    if (view.low[at] === ',') return at;
    if (isTensed(view, at) || view.quoted[at]) break;
  }
  return from;
}

const SPEECH =
  /^(said|says|told|tells|added|adds|warned|warns|urged|urges|called|calls|asked|asks|accused|accuses|vowed|promised|pledged|announced|denied|noted|stressed|insisted|declined|refused|confirmed|thanked|praised|condemned|welcomed|rejected|demanded|proposed|offered|appealed|wrote|explained|argued)$/;

/** Behind a comma: another cue's words, the circumstances of the saying, more about the speaker. */
const leadsAway = (view: View, at: number): boolean =>
  /^(and|but|as|after|while|when|before|because|since|although|though|amid|hours|days|weeks|months|who|whose|which|whom)$/.test(
    view.low[at]!,
  ) ||
  view.tokens[at]!.xpos === 'VBG' ||
  (view.tokens[at]!.upos === 'ADV' && view.tokens[at + 1]?.xpos === 'VBG') ||
  /^(a|one|two|three|four|five|just|only) (day|week|month|year|hour|days|weeks|hours|months|years) (after|before)$/.test(
    view.low.slice(at, at + 3).join(' '),
  );

const inRelative = (view: View, at: number): boolean => {
  let up = at;
  for (let steps = 0; up >= 0 && steps < 12; steps++) {
    if (hasRelation(view.sent, up, 'acl:relcl', 'acl')) return true;
    up = headOf(view.sent, up);
  }
  return false;
};

const CONDITION = /^(if|unless|once|until|although|though|because|since|while|whereas|even|whatever|whoever|whether)$/;

function intercalated(view: View, verb: number, source: Beside, before: number): Surface | null {
  const end = lastWord(view);
  let close = source.last + 1;
  while (close <= end && close - source.last < 9 && !/^[,—–-]+$/.test(view.low[close]!) && !view.quoted[close]) {
    if (isTensed(view, close) || view.low[close] === 'that') return null;
    close++;
  }
  if (close > end || close - source.last >= 9) return null;
  const next = view.mark[close] ? close + 1 : close;
  if (
    next > end ||
    /^(adding|saying|noting|stressing|citing|and|but|which|who|while|as)$/.test(view.low[next]!) ||
    /^(VBG|VBN)$/.test(view.tokens[next]!.xpos)
  )
    return null;
  if (objectsOf(view.sent, verb).some(({ token }) => token > verb && token !== source.head)) return null;
  let tensed = false;
  const words = new Set<number>();
  // "Unless the money is paid, he warned, his members would block the pier."
  const opens = view.low.find((_, at) => !view.mark[at]) ?? '';
  // "What Oslo wants, its envoy said, is a vote."
  const asked =
    /^(what|how|why|where|who|which)$/.test(opens) && /^(AUX|VERB)$/.test(view.tokens[close + 1]?.upos ?? '');
  const clause = (CONDITION.test(opens) || asked) && view.low[close] === ',';
  for (let at = 0; at < before; at++) {
    if (isTensed(view, at) && !clause) return null;
    words.add(at);
  }
  for (let at = close; at <= end; at++) {
    words.add(at);
    if (isTensed(view, at) || (view.quoted[at] && isVerb(view, at))) tensed = true;
  }
  // Where and when stand in front of a plain statement too; a noun phrase waits for its verb.
  const opener = view.tokens[[...words].find((word) => !view.mark[word]) ?? 0]!;
  if (!tensed || (!clause && /^(ADP|SCONJ|ADV|CCONJ)$/.test(opener.upos)) || child(view.sent, source.head, 'cop') >= 0)
    return null;
  return { source: source.head, words, how: 'intercalated' };
}
