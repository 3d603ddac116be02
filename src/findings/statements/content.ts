/** What was said: the words of a sentence that a cue reports, found through the tree and, where it fails, the surface. */

import {
  child,
  children,
  conjuncts,
  hasRelation,
  head as headOf,
  lemmaOf,
  markerOf,
  objectsOf,
  obliquesOf,
  prepositionOf,
  relation,
  subtree,
} from '../../language/tree.ts';
import { isActor, mentionAt } from '../../mentions/index.ts';
import type { Takes } from './cue-table.ts';
import { passiveAt, type Source } from './source.ts';
import type { Spotted } from './spot.ts';
import { isTensed, isVerb, lastWord, type View } from './view.ts';

export interface Content {
  /** Token indexes; edges are trimmed later. */
  readonly words: Set<number>;
  /** Head of the one spoken to, or -1. */
  readonly addressee: number;
  readonly how: 'clause' | 'around' | 'fronted' | 'relative' | 'infinitive' | 'thing' | 'oblique' | 'behind' | 'quote';
}

const PREPOSITIONS = new Set([
  'of',
  'for',
  'over',
  'about',
  'on',
  'at',
  'against',
  'to',
  'with',
  'regarding',
  'as',
  'towards',
  'toward',
  'in',
  'concerning',
  'upon',
  'that',
  'by',
  'from',
]);
const OPENERS = /^(that|which|how)$/;

/** The content of a cue, or null when the sentence holds none. */
export function contentOf(view: View, spotted: Spotted, source: Source): Content | null {
  const { cue, head } = spotted;
  const takes = cue.takes;
  const base = spotted.noun >= 0 ? spotted.noun : head;
  const addressee = addresseeOf(view, spotted, source);
  const done = (words: Set<number> | null, how: Content['how'], whom = addressee): Content | null => {
    if (words === null) return null;
    afterBreak(view, words, head);
    for (const word of spotted.tokens) if (!(how === 'thing' && word === spotted.noun)) words.delete(word);
    return words.size === 0 ? null : { words, addressee: whom, how };
  };
  if (spotted.noun >= 0) {
    return (
      done(clauseBelow(view, spotted, source, base), 'clause') ??
      done(clauseBelow(view, spotted, source, head), 'clause') ??
      done(oblique(view, spotted, base, addressee), 'oblique') ??
      done(ownedNoun(view, spotted), 'thing')
    );
  }
  if (takes.has('clause') || takes.has('quote')) {
    // "adding that …" has its words behind it.
    const ahead = view.low[Math.max(...spotted.tokens) + 1] === 'that';
    const clause =
      (ahead ? null : done(around(view, spotted, source), 'around')) ??
      done(relativeAround(view, spotted, source), 'relative') ??
      done(thatClause(view, spotted, addressee), 'clause') ??
      done(clauseBelow(view, spotted, source, head), 'clause') ??
      (ahead ? null : done(fronted(view, spotted, source), 'fronted'));
    if (clause !== null) return clause;
  }
  if (takes.has('do') || takes.has('whom')) {
    const words = infinitive(view, head, takes.has('do') ? null : addressee);
    if (words !== null) return done(words, 'infinitive');
  }
  if (takes.has('whom') && addressee >= 0) {
    const words = oblique(view, spotted, -1, addressee);
    if (words !== null) return done(words, 'oblique');
  }
  if (takes.has('for') && !takes.has('whom')) {
    const words = behindFor(view, head);
    if (words !== null) return done(words, 'oblique');
  }
  if (takes.has('thing') || takes.has('as')) {
    const words = smallClause(view, spotted, source);
    if (words !== null) return done(words, 'thing');
  }
  if (takes.has('thing')) {
    const words = thing(view, spotted, source, addressee);
    if (words !== null) return done(words, 'thing');
  }
  if (takes.has('of') || takes.has('for') || takes.has('on') || takes.has('to') || takes.has('as')) {
    const words = oblique(view, spotted, -1, addressee);
    if (words !== null) return done(words, 'oblique');
  }
  if (takes.has('clause')) {
    const words = gerund(view, head);
    if (words !== null) return done(words, 'clause');
  }
  if (takes.has('clause')) return done(behind(view, spotted, source, addressee), 'behind');
  return null;
}

/** A semicolon outside quotes ends what a cue in front of it reports. */
function afterBreak(view: View, words: Set<number>, cue: number): void {
  const stop = view.low.findIndex((low, at) => low === ';' && at > cue && !view.quoted[at]);
  if (stop >= 0) for (const word of [...words]) if (word > stop) words.delete(word);
}

const remove = (words: Set<number>, gone: Iterable<number>): Set<number> => {
  for (const word of gone) words.delete(word);
  return words;
};

/** "told the committee that …": whatever the parse hung the clause on, "that" right behind cue and addressee opens it. */
function thatClause(view: View, spotted: Spotted, addressee: number): Set<number> | null {
  const last = Math.max(...spotted.tokens);
  let end = last;
  if (addressee > last) {
    const phrase = subtree(view.sent, addressee, ['acl', 'advcl', 'parataxis', 'ccomp']);
    end = Math.max(last, ...phrase.filter((word) => word <= addressee + 6));
  }
  end = Math.max(end, beforeThat(view, end));
  if (view.low[end + 1] !== 'that' || !opensClause(view, end + 1)) return null;
  if (view.tokens[end + 1]!.upos === 'DET') return restOf(view, end + 2);
  const top = headOf(view.sent, end + 1);
  if (
    top <= end ||
    !isClause(view, top) ||
    (hasRelation(view.sent, end + 1, 'nsubj', 'obj') &&
      children(view.sent, top, 'nsubj').every((kid) => kid === end + 1))
  )
    return null;
  const words = new Set(subtree(view.sent, top));
  // A clause that the parse cut in two: both parts hang on the cue.
  for (const kid of children(view.sent, spotted.head, 'ccomp')) if (kid > top) addTo(words, subtree(view.sent, kid));
  for (const word of [...words]) if (word <= end + 1) words.delete(word);
  // What stands between "that" and the clause's last word belongs to it, wherever it was hung.
  for (let word = end + 2; word < Math.max(...words); word++) words.add(word);
  return words;
}

function restOf(view: View, from: number): Set<number> {
  const words = new Set<number>();
  for (let at = from; at <= lastWord(view); at++) words.add(at);
  return words;
}

/** "that" in front of a clause; also when the tagger took it for a determiner and a verb with a tense follows soon. */
function opensClause(view: View, at: number): boolean {
  if (view.tokens[at]!.upos !== 'DET') return true;
  for (let next = at + 1; next < Math.min(view.tokens.length, at + 11); next++) {
    if (isTensed(view, next)) return true;
    if (/^[,;:.]$/.test(view.low[next]!)) return false;
  }
  return false;
}

/** "told the paper in a statement that", "said on Monday that": the last word before "that", or -1. */
function beforeThat(view: View, end: number): number {
  for (let at = end + 1; at < Math.min(view.tokens.length, end + 11); at++) {
    if (view.low[at] === 'that' && opensClause(view, at)) return at - 1;
    if (isTensed(view, at) || view.quoted[at] || /^[;:,]$/.test(view.low[at]!)) return -1;
    if (at === end + 1 && !/^(ADP|ADV|PROPN|NOUN)$/.test(view.tokens[at]!.upos)) return -1;
  }
  return -1;
}

/** "said that …", "told reporters …", "warned: …": clauses below the cue, on either side of it. */
function clauseBelow(view: View, spotted: Spotted, source: Source, top: number): Set<number> | null {
  const sent = view.sent;
  const words = new Set<number>();
  const clauses = children(sent, top, 'ccomp');
  // A bare clause after a colon or quote hangs on the cue loosely.
  for (const kid of children(sent, top, 'parataxis', 'dep', 'appos', 'xcomp')) {
    if (relation(sent, kid) === 'xcomp') {
      if (!isTensed(view, kid) && child(sent, kid, 'cop') < 0 && child(sent, kid, 'nsubj') < 0) continue;
    } else if (!(view.mark[firstOf(view, kid) - 1] && (view.quoted[kid] || view.low[firstOf(view, kid) - 1] === ':')))
      continue;
    addTo(words, subtree(sent, kid));
  }
  if (spotted.noun >= 0)
    for (const kid of children(sent, top, 'acl'))
      if (/^(that|to)$/.test(markerOf(sent, kid) ?? '')) addTo(words, subtree(sent, kid));
  for (const kid of clauses) {
    if (kid === source.head) continue;
    // An infinitive is the content only of cues that take one.
    const infinitive = children(sent, kid, 'mark').some((mark) => view.low[mark] === 'to');
    if (infinitive && !spotted.cue.takes.has('do') && !spotted.cue.takes.has('whom')) continue;
    addTo(words, subtree(sent, kid));
  }
  if (words.size === 0) return null;
  // A subject that the parse made an object: "said the premier … regarded the matter as closed".
  if (!spotted.cue.takes.has('whom') && spotted.noun < 0)
    for (const object of children(sent, top, 'obj'))
      if (object > top && object !== source.head && object < Math.min(...words)) addTo(words, subtree(sent, object));
  // "and that …": a second clause hung on the cue itself.
  for (const kid of children(sent, top, 'conj')) if (markerOf(sent, kid) === 'that') addTo(words, subtree(sent, kid));
  dropOpener(view, words);
  return withoutSource(view, words, spotted, source);
}

const addTo = (words: Set<number>, more: Iterable<number>): void => {
  for (const word of more) words.add(word);
};

const firstOf = (view: View, top: number): number => subtree(view.sent, top)[0] ?? top;

function dropOpener(view: View, words: Set<number>): void {
  const sorted = [...words].sort((a, b) => a - b);
  for (const word of sorted) {
    if (view.mark[word]) {
      words.delete(word);
      continue;
    }
    if (
      OPENERS.test(view.low[word]!) &&
      /^(SCONJ|PRON|ADV|DET)$/.test(view.tokens[word]!.upos) &&
      hasRelation(view.sent, word, 'mark', 'advmod', 'dep', 'obj')
    ) {
      if (view.low[word] !== 'which') words.delete(word);
    } else if (view.low[word] === 'and' && OPENERS.test(view.low[word + 1] ?? '')) {
      words.delete(word);
      continue;
    }
    return;
  }
}

/** Takes the source out, unless the content only mentions it again inside. */
function withoutSource(view: View, words: Set<number>, spotted: Spotted, source: Source): Set<number> {
  if (source.head >= 0 && words.has(source.head) && (source.via === 'inverted' || source.via === 'agent'))
    remove(words, subtree(view.sent, source.head));
  for (const word of spotted.tokens) words.delete(word);
  return words;
}

/** "…, he said, …" and "…, as he put it, …": the cue hangs on what it reports. */
function around(view: View, spotted: Spotted, source: Source): Set<number> | null {
  const sent = view.sent;
  const { head } = spotted;
  const up = headOf(sent, head);
  if (up < 0) return null;
  const loose = hasRelation(sent, head, 'parataxis', 'discourse');
  const as = hasRelation(sent, head, 'advcl') && /^as$/.test(asMark(view, head) ?? '');
  if (!loose && !as) return null;
  const own = new Set(subtree(sent, head));
  // "…: he said X" is no intercalation: with a clause of its own, the cue reports that.
  if (children(sent, head, 'ccomp').some((kid) => kid > head)) return null;
  // Between clauses of their own stands more than a comma, and a cue with an object has its words there.
  const opening = Math.min(...own) - 1;
  if (opening >= 0 && view.low[opening] === ';') return null;
  if (
    !spotted.cue.takes.has('whom') &&
    children(sent, head, 'obj', 'xcomp').some((kid) => kid > head && kid !== source.head)
  )
    return null;
  if (children(sent, head, 'advcl').some((kid) => children(sent, kid, 'mark').some((mark) => view.low[mark] === 'by')))
    return null;
  // A clause of the cue's own behind it, whatever its label: nothing was cut in two.
  if (
    [...own].some(
      (word) =>
        word > head + 1 && isTensed(view, word) && !hasRelation(sent, word, 'acl:relcl') && !view.mark[head + 1],
    )
  )
    return null;
  const words = remove(new Set(subtree(sent, up)), own);
  // "…," he said before the game: without a comma, what follows the attribution belongs to it.
  const close = Math.max(...own);
  const rest = [...words].filter((word) => word > close).sort((a, b) => a - b);
  if (rest.length > 0 && !view.mark[rest[0]!] && !view.mark[rest[0]! - 1] && !view.quoted[rest[0]!])
    remove(words, rest);
  if (!isClause(view, up) && words.size < 3) return null;
  const other = [...words].filter(
    (word) => hasRelation(sent, word, 'parataxis') && headOf(sent, word) === up && isVerb(view, word),
  );
  for (const word of other) if (word !== head && word > head) remove(words, subtree(sent, word));
  return words;
}

const asMark = (view: View, verb: number): string | null => {
  const marker = markerOf(view.sent, verb);
  if (marker !== null) return marker;
  const adverb = children(view.sent, verb, 'advmod')[0];
  return adverb === undefined ? null : view.low[adverb]!;
};

const isClause = (view: View, word: number): boolean =>
  isVerb(view, word) || child(view.sent, word, 'cop', 'nsubj') >= 0;

/** "the plan, which he said was dead": the relative clause is the content. */
function relativeAround(view: View, spotted: Spotted, source: Source): Set<number> | null {
  const sent = view.sent;
  if (!hasRelation(sent, spotted.head, 'acl:relcl') || source.via === 'relative') return null;
  const clause = children(sent, spotted.head, 'ccomp', 'xcomp').find((kid) => kid > spotted.head);
  if (clause === undefined) return null;
  const words = new Set(subtree(sent, clause));
  const opener = children(sent, spotted.head, 'nsubj', 'obj', 'obl').find(
    (kid) => /^(which|who|that)$/.test(view.low[kid]!) && child(sent, kid, 'case') < 0,
  );
  if (opener !== undefined) words.add(opener);
  return words;
}

/** "Talks will go on, the minister said.": the clause before the attribution that ends the sentence. */
function fronted(view: View, spotted: Spotted, source: Source): Set<number> | null {
  const { head } = spotted;
  const from = source.head >= 0 && source.head < head ? firstOfSource(view, source.head) : head;
  let comma = from - 1;
  while (comma >= 0 && !view.mark[comma] && comma > from - 3) comma--;
  if (comma < 1 || !view.mark[comma] || view.low[comma] === ':' || view.low[comma] === ';') return null;
  if (/^[.—–-]+$/.test(view.low[comma]!) && view.low[comma] !== '.') return null;
  const words = new Set<number>();
  let finite = false;
  for (let at = 0; at < comma; at++) {
    words.add(at);
    if (isTensed(view, at) || (view.quoted[at] && !view.mark[at])) finite = true;
  }
  if (!finite || ![...words].some((word) => view.quoted[word])) return null;
  const first = view.tokens.findIndex((_, at) => !view.mark[at]);
  // "After the talks ended, he said …" has its content behind.
  if (/^(SCONJ|ADP)$/.test(view.tokens[first]?.upos ?? '') && hasRelation(view.sent, first, 'mark', 'case')) {
    const governor = headOf(view.sent, first);
    if (hasRelation(view.sent, governor, 'advcl', 'obl') && headOf(view.sent, governor) === head) return null;
  }
  return words;
}

const firstOfSource = (view: View, head: number): number => {
  const phrase = subtree(view.sent, head);
  let first = head;
  const all = new Set(phrase);
  while (first > 0 && all.has(first - 1)) first--;
  return first;
};

/** "reported hearing three blasts", "denied helping the rebels". */
function gerund(view: View, verb: number): Set<number> | null {
  const kid = children(view.sent, verb, 'xcomp', 'ccomp', 'advcl', 'obj').find(
    (word) =>
      word > verb &&
      word <= verb + 3 &&
      (view.tokens[word]!.xpos === 'VBG' || /^(having|being)$/.test(view.low[verb + 1] ?? '')) &&
      !view.mark[word - 1] &&
      children(view.sent, word, 'mark', 'case').length === 0,
  );
  return kid === undefined ? null : new Set(subtree(view.sent, kid));
}

/** "pledged to help", "urged Chad to act": an infinitive of the cue or of the one addressed. */
function infinitive(view: View, verb: number, addressee: number | null): Set<number> | null {
  const sent = view.sent;
  const hosts = addressee !== null && addressee >= 0 ? [verb, addressee] : [verb];
  for (const host of hosts) {
    for (const kid of children(sent, host, 'xcomp', 'advcl', 'acl', 'ccomp')) {
      if (kid <= verb || hasRelation(sent, kid, 'acl:relcl')) continue;
      const to = children(sent, kid, 'mark').find((mark) => view.low[mark] === 'to');
      if (to === undefined) continue;
      if (addressee === null && hasRelation(sent, kid, 'advcl') && child(sent, verb, 'obj') >= 0) continue;
      const words = new Set(subtree(sent, kid));
      for (const more of children(sent, verb, 'conj'))
        if (markerOf(sent, more) === 'to' || children(sent, more, 'mark').some((mark) => view.low[mark] === 'to'))
          addTo(words, subtree(sent, more));
      if (addressee !== null && addressee >= 0 && words.has(addressee)) remove(words, [addressee]);
      return words;
    }
  }
  return addressee === null ? null : infinitiveBehind(view, verb, addressee);
}

/** "urged each side to lay down arms" where the tree lost the infinitive: from "to" to the end of the clause. */
function infinitiveBehind(view: View, verb: number, addressee: number): Set<number> | null {
  const from = Math.max(
    verb,
    addressee,
    ...(addressee >= 0 ? subtree(view.sent, addressee, ['acl', 'advcl', 'nmod']) : []),
  );
  if (addressee < 0 || view.low[from + 1] !== 'to' || !/^VB$/.test(view.tokens[from + 2]?.xpos ?? '')) return null;
  const words = new Set<number>();
  for (let at = from + 1; at <= lastWord(view); at++) {
    if (/^[;:]$/.test(view.low[at]!) || (view.low[at] === ',' && isTensedSoon(view, at))) break;
    words.add(at);
  }
  return words;
}

const isTensedSoon = (view: View, at: number): boolean => {
  for (let next = at + 1; next < Math.min(view.tokens.length, at + 8); next++) if (isTensed(view, next)) return true;
  return false;
};

/** "commended Jordan for sheltering refugees": what it was for. */
function behindFor(view: View, verb: number): Set<number> | null {
  const sent = view.sent;
  const object = child(sent, verb, 'obj');
  const named = object >= 0 && isParty(view, object) ? children(sent, object, 'nmod', 'acl', 'advcl') : [];
  for (const kid of [...children(sent, verb, 'obl', 'advcl'), ...named]) {
    const lead = children(sent, kid, 'case', 'mark').filter((word) => word < kid);
    if (kid < verb || view.low[lead[0] ?? -1] !== 'for' || (object >= 0 && kid < object)) continue;
    if (mentionAt(view.doc, sent.index, kid)?.kind === 'time') continue;
    return remove(new Set(subtree(sent, kid)), lead);
  }
  return null;
}

/** "declared the drought over", "called them ugly", "terming it a bridge": an object and what it is said to be. */
function smallClause(view: View, spotted: Spotted, source: Source): Set<number> | null {
  const sent = view.sent;
  const { head } = spotted;
  if (passiveAt(view, head)) return null;
  // "what he called a gift", "which the ministry termed an insult": the name given is all there is.
  const relative = children(sent, head, 'obj', 'obl', 'nsubj', 'mark').some(
    (kid) => kid < head && /^(what|which|whom)$/.test(view.low[kid]!),
  );
  if (relative && spotted.cue.takes.has('as')) {
    const given = children(sent, head, 'obj', 'xcomp', 'obl', 'ccomp').find((kid) => kid > head && kid !== source.head);
    if (given !== undefined) return new Set(subtree(sent, given));
  }
  const object = children(sent, head, 'obj').find((kid) => kid > head && kid !== source.head);
  if (object === undefined) return null;
  const apposed = children(sent, object, 'appos', 'amod').find(
    (kid) => view.quoted[kid] || (kid > object && hasRelation(sent, kid, 'amod')),
  );
  if (apposed !== undefined && spotted.cue.takes.has('as')) return new Set(subtree(sent, object));
  const complement = children(sent, head, 'xcomp', 'obl', 'ccomp', 'obj').find(
    (kid) =>
      kid > object &&
      (hasRelation(sent, kid, 'obj') ||
        prepositionOf(sent, kid) === 'as' ||
        (hasRelation(sent, kid, 'xcomp') && !isVerb(view, kid) && children(sent, kid, 'mark').length === 0)),
  );
  if (complement === undefined) return null;
  return new Set([...subtree(sent, object), ...subtree(sent, complement)]);
}

/** "expressed his gratitude": the noun itself, when nothing says more about it. */
function ownedNoun(view: View, spotted: Spotted): Set<number> | null {
  const owned = children(view.sent, spotted.noun, 'nmod:poss').length > 0;
  const bare = /^(ENDORSE|CONDOLE)$/.test(spotted.cue.act) && obliquesOf(view.sent, spotted.head, 'to').length === 0;
  return owned || bare ? new Set(subtree(view.sent, spotted.noun)) : null;
}

/** "condemned the raid": the object with all that says more about it. */
function thing(view: View, spotted: Spotted, source: Source, addressee: number): Set<number> | null {
  const sent = view.sent;
  const { head } = spotted;
  const passive = passiveAt(view, head);
  const heads = passive ? [...children(sent, head, 'nsubj:pass')] : objectsOf(sent, head).map((object) => object.token);
  const fixed = spotted.tokens.length > 1 ? spotted.tokens[spotted.tokens.length - 1]! : -1;
  if (heads.length === 0 && fixed >= 0) {
    // "ruled out", "called for", "spoke highly of": what follows the last word of the cue.
    const after = obliquesOf(sent, head).find((phrase) => phrase.token > fixed && phrase.token - fixed < 12);
    const object = after?.token ?? children(sent, head, 'obj', 'advcl', 'xcomp', 'ccomp').find((kid) => kid > fixed);
    if (object !== undefined) heads.push(object);
  }
  const objects = heads.filter((word) => word !== source.head && word !== addressee && (passive || word > head));
  if (objects.length === 0) return null;
  const words = new Set<number>();
  for (const object of objects) addTo(words, subtree(sent, object));
  if (!passive) addTo(words, trailing(view, head, Math.max(...words)));
  for (const word of spotted.tokens) {
    // The cue's own words and what leads into the object ("for" in "called for talks").
    words.delete(word);
  }
  const only = [...words].filter((word) => !view.mark[word]);
  if (only.length === 1 && /^(him|her|them|us|me|you|nothing|so|much|little|this|that)$/.test(view.low[only[0]!]!))
    return null;
  // Turning somebody away is a deed; only what was put forward can be rejected in words.
  if (/^(REJECT|DENY)$/.test(spotted.cue.act) && objects.every((object) => isParty(view, object))) return null;
  return words;
}

const NOT_OF_THE_THING = /^(during|after|before|since|by|amid|while|via|through|if|when|because|until|out of|out)$/;

const isParty = (view: View, word: number): boolean => {
  const mention = mentionAt(view.doc, view.sent.index, word);
  return view.tokens[word]!.upos === 'PROPN' && (mention === null || (mention.head === word && isActor(mention)));
};

/** Phrases hung on the verb that follow the object without a break and tell no time. */
function trailing(view: View, verb: number, last: number): Set<number> {
  const words = new Set<number>();
  let end = last;
  for (const kid of children(view.sent, verb, 'obl', 'advcl')) {
    const own = subtree(view.sent, kid);
    if (own[0] !== end + 1) continue;
    if (hasRelation(view.sent, kid, 'obl:unmarked') && /^(a|an|per|each|every)$/.test(view.low[own[0]!]!)) {
      addTo(words, own);
      end = own[own.length - 1]!;
      continue;
    }
    const preposition = prepositionOf(view.sent, kid) ?? markerOf(view.sent, kid);
    if (preposition === null || NOT_OF_THE_THING.test(preposition)) continue;
    if (/^(at|on|in|with|for)$/.test(preposition) && isVenue(view, kid)) continue;
    if (mentionAt(view.doc, view.sent.index, kid)?.kind === 'time') continue;
    addTo(words, own);
    end = own[own.length - 1]!;
  }
  return words;
}

/** "accused Chad of arming rebels", "thanked Oman for its help": behind the preposition. */
function oblique(view: View, spotted: Spotted, noun: number, addressee: number): Set<number> | null {
  const verb = spotted.head;
  const { takes } = spotted.cue;
  const sent = view.sent;
  // "accused the navy of a heavy hand": the phrase may hang on the one accused.
  const hosts = noun >= 0 ? [noun, verb] : addressee >= 0 ? [verb, addressee] : [verb];
  let best: { top: number; lead: number[] } | null = null;
  for (const host of hosts) {
    for (const kid of children(sent, host, 'obl', 'nmod', 'advcl', 'acl')) {
      if (kid < verb || kid === addressee || hasRelation(sent, kid, 'acl:relcl', 'nmod:poss')) continue;
      const lead = children(sent, kid, 'case', 'mark').filter((word) => word < kid);
      const word = view.low[lead[0] ?? -1] ?? '';
      if (!PREPOSITIONS.has(word)) continue;
      if (!takes.has('of') && !takes.has(word as Takes)) continue;
      if (
        word === 'to' &&
        !isVerb(view, kid) &&
        (humanlike(view, kid) || /^(PROPN|PRON)$/.test(view.tokens[kid]!.upos))
      )
        continue;
      if (word === 'by') continue;
      if (host === addressee && word !== 'for' && !(word === 'of' && spotted.cue.act === 'ACCUSE')) continue;
      if (
        word === 'to' &&
        noun >= 0 &&
        !isVerb(view, kid) &&
        /^(CONCEDE|WELCOME|CONDOLE|CONDEMN)$/.test(spotted.cue.act)
      )
        continue;
      if (mentionAt(view.doc, sent.index, kid)?.kind === 'time') continue;
      if (/^(in|at|on|by|from|with)$/.test(word) && isAdjunct(view, kid, word)) continue;
      if (best === null || kid < best.top) best = { top: kid, lead: lead.slice() };
    }
    if (best !== null) break;
  }
  if (best === null) return null;
  const words = new Set(subtree(sent, best.top));
  addTo(words, trailing(view, verb, Math.max(...words)));
  const infinitival = best.lead.some((word) => view.low[word] === 'to') && isVerb(view, best.top);
  if (!infinitival) remove(words, best.lead);
  for (const word of conjuncts(sent, verb)) if (word > verb) remove(words, subtree(sent, word));
  return words;
}

/** Where and when it was said rather than what. */
const isVenue = (view: View, word: number): boolean =>
  /^(statement|interview|speech|conference|meeting|summit|briefing|letter|tweet|post|remarks|call|telephone|phone|talks|rally|address|visit|twitter|facebook|television|radio|session|forum|press|communique)$/.test(
    lemmaOf(view.sent, word),
  );

const isAdjunct = (view: View, word: number, preposition: string): boolean => {
  if (isVenue(view, word)) return true;
  const mention = mentionAt(view.doc, view.sent.index, word);
  if (preposition === 'in' || preposition === 'at')
    return mention !== null && (mention.kind === 'place' || mention.kind === 'time' || mention.kind === 'state');
  return (
    preposition === 'by' || preposition === 'from' || (preposition === 'with' && mention !== null && isActor(mention))
  );
};

/** Whom the words were for: "told reporters", "urged Oman", "called on Laos", "protested to Seoul". */
function addresseeOf(view: View, spotted: Spotted, source: Source): number {
  const sent = view.sent;
  const { cue, head } = spotted;
  const passive = passiveAt(view, head);
  if (cue.takes.has('whom')) {
    if (passive) return child(sent, head, 'nsubj:pass');
    if (cue.rest.length > 0) {
      const last = spotted.tokens[spotted.tokens.length - 1]!;
      const after = obliquesOf(sent, head).find((phrase) => phrase.token > last);
      if (after !== undefined) return after.token;
    }
    const object = [...children(sent, head, 'iobj'), ...children(sent, head, 'obj')].find(
      (kid) => kid !== source.head && kid > head,
    );
    if (object !== undefined && !(cue.takes.has('thing') && !humanlike(view, object))) return object;
    // "urged Chad to act" read with Chad as the subject of a clause.
    if (object === undefined) {
      for (const clause of children(sent, head, 'ccomp', 'xcomp')) {
        const subject = child(sent, clause, 'nsubj');
        if (subject > head && children(sent, clause, 'mark').some((mark) => view.low[mark] === 'to')) return subject;
      }
    }
    if (object !== undefined) return -1;
  }
  const indirect = child(sent, head, 'iobj');
  if (indirect >= 0) return indirect;
  const to = obliquesOf(sent, head, 'to').find((phrase) => phrase.token > head && humanlike(view, phrase.token));
  if (to !== undefined && !cue.takes.has('to')) return to.token;
  const object = child(sent, head, 'obj');
  if (
    object >= 0 &&
    object !== source.head &&
    cue.takes.has('whom') &&
    humanlike(view, object) &&
    children(sent, head, 'ccomp').length > 0
  )
    return object;
  return -1;
}

const humanlike = (view: View, word: number): boolean => {
  const mention = mentionAt(view.doc, view.sent.index, word);
  return (
    (mention !== null && isActor(mention)) ||
    /^(reporters?|journalists?|officials?|ministers?|lawmakers?|parliament|members|leaders|them|him|her|us|media|press)$/.test(
      view.low[word] ?? '',
    )
  );
};

/** No clause in the tree: everything behind the cue and its addressee, up to the end of the sentence. */
function behind(view: View, spotted: Spotted, source: Source, addressee: number): Set<number> | null {
  let from = Math.max(...spotted.tokens) + 1;
  if (source.via === 'inverted') return null;
  const object = child(view.sent, spotted.head, 'obj');
  if (object >= 0 && object !== addressee && view.low[from] !== 'that') return null;
  if (addressee >= from)
    from = Math.max(...subtree(view.sent, addressee).filter((word) => word < from + 12), from - 1) + 1;
  const end = lastWord(view);
  if (from > end || (source.via === 'noun' && view.low[from] !== 'that')) return null;
  from = pastPhrase(view, spotted.head, from, end);
  if (view.low[from] === 'that') from++;
  else if (!view.quoted[from] && !view.mark[from] && !startsClause(view, from, end)) return null;
  if (end - from < 2) return null;
  let finite = false;
  const words = new Set<number>();
  for (let at = from; at <= end; at++) {
    words.add(at);
    if (isTensed(view, at)) finite = true;
  }
  return finite ? words : null;
}

/** Past "in the release", "on Monday": where a clause can begin behind a phrase of place or time. */
function pastPhrase(view: View, verb: number, from: number, end: number): number {
  let at = from;
  for (let steps = 0; steps < 2 && at < end && view.tokens[at]!.upos === 'ADP'; steps++) {
    const noun = headOf(view.sent, at);
    if (noun <= at || noun > at + 6 || headOf(view.sent, noun) !== verb) break;
    if (
      !isVenue(view, noun) &&
      mentionAt(view.doc, view.sent.index, noun)?.kind !== 'time' &&
      !/^(release|report|paper|post|ruling|filing)$/.test(view.low[noun]!)
    )
      break;
    at = noun + 1;
  }
  return at;
}

const startsClause = (view: View, from: number, end: number): boolean => {
  if (!/^(PRON|DET|PROPN|NOUN|ADJ|NUM)$/.test(view.tokens[from]!.upos)) return false;
  for (let at = from + 1; at <= Math.min(end, from + 10); at++) if (isTensed(view, at)) return true;
  return false;
};
