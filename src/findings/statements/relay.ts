/** Words passed on: "quoted X as saying", "citing X", "heard from X that", and "according to X". */

import type { Act } from '../../core/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import {
  agentsOf,
  child,
  children,
  hasRelation,
  head as headOf,
  isPassive,
  lemmaOf,
  nominalModifiersOf,
  obliquesOf,
  possessorsOf,
  relation,
  subjectsOf,
  subtree,
} from '../../language/tree.ts';
import { mentionAt } from '../../mentions/index.ts';
import { attributionWords } from './clause.ts';
import type { StatementTables } from './cue-table.ts';
import type { Draft } from './draft.ts';
import { isOutlet } from './outlets.ts';
import { SAYS } from './second-verb.ts';
import { isWriting, speakerKind } from './speaker.ts';
import type { Spotted } from './spot.ts';
import { isTensed, isVerb, lastWord, type View } from './view.ts';

/** "AP quoted the envoy as saying …", "the envoy was quoted by AP as saying …". */
export function quotedAs(view: View, knowledge: Knowledge, tables: StatementTables): Draft[] {
  const drafts: Draft[] = [];
  for (let verb = 0; verb < view.tokens.length; verb++) {
    if (!/^(?:quot|cit)(?:e|es|ed|ing)?$/.test(view.low[verb]!) || !isVerb(view, verb)) continue;
    let saying = -1;
    for (let at = verb + 1; at < Math.min(view.tokens.length, verb + 30); at++) {
      if (view.tokens[at]!.xpos === 'VBG' && view.low[at - 1] === 'as') {
        // "as having promised": the participle says what it does.
        saying = view.low[at] === 'having' && view.tokens[at + 1]?.xpos === 'VBN' ? at + 1 : at;
        break;
      }
    }
    if (saying < 0) continue;
    const passive = isPassive(view.sent, verb);
    let source = passive ? (subjectsOf(view.sent, verb)[0]?.token ?? -1) : child(view.sent, verb, 'obj');
    if (source < 0 && !passive) source = nounBetween(view, verb, saying);
    const pronoun = source >= 0 && /^(him|her|them)$/.test(view.low[source]!);
    if (source < 0 || (!pronoun && speakerKind(view, knowledge, source) === 'none')) continue;
    const outlet = passive
      ? (agentsOf(view.sent, verb)[0]?.token ?? -1)
      : (subjectsOf(view.sent, verb)[0]?.token ?? -1);
    const addressee = children(view.sent, saying, 'obj', 'iobj')[0] ?? -1;
    const whom = lemmaOf(view.sent, saying) === 'tell' ? addressee : -1;
    // "was quoted as saying by the agency": the words stand in front.
    const by = view.low[saying + 1] === 'by' ? headOf(view.sent, saying + 1) : -1;
    const opener = whom >= 0 ? Math.max(...subtree(view.sent, whom).filter((word) => word < saying + 8)) : saying;
    const alone = lemmaOf(view.sent, saying) === 'say' ? 2 : 1;
    const words = by >= 0 ? new Set<number>() : behindWord(view, opener, alone);
    const named = outlet >= 0 && outlet < verb ? subtree(view.sent, outlet) : [];
    const rest = words.size > 0 ? words : beforeWord(view, Math.min(verb, ...subtree(view.sent, source), ...named));
    if (rest.size === 0) continue;
    const one: Draft = {
      view,
      cue: [saying],
      act: actOf(view, saying, tables),
      tier: 'sure',
      source,
      addressee: whom,
      words: rest,
      via: by > saying ? [by] : outlet >= 0 && outlet !== source ? [outlet] : [],
      rule: 'statements/quoted-as',
      confidence: 0.88,
    };
    drafts.push(...andAs(one, tables));
  }
  return drafts;
}

const actOf = (view: View, verb: number, tables: StatementTables): Act =>
  tables.cues.get(lemmaOf(view.sent, verb))?.find((cue) => cue.rest.length === 0)?.act ?? 'SAY';

/** "… as saying that the ship was empty and as calling the search piracy": each "as" tells of its own. */
function andAs(one: Draft, tables: StatementTables): Draft[] {
  const { view } = one;
  const more = view.tokens.findIndex(
    (token, at) =>
      at > one.cue[0]! + 2 &&
      token.xpos === 'VBG' &&
      !view.quoted[at] &&
      one.words.has(at) &&
      /^(and|but) as(?: (?:also|further|then))?$/.test(
        view.low.slice(view.low[at - 1] === 'as' ? at - 2 : at - 3, at).join(' '),
      ),
  );
  if (more < 0) return [one];
  const joint = view.low[more - 1] === 'as' ? more - 2 : more - 3;
  const rest = new Set([...one.words].filter((word) => word > more));
  const words = new Set([...one.words].filter((word) => word < joint));
  if (rest.size < 2 || words.size === 0) return [one];
  return [
    { ...one, words },
    ...andAs(
      { ...one, cue: [more], act: actOf(view, more, tables), addressee: -1, words: withoutThat(view, rest) },
      tables,
    ),
  ];
}

const withoutThat = (view: View, words: ReadonlySet<number>): Set<number> => {
  const [first] = words;
  return new Set([...words].filter((word) => !(word === first && view.low[word] === 'that')));
};

function nounBetween(view: View, from: number, to: number): number {
  for (let at = to - 2; at > from; at--)
    if (/^(NOUN|PROPN|PRON)$/.test(view.tokens[at]!.upos) && !isVerb(view, headOf(view.sent, at))) return at;
  return -1;
}

/** All words behind `at` up to the end of the sentence, an opening "that" or mark left out. */
function behindWord(view: View, at: number, least = 2): Set<number> {
  const end = lastWord(view);
  let from = at + 1;
  while (from <= end && view.mark[from]) from++;
  if (view.low[from] === 'that') from++;
  const words = new Set<number>();
  for (let word = from; word <= end; word++) words.add(word);
  return words.size >= least ? words : new Set();
}

function beforeWord(view: View, at: number): Set<number> {
  const words = new Set<number>();
  let end = at - 1;
  while (end >= 0 && view.mark[end]) end--;
  if (end === at - 1) return words;
  for (let word = 0; word <= end; word++) words.add(word);
  return words;
}

/** "…, the Ledger reported, citing two officials": the officials speak, the paper passes it on. */
export function citing(view: View, knowledge: Knowledge, drafts: readonly Draft[]): Draft[] {
  const found: Draft[] = [];
  for (let at = 0; at < view.tokens.length; at++) {
    if (!/^(citing|quoting)$/.test(view.low[at]!) || view.quoted[at]) continue;
    let source = child(view.sent, at, 'obj');
    if (source < 0) source = nextNoun(view, at);
    if (source < 0) continue;
    if (isWriting(view, source)) {
      const owner =
        possessorsOf(view.sent, source)[0] ??
        nominalModifiersOf(view.sent, source).find((phrase) => /^(from|by|of)$/.test(phrase.preposition ?? ''))?.token;
      if (owner !== undefined && speakerKind(view, knowledge, owner) !== 'thing') source = owner;
    }
    if (speakerKind(view, knowledge, source) === 'none') continue;
    // Whose report it is: the statement of the same sentence with the nearest cue.
    const outer = drafts
      .filter((draft) => draft.view === view && draft.words.size > 0 && draft.cue.length > 0 && draft.source !== source)
      .sort((a, b) => Math.abs(a.cue[0]! - at) - Math.abs(b.cue[0]! - at))[0];
    if (outer === undefined) continue;
    // "the embassy, quoting the chancellor, said": a body that quotes still speaks for itself.
    const carries =
      isOutlet(view, knowledge, outer.source) ||
      isPress(view, outer.source) ||
      (outer.act === 'REPORT' && outer.source >= 0 && isUnknownName(view, outer.source));
    if (view.low[at] === 'quoting' && !carries) continue;
    // "quoting from a letter it had obtained"
    if (view.low[at + 1] === 'from' && isWriting(view, source)) continue;
    // Up to the comma behind the one cited: what follows is the report, wherever the parse hung it.
    const comma = view.low.findIndex((low, word) => low === ',' && word > source && view.low[word + 1] === 'that');
    const gone = new Set(subtree(view.sent, at).filter((word) => comma < 0 || word < comma));
    let words = new Set([...outer.words].filter((word) => !gone.has(word)));
    // "reported, citing officials, that …": hung on the officials by the parse.
    const that = view.low.findIndex((low, word) => low === 'that' && word > source && word <= source + 3);
    if (words.size === 0 && that > 0) words = behindWord(view, that);
    if (words.size === 0) continue;
    found.push({
      ...outer,
      cue: [at],
      act: 'SAY',
      source,
      addressee: -1,
      words,
      via: [...outer.via, ...(outer.source >= 0 ? [outer.source] : [])],
      rule: 'statements/citing',
      confidence: Math.min(0.8, outer.confidence),
    });
  }
  return found;
}

/** "the opposition daily La Voz": called a paper by the words in front of its name. */
export const isPress = (view: View, word: number): boolean =>
  view.low
    .slice(Math.max(0, word - 3), word + 2)
    .some((low) => /^(daily|newspaper|paper|weekly|broadcaster|agency|channel|station|magazine|website)$/.test(low));

/** "the Khyber Informer reported": a name that no list has, without a country. */
const isUnknownName = (view: View, word: number): boolean => {
  const mention = mentionAt(view.doc, view.sent.index, word);
  return (
    view.tokens[word]!.upos === 'PROPN' &&
    (mention === null ||
      (mention.kind === 'organization' &&
        mention.country === null &&
        mention.sector === null &&
        (mention.entity?.includes('~') ?? true)))
  );
};

function nextNoun(view: View, at: number): number {
  for (let word = at + 1; word < Math.min(view.tokens.length, at + 8); word++) {
    if (view.mark[word]) return -1;
    if (/^(NOUN|PROPN)$/.test(view.tokens[word]!.upos) && !/^(NOUN|PROPN)$/.test(view.tokens[word + 1]?.upos ?? ''))
      return word;
  }
  return -1;
}

/** "learned from the minister that …", "heard from Lusaka that …". */
export function heardFrom(view: View, knowledge: Knowledge): Draft[] {
  const drafts: Draft[] = [];
  for (let verb = 0; verb < view.tokens.length; verb++) {
    if (!/^(hear|learn|understand|gather)$/.test(lemmaOf(view.sent, verb)) || !isVerb(view, verb)) continue;
    const source = obliquesOf(view.sent, verb, 'from')[0]?.token ?? -1;
    if (source < 0 || !/^(actor|role|body|name)$/.test(speakerKind(view, knowledge, source))) continue;
    const that = view.low.findIndex((low, at) => low === 'that' && at > source && at <= source + 8);
    const words = that < 0 ? new Set<number>() : behindWord(view, that);
    if (words.size === 0) continue;
    const teller = subjectsOf(view.sent, verb)[0]?.token ?? -1;
    drafts.push({
      view,
      cue: [verb],
      act: 'SAY',
      tier: 'usual',
      source,
      addressee: -1,
      words,
      via: teller >= 0 && view.tokens[teller]!.upos !== 'PRON' ? [teller] : [],
      rule: 'statements/heard-from',
      confidence: 0.75,
    });
  }
  return drafts;
}

/** Things one acts in accordance with, and that say nothing: "according to plan". */
const NO_VOICE =
  /^(plan|plans|schedule|law|laws|rule|rules|principle|principles|procedure|procedures|need|needs|tradition|custom|convention|norms?|standard|standards|circumstance|circumstances|seniority|size|age|type|taste|preference|protocol|terms?|interests?|ability|merit|priority|priorities|requirements?|logic|nature|order|conditions?|wishes|category|region|country|income)$/;

/** "According to X, …", "…, according to X", "…, according to X, …". */
export function accordingTo(view: View, spotted: Spotted, knowledge: Knowledge): Draft | null {
  const first = spotted.head;
  const last = spotted.tokens[spotted.tokens.length - 1]!;
  if (view.quoted[first]) return null;
  let source = -1;
  for (const word of [first, last]) {
    const up = headOf(view.sent, word);
    if (
      up > last &&
      /^(NOUN|PROPN|PRON|ADJ|NUM)$/.test(view.tokens[up]!.upos) &&
      relation(view.sent, word) !== 'root'
    ) {
      source = up;
      break;
    }
  }
  if (source < 0) {
    const kid = children(view.sent, first, 'obl', 'nmod', 'obj')[0];
    source = kid !== undefined && kid > last ? kid : nextNoun(view, last);
  }
  if (source < 0 || NO_VOICE.test(view.low[source]!) || NO_VOICE.test(lemmaOf(view.sent, source))) return null;
  const kind = speakerKind(view, knowledge, source);
  if (kind === 'none') return null;
  if (kind === 'thing' && spotted.cue.head !== 'according') return null;
  if (spotted.cue.tier === 'spun' && !/^(actor|role|body|name|writing)$/.test(kind)) return null;
  const short = spotted.cue.head === 'per' || spotted.cue.head === 'as';
  const opens = first === 0 || view.mark[first - 1] === true;
  if (short && !(opens && /^(actor|role|body|name|writing)$/.test(kind))) return null;
  const words = outside(view, first, source);
  if (![...words].some((word) => isTensed(view, word)) && !view.tokens.some((_, word) => isVerb(view, word)))
    return null;
  if (words.size < 3) return null;
  const cited = citedBy(view, knowledge, source);
  if (cited !== null)
    return {
      view,
      cue: [cited.verb],
      act: 'SAY',
      tier: spotted.cue.tier,
      source: cited.source,
      addressee: -1,
      words: new Set([...words].filter((word) => word < cited.verb - 1 || word > cited.last)),
      via: [source],
      rule: 'statements/citing',
      confidence: 0.8,
    };
  return {
    view,
    cue: spotted.tokens,
    act: 'SAY',
    tier: spotted.cue.tier,
    source,
    addressee: -1,
    words,
    via: [],
    rule: `statements/${spotted.cue.tier === 'spun' ? 'spun-' : ''}${spotted.cue.head}`,
    confidence: spotted.cue.tier === 'spun' ? 0.6 : 0.9,
  };
}

/** "according to the daily La Voz, which cited two officials": those whose words the outlet passes on; null for none. */
function citedBy(
  view: View,
  knowledge: Knowledge,
  outlet: number,
): { readonly verb: number; readonly source: number; readonly last: number } | null {
  const verb = view.low.findIndex(
    (low, at) => /^(cited|quoted|cites|quotes)$/.test(low) && at > outlet && at < outlet + 10 && !view.quoted[at],
  );
  if (verb < 0 || !/^(which|that)$/.test(view.low[verb - 1]!)) return null;
  const source = [child(view.sent, verb, 'obj'), nextNoun(view, verb)].find((word) => word > verb) ?? -1;
  if (source < 0 || !/^(actor|role|body|name)$/.test(speakerKind(view, knowledge, source))) return null;
  return { verb, source, last: Math.max(...subtree(view.sent, source)) };
}

/** The "and" or "but" behind a phrase that joins what another one says; -1 for none. */
const nextSpeaker = (view: View, from: number): number =>
  view.low.findIndex((low, at) => {
    if (at <= from || !/^(and|but|while)$/.test(low) || view.quoted[at]) return false;
    const verb = headOf(view.sent, at);
    return (
      verb > at &&
      isTensed(view, verb) &&
      SAYS.test(lemmaOf(view.sent, verb)) &&
      hasRelation(view.sent, verb, 'conj') &&
      child(view.sent, verb, 'nsubj') > at
    );
  });

/** The sentence without the phrase and what hangs on it. */
function outside(view: View, first: number, source: number): Set<number> {
  const gone = attributionWords(view, first, source);
  const words = new Set<number>();
  const end = lastWord(view);
  for (let word = 0; word <= end; word++) if (!gone.has(word)) words.add(word);
  // "The crowd left; eleven were held, according to police": a semicolon parts what is told from what is not.
  const stop = view.low.findLastIndex((low, at) => low === ';' && at < first && !view.quoted[at]);
  if (stop > 0 && [...words].some((word) => word > stop && word < first && isTensed(view, word)))
    for (const word of [...words]) if (word <= stop) words.delete(word);
  // "…, according to police, and the mayor says …": somebody else goes on to speak
  const other = nextSpeaker(view, Math.max(...gone));
  if (other > 0) for (const word of [...words]) if (word >= other) words.delete(word);
  const start = [...words][0];
  if (start !== undefined && hasRelation(view.sent, start, 'cc')) words.delete(start);
  return words;
}
