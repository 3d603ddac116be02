/** What was said: the words of a sentence that a cue reports, found through the tree and, where it fails, the surface. */

import { child, hasRelation, subtree } from '../../language/tree.ts';
import { mentionAt } from '../../mentions/index.ts';
import { addresseeOf } from './addressee.ts';
import { around, behind, clauseBelow, fronted, headlineBehind, relativeAround, thatClause } from './clause-content.ts';
import { behindFor, describedAs, oblique, overWhat, ownedNoun, smallClause, thing } from './object-content.ts';
import { antecedentOf, relativeThing } from './relative-content.ts';
import type { Source } from './source.ts';
import type { Spotted } from './spot.ts';
import { clauseFrom, gerund, indirectQuestion, infinitive } from './verb-content.ts';
import { isTensed, type View } from './view.ts';

export interface Content {
  /** Token indexes; edges are trimmed later. */
  readonly words: Set<number>;
  /** Head of the one spoken to, or -1. */
  readonly addressee: number;
  readonly how: 'clause' | 'around' | 'fronted' | 'relative' | 'infinitive' | 'thing' | 'oblique' | 'behind' | 'quote';
}

/** The content of a cue, or null when the sentence holds none. */
export function contentOf(view: View, spotted: Spotted, source: Source): Content | null {
  const { cue, head } = spotted;
  const takes = cue.takes;
  const base = spotted.noun >= 0 ? spotted.noun : head;
  let addressee = addresseeOf(view, spotted, source);
  // "two envoys whom Oslo accused of spying"
  if (addressee < 0 && takes.has('whom')) addressee = antecedentOf(view, spotted, source);
  const done = (words: Set<number> | null, how: Content['how'], whom = addressee): Content | null => {
    if (words === null) return null;
    afterBreak(view, words, head);
    if (how === 'thing') withoutGaps(view, words, head);
    // "Peru will not pay, its minister has made plain": the source between content and cue, hung on the content.
    if ((how === 'around' || how === 'fronted') && source.head >= 0 && source.head < head && words.has(source.head))
      for (const step of [-1, 1])
        for (let at = source.head; at >= 0 && at < head && !view.mark[at] && !view.quoted[at]; at += step)
          words.delete(at);
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
  if (takes.has('as')) {
    const words = relativeThing(view, spotted, source);
    if (words !== null) return done(words, 'thing');
  }
  if (takes.has('clause') || takes.has('quote')) {
    // "adding that …" has its words behind it.
    // "said the lawmaker, who called on the treasury to act": so has a relative clause about its speaker.
    const ahead =
      /^(that|:)$/.test(view.low[Math.max(...spotted.tokens) + 1] ?? '') ||
      (source.via === 'relative' && hasRelation(view.sent, head, 'acl:relcl'));
    const clause =
      (ahead ? null : done(around(view, spotted, source), 'around')) ??
      done(relativeAround(view, spotted, source), 'relative') ??
      done(thatClause(view, spotted, addressee), 'clause') ??
      done(clauseBelow(view, spotted, source, head), 'clause') ??
      (cue.rest.includes('known')
        ? done(clauseBelow(view, spotted, source, Math.max(...spotted.tokens)), 'clause')
        : null) ??
      (ahead ? null : done(fronted(view, spotted, source), 'fronted'));
    if (clause !== null) return withNoun(view, spotted, withSubject(view, spotted, source, clause));
  }
  // "Asked who would come, the premier smiled": a participle in front of whom it is about.
  if (noQuote(view, spotted) && source.head < head) {
    const words = indirectQuestion(view, cue.head, Math.max(...spotted.tokens), addressee);
    if (words !== null) return done(words, 'clause');
  }
  if (takes.has('whom') && takes.has('for') && cue.rest.length > 0 && addressee >= 0) {
    const words = behindHearer(view, addressee);
    if (words !== null) return done(words, 'oblique');
  }
  if (takes.has('do') || (takes.has('whom') && !/^(brief|inform|notify|apprise)$/.test(cue.head))) {
    const words = infinitive(view, head, takes.has('do') && !(takes.has('whom') && addressee >= 0) ? null : addressee);
    if (words !== null) return done(words, 'infinitive');
  }
  if (takes.has('whom') && addressee >= 0) {
    const words = oblique(view, spotted, -1, addressee);
    if (words !== null) return done(words, 'oblique');
    // "thanked Romania": the one thanked is all there is.
    if (
      cue.act === 'WELCOME' &&
      !takes.has('thing') &&
      (view.quoted[addressee] || view.quoted[head + 1] || view.quoted[head + 2])
    )
      return done(thing(view, spotted, source, -1), 'thing', -1);
  }
  if (takes.has('for') && !takes.has('whom')) {
    const words = behindFor(view, head, cue.act === 'ACCUSE') ?? (cue.act === 'CONDEMN' ? overWhat(view, head) : null);
    if (words !== null) return done(words, 'oblique');
  }
  if (takes.has('thing') || takes.has('as')) {
    const words = relativeThing(view, spotted, source);
    if (words !== null) return done(words, 'thing');
  }
  if (takes.has('thing') || takes.has('as')) {
    const words = smallClause(view, spotted, source) ?? describedAs(view, spotted);
    if (words !== null) return done(words, 'thing');
  }
  if (takes.has('thing')) {
    const words = thing(view, spotted, source, addressee) ?? thing(view, spotted, source, -1);
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
  if (takes.has('clause'))
    return (
      done(behind(view, spotted, source, addressee), 'behind') ??
      done(headlineBehind(view, spotted, source), 'behind', -1)
    );
  return null;
}

/** "appealed to the bank for a loan to buy maize": what stands behind "for", right behind whom one asks. */
function behindHearer(view: View, addressee: number): Set<number> | null {
  const at = [addressee + 1, addressee + 2, addressee + 3].find((word) => view.low[word] === 'for');
  if (at === undefined || view.low.slice(addressee + 1, at).some((low) => /^(to|,|and)$/.test(low))) return null;
  const top = view.tokens[at]!.head;
  return top > at ? clauseFrom(view, at + 1) : null;
}

/** A cue of one word with no quote right behind it. */
const noQuote = (view: View, { cue, tokens }: Spotted): boolean =>
  cue.kind === 'verb' && cue.rest.length === 0 && view.quoted[Math.max(...tokens) + 1] !== true;

/** "said the president, whom she had phoned, regarded it as closed": a noun phrase between cue and clause belongs to the clause. */
function withSubject(view: View, { cue, tokens, noun }: Spotted, source: Source, clause: Content): Content {
  const last = Math.max(...tokens);
  const start = Math.min(...clause.words);
  const plain = cue.act === 'SAY' && cue.takes.has('clause') && noun < 0 && clause.addressee < 0;
  if (!plain || clause.how !== 'clause' || start <= last + 2 || source.head > last || view.low[start - 1] === 'that')
    return clause;
  const first = view.tokens[last + 1]!;
  if (!/^(DET|PROPN|NOUN|ADJ|NUM)$/.test(first.upos) || mentionAt(view.doc, view.sent.index, last + 1)?.kind === 'time')
    return clause;
  for (let at = last + 1; at < start; at++)
    if (/^(that|:|;)$/.test(view.low[at]!) || (view.quoted[at] && !view.mark[at])) return clause;
  for (let at = last + 1; at < start; at++) clause.words.add(at);
  return clause;
}

/** "rejected Oslo's claim that …": the noun and its clause are one thing. */
function withNoun(view: View, { cue, head, tokens }: Spotted, clause: Content): Content {
  if (!cue.takes.has('thing') || cue.takes.has('whom') || clause.how !== 'clause') return clause;
  const last = Math.max(...tokens);
  const object = child(view.sent, head, 'obj');
  const start = Math.min(...clause.words);
  if (object <= head || object >= start || view.low[last + 1] === 'that') return clause;
  const first = Math.max(last + 1, Math.min(...subtree(view.sent, object)));
  for (let at = first; at < start; at++) clause.words.add(at);
  return { ...clause, how: 'thing' };
}

/** "promised tents on top of those it had sent": a hole in a thing that no comma marks is the parse's. */
function withoutGaps(view: View, words: Set<number>, cue: number): void {
  const sorted = [...words].filter((word) => word > cue).sort((a, b) => a - b);
  for (let index = 1; index < sorted.length; index++) {
    const [from, to] = [sorted[index - 1]!, sorted[index]!];
    if (to - from < 2 || to - from > 8) continue;
    const gap = Array.from({ length: to - from - 1 }, (_, at) => from + 1 + at);
    if (gap.every((word) => !/^[,;:()—–]$/.test(view.low[word]!) && !isTensed(view, word)))
      for (const word of gap) words.add(word);
  }
}

/** A semicolon outside quotes ends what a cue in front of it reports. */
function afterBreak(view: View, words: Set<number>, cue: number): void {
  const stop = view.low.findIndex((low, at) => low === ';' && at > cue && !view.quoted[at]);
  if (stop >= 0) for (const word of [...words]) if (word > stop) words.delete(word);
}
