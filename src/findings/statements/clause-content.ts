/** Content that is a clause: behind "that", below the cue, around it, in front of it. */

import { child, children, hasRelation, head as headOf, markerOf, relation, subtree } from '../../language/tree.ts';
import { mentionAt } from '../../mentions/index.ts';
import { isVenue } from './addressee.ts';
import type { Source } from './source.ts';
import type { Spotted } from './spot.ts';
import { isTensed, isVerb, lastWord, type View } from './view.ts';
import { addTo, remove } from './words.ts';

const OPENERS = /^(that|which|how)$/;

/** "told the committee that …": whatever the parse hung the clause on, "that" right behind cue and addressee opens it. */
export function thatClause(view: View, spotted: Spotted, addressee: number): Set<number> | null {
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
    // "that work on the port, which will cost millions, would begin"
    if (view.low[next] === ',' && /^(which|who|whose|where)$/.test(view.low[next + 1] ?? '')) {
      const close = view.low.indexOf(',', next + 1);
      return (
        close > 0 &&
        close < next + 16 &&
        view.tokens.slice(close + 1, close + 4).some((_, at) => isTensed(view, close + 1 + at))
      );
    }
    if (/^[,;:.]$/.test(view.low[next]!)) return false;
  }
  return false;
}

/** "told the paper in a statement that", "said on Monday that": the last word before "that", or -1. */
function beforeThat(view: View, end: number): number {
  for (let at = end + 1; at < Math.min(view.tokens.length, end + 11); at++) {
    if (view.low[at] === 'that' && opensClause(view, at)) return at - 1;
    // "reported on Monday, citing two officials, that …"
    if (
      view.low[at] === ',' &&
      /^(citing|quoting|according|in|at|speaking|after|which|who|whose|with|of|to|for)$/.test(view.low[at + 1] ?? '')
    ) {
      const close = view.low.findIndex((low, next) => low === ',' && next > at + 1 && next < at + 16);
      return close > 0 && view.low[close + 1] === 'that' ? close : -1;
    }
    if (isTensed(view, at) || view.quoted[at] || /^[;:,]$/.test(view.low[at]!)) return -1;
    if (at === end + 1 && !/^(ADP|ADV|PROPN|NOUN|SCONJ)$/.test(view.tokens[at]!.upos)) return -1;
  }
  return -1;
}

/** "said that …", "told reporters …", "warned: …": clauses below the cue, on either side of it. */
export function clauseBelow(view: View, spotted: Spotted, source: Source, top: number): Set<number> | null {
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
    // "Asked about the port, he said: …": what he was asked is none of his words.
    if (kid < top && clauses.length > 1 && isQuestion(view, kid)) continue;
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
  if (spotted.cue.takes.has('whom')) dropHearer(view, words, Math.max(...spotted.tokens));
  return withoutSource(view, words, spotted, source);
}

/** "Asked whether …", "Pressed on the date": a participle that opens the sentence. */
const isQuestion = (view: View, word: number): boolean =>
  /^(asked|pressed|questioned|quizzed|challenged)$/.test(view.low[word]!) &&
  !view.quoted[word] &&
  (word === 0 || view.mark[word - 1] === true || /^(and|but|when|if)$/.test(view.low[word - 1]!)) &&
  child(view.sent, word, 'nsubj', 'aux') < 0;

/** "told the council his government would …": the first of two phrases in a row hears the rest. */
function dropHearer(view: View, words: Set<number>, last: number): void {
  if (!words.has(last + 1) || !/^(DT|NNP|NNS|PRP)$/.test(view.tokens[last + 1]!.xpos)) return;
  let end = last + 1;
  while (end + 1 < view.tokens.length && end < last + 6 && /^(JJ|NN|NNS|NNP)$/.test(view.tokens[end + 1]!.xpos)) end++;
  if (!/^(NN|NNS|NNP|PRP)$/.test(view.tokens[end]!.xpos) || !/^(DT|PRP|PRP\$)$/.test(view.tokens[end + 1]?.xpos ?? ''))
    return;
  for (let at = last + 1; at <= end; at++) words.delete(at);
}

/** The first word of a clause, its opening marks left out. */
const firstOf = (view: View, top: number): number => {
  let first = subtree(view.sent, top)[0] ?? top;
  while (first < top && view.mark[first]) first++;
  return first;
};

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
  // A subject that the parse hung on the clause behind its verb.
  if (source.via === 'nearest' && words.has(source.head))
    for (const word of [...words]) if (word < spotted.head) words.delete(word);
  for (const word of spotted.tokens) words.delete(word);
  return words;
}

/** "…, he said, …" and "…, as he put it, …": the cue hangs on what it reports. */
export function around(view: View, spotted: Spotted, source: Source): Set<number> | null {
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
  if (view.low[opening] === ';' || view.low[opening + 1] === ';') return null;
  if (
    !spotted.cue.takes.has('whom') &&
    children(sent, head, 'obj', 'xcomp').some(
      (kid) => kid > head && kid !== source.head && !spotted.tokens.includes(kid),
    )
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
export function relativeAround(view: View, spotted: Spotted, source: Source): Set<number> | null {
  const sent = view.sent;
  if (!hasRelation(sent, spotted.head, 'acl:relcl') || source.via === 'relative') return null;
  // "where the premier called it a relief": what it is called is no clause.
  if (spotted.cue.takes.has('as') && !spotted.cue.takes.has('clause')) return null;
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
export function fronted(view: View, spotted: Spotted, source: Source): Set<number> | null {
  const { head } = spotted;
  // "…," she said, and called on Europe: what stands in front is the first verb's.
  if (source.via === 'shared') return null;
  // "…, while Rome hopes the ties will last": a clause of its own that attributes nothing in front of it.
  if (!/^(?:as)?$/.test(markerOf(view.sent, head) ?? '')) return null;
  // "the “coup” by the king dismissing his government": a participle attributes nothing in front of it either.
  if (view.tokens[head]!.xpos === 'VBG') return null;
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

/** No clause in the tree: everything behind the cue and its addressee, up to the end of the sentence. */
export function behind(view: View, spotted: Spotted, source: Source, addressee: number): Set<number> | null {
  let from = Math.max(...spotted.tokens) + 1;
  if (source.via === 'inverted') return null;
  const object = child(view.sent, spotted.head, 'obj');
  if (object >= 0 && object !== addressee && view.low[from] !== 'that' && !beginsClause(view, spotted, object))
    return null;
  if (addressee >= from)
    from = Math.max(...subtree(view.sent, addressee).filter((word) => word < from + 12), from - 1) + 1;
  const end = lastWord(view);
  if (from > end || (source.via === 'noun' && view.low[from] !== 'that')) return null;
  from = pastPhrase(view, spotted.head, from, end);
  // "One has confessed, prosecutors said": behind a comma somebody else speaks.
  const spoken = view.quoted[from + 1] || view.quoted[from + 2] || /^(i|we|you)$/.test(view.low[from + 1] ?? '');
  if (view.low[from] === ',' && addressee < from && !spoken) return null;
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

/** "saying the vessel had “changed course”": a cue that takes no object, and a verb right behind the phrase that the parse made one. */
function beginsClause(view: View, { cue, head }: Spotted, object: number): boolean {
  if (cue.takes.has('thing') || cue.takes.has('whom') || object < head || view.quoted[head]) return false;
  const next = Math.max(...subtree(view.sent, object, ['acl', 'amod', 'advcl', 'parataxis', 'punct'])) + 1;
  return isTensed(view, next) || (view.tokens[next]?.upos === 'ADV' && isTensed(view, next + 1));
}

/** "UN chief says aid convoy reached town": in a headline all that follows the verb was said, however it was parsed. */
export function headlineBehind(view: View, spotted: Spotted, source: Source): Set<number> | null {
  const last = Math.max(...spotted.tokens);
  const end = view.tokens.length - 1;
  if (view.tokens[spotted.head]!.xpos !== 'VBZ' || end > 18 || view.mark[end] || source.via === 'inverted') return null;
  if (source.head < 0 || source.head > spotted.head || end - last < 3 || spotted.cue.tier !== 'sure') return null;
  return restOf(view, last + 1);
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
