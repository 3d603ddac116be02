/** Content that is no clause: infinitives, objects, what stands behind a preposition. */

import {
  child,
  children,
  conjuncts,
  hasRelation,
  markerOf,
  objectsOf,
  obliquesOf,
  prepositionOf,
  subtree,
} from '../../language/tree.ts';
import { isActor, mentionAt } from '../../mentions/index.ts';
import { humanlike, isVenue } from './addressee.ts';
import { passiveAt } from './assertion.ts';
import type { Takes } from './cue-table.ts';
import type { Source } from './source.ts';
import type { Spotted } from './spot.ts';
import { clauseFrom } from './verb-content.ts';
import { isTensed, isVerb, lastWord, type View } from './view.ts';
import { addTo, remove } from './words.ts';

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

/** "commended Jordan for sheltering refugees": what it was for. */
export function behindFor(view: View, verb: number, blame = false): Set<number> | null {
  const sent = view.sent;
  const object = child(sent, verb, 'obj');
  const named = object >= 0 && (blame || isParty(view, object)) ? children(sent, object, 'nmod', 'acl', 'advcl') : [];
  const deeds =
    object >= 0 ? children(sent, object, 'acl', 'advcl').filter((kid) => view.tokens[kid]!.xpos === 'VBG') : [];
  for (const kid of [...children(sent, verb, 'obl', 'advcl'), ...named, ...deeds]) {
    const lead = children(sent, kid, 'case', 'mark').filter((word) => word < kid);
    if (kid < verb || view.low[lead[0] ?? -1] !== 'for' || (object >= 0 && kid < object)) continue;
    if (mentionAt(view.doc, sent.index, kid)?.kind === 'time') continue;
    return remove(new Set(subtree(sent, kid)), lead);
  }
  return null;
}

/** "condemned Belarus over the deaths": what a party is condemned over. */
export function overWhat(view: View, verb: number): Set<number> | null {
  const object = child(view.sent, verb, 'obj');
  if (object <= verb || !isParty(view, object)) return null;
  const over = [...children(view.sent, verb, 'obl'), ...children(view.sent, object, 'nmod')].find(
    (kid) => kid > object && prepositionOf(view.sent, kid) === 'over',
  );
  if (over === undefined) return null;
  return remove(new Set(subtree(view.sent, over)), children(view.sent, over, 'case'));
}

/** "declared the drought over", "called them ugly", "terming it a bridge": an object and what it is said to be. */
export function smallClause(view: View, spotted: Spotted, source: Source): Set<number> | null {
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
  // "calls that a pretext": "that" is what is called so, whatever the parse makes of it.
  if (
    object === head + 3 &&
    spotted.cue.takes.has('as') &&
    /^(that|this|it|him|her|them)$/.test(view.low[head + 1]!) &&
    /^(a|an|the)$/.test(view.low[head + 2]!)
  ) {
    const words = new Set(subtree(sent, object));
    words.add(head + 1);
    return words;
  }
  const apposed = children(sent, object, 'appos', 'amod', 'nmod').find(
    (kid) =>
      (view.quoted[kid] &&
        (!hasRelation(sent, kid, 'nmod') ||
          (!view.quoted[object] && children(sent, kid, 'case').every((word) => word > kid)))) ||
      (kid > object && hasRelation(sent, kid, 'amod')),
  );
  if (apposed !== undefined && spotted.cue.takes.has('as')) return new Set(subtree(sent, object));
  const complement = children(sent, head, 'xcomp', 'obl', 'ccomp', 'obj').find(
    (kid) =>
      kid > object &&
      (hasRelation(sent, kid, 'obj') ||
        (hasRelation(sent, kid, 'obl:unmarked') &&
          spotted.cue.takes.has('as') &&
          mentionAt(view.doc, sent.index, kid)?.kind !== 'time') ||
        prepositionOf(sent, kid) === 'as' ||
        (hasRelation(sent, kid, 'xcomp') && !isVerb(view, kid) && children(sent, kid, 'mark').length === 0)),
  );
  // "promised the women 900 million francs": the first of two objects is the one it is promised to.
  if (complement === undefined) return null;
  if (hasRelation(sent, complement, 'obj') && /^(PLEDGE|PROPOSE)$/.test(spotted.cue.act)) return null;
  return new Set([...subtree(sent, object), ...subtree(sent, complement)]);
}

/** "described the mood in the room as “polar”": the object up to what stands behind "as", wherever the parse hung it. */
export function describedAs(view: View, spotted: Spotted): Set<number> | null {
  const { head, cue } = spotted;
  const first = view.low[head + 1] === 'as' && cue.takes.has('thing');
  if (!(cue.takes.has('as') || first) || passiveAt(view, head)) return null;
  if (view.low[head + 1] !== 'as' && child(view.sent, head, 'obj') < head) return null;
  // "rejected as “absurd” claims that …": the verdict stands first, the thing behind it.
  if (view.low[head + 1] === 'as') {
    let from = head + 2;
    if (view.quoted[from] || view.quoted[from + 1])
      while (from < view.tokens.length && (view.quoted[from] || view.mark[from])) from++;
    else while (/^(ADJ|ADV)$/.test(view.tokens[from]?.upos ?? '')) from++;
    while (view.mark[from]) from++;
    const behind = new Set<number>();
    for (let at = from; at <= lastWord(view); at++) behind.add(at);
    return from > head + 2 && behind.size > 1 ? behind : null;
  }
  const words = new Set<number>();
  let as = -1;
  for (let at = head + 1; at < view.tokens.length; at++) {
    if (view.low[at] === 'as' && as < 0) as = at;
    if (isTensed(view, at) || /^[,;:()—–]$/.test(view.low[at]!)) break;
    if (/^(and|but)$/.test(view.low[at]!) && isTensed(view, at + 1)) break;
    words.add(at);
  }
  return as > head + 1 && words.has(as + 1) ? words : null;
}

/** "expressed his gratitude": the noun itself, when nothing says more about it. */
export function ownedNoun(view: View, spotted: Spotted): Set<number> | null {
  // "expressed his country's readiness to host the talks"
  if (
    spotted.cue.takes.has('do') &&
    view.low[spotted.noun + 1] === 'to' &&
    view.tokens[spotted.noun + 2]?.xpos === 'VB'
  )
    return clauseFrom(view, spotted.noun + 1);
  const owned = children(view.sent, spotted.noun, 'nmod:poss').length > 0;
  if (!owned && /^(CONCEDE|SAY|PLEDGE|DEMAND|PROPOSE|URGE)$/.test(spotted.cue.act)) return null;
  const words = new Set(subtree(view.sent, spotted.noun));
  // "offered her condolences to the families": those they are for are no part of them.
  for (const kid of children(view.sent, spotted.noun, 'nmod'))
    if (prepositionOf(view.sent, kid) === 'to' && owned) remove(words, subtree(view.sent, kid));
  // "expressed solidarity after the floods"
  addTo(words, afterwards(view, spotted.head, Math.max(...words)));
  return words;
}

/** "after the floods", right behind the noun. */
function afterwards(view: View, verb: number, last: number): Set<number> {
  const kid = children(view.sent, verb, 'obl', 'nmod').find((word) => (subtree(view.sent, word)[0] ?? -1) === last + 1);
  return kid !== undefined && /^(after|with|over)$/.test(prepositionOf(view.sent, kid) ?? '')
    ? new Set(subtree(view.sent, kid))
    : new Set();
}

const takesTwo = ({ cue }: Spotted): boolean => /^(promise|offer|pledge|deny|assure)$/.test(cue.head);

/** "condemned the raid": the object with all that says more about it. */
export function thing(view: View, spotted: Spotted, source: Source, addressee: number): Set<number> | null {
  const sent = view.sent;
  const { head } = spotted;
  const passive = passiveAt(view, head);
  // "he had been promised a passport": what, not to whom.
  const given = passive && takesTwo(spotted) ? children(sent, head, 'obj').filter((kid) => kid > head) : [];
  const heads = passive
    ? given.length > 0
      ? given
      : [...children(sent, head, 'nsubj:pass')]
    : objectsOf(sent, head).map((object) => object.token);
  if (passive && heads.length === 0) {
    const words = lostSubject(view, head);
    if (words !== null) return words;
  }
  // "noted with concern the rise": the thing hangs on the feeling.
  if (!passive && heads.length === 0 && view.low[head + 1] === 'with')
    heads.push(
      ...children(sent, head, 'obl').flatMap((kid) => (kid <= head + 4 ? children(sent, kid, 'obj', 'appos') : [])),
    );
  if (!passive && heads.length === 0) {
    const words = sum(view, head);
    if (words !== null) return words;
  }
  const fixed = spotted.tokens.length > 1 ? spotted.tokens[spotted.tokens.length - 1]! : -1;
  if (heads.length === 0 && fixed >= 0) {
    // "ruled out", "called for", "spoke highly of": what follows the last word of the cue.
    const after = obliquesOf(sent, head).find((phrase) => phrase.token > fixed && phrase.token - fixed < 12);
    const object = after?.token ?? children(sent, head, 'obj', 'advcl', 'xcomp', 'ccomp').find((kid) => kid > fixed);
    if (object !== undefined) heads.push(object);
  }
  // "demanded pay for lost days": a noun that the tagger took for a verb.
  if (heads.length === 0 && !passive) {
    const bare = children(sent, head, 'xcomp', 'ccomp').find(
      (kid) =>
        kid === head + 1 &&
        (view.tokens[kid]!.xpos === 'VB' ||
          /^(calm|restraint|dialogue|caution|patience|unity)$/.test(view.low[kid]!)) &&
        children(sent, kid, 'mark', 'nsubj').length === 0,
    );
    if (bare !== undefined) heads.push(bare);
  }
  const objects = heads.filter((word) => word !== source.head && word !== addressee && (passive || word > head));
  if (objects.length === 0) return null;
  const words = new Set<number>();
  for (const object of objects) addTo(words, subtree(sent, object));
  // "spoke of soldiers | burning huts": hung on the verb by the parse.
  const doing = Math.max(...words) + 1;
  if (fixed >= 0 && view.tokens[doing]?.xpos === 'VBG')
    addTo(
      words,
      subtree(sent, doing).filter((word) => word >= doing),
    );
  if (addressee >= 0 && objects.some((object) => headIs(view, addressee, object)))
    for (let at = head + 1; at <= addressee; at++) words.delete(at);
  const dated = /^(PLEDGE|PROPOSE|DEMAND|URGE|THREATEN)$/.test(spotted.cue.act);
  if (!passive) addTo(words, trailing(view, head, Math.max(...words), dated));
  const last = Math.max(...words);
  // "asked for water to be released"
  if (spotted.cue.act === 'URGE' && fixed >= 0 && view.low[last + 1] === 'to' && view.tokens[last + 2]?.xpos === 'VB')
    addTo(words, clauseFrom(view, last + 1));
  for (const word of spotted.tokens) {
    // The cue's own words and what leads into the object ("for" in "called for talks").
    words.delete(word);
  }
  const only = [...words].filter((word) => !view.mark[word]);
  if (only.length === 1 && spotted.cue.act === 'CONCEDE' && view.low[only[0]!] === 'it') return null;
  if (
    only.length === 1 &&
    /^(him|her|them|us|me|you|nothing|so|much|little|this|that|one|some|none|what|which)$/.test(view.low[only[0]!]!)
  )
    return null;
  // Turning somebody away is a deed; only what was put forward can be rejected in words.
  if (/^(REJECT|DENY)$/.test(spotted.cue.act) && objects.every((object) => isParty(view, object))) return null;
  return words;
}

/** "pledged up to $60 million": a sum that the parse hung on a preposition. */
function sum(view: View, verb: number): Set<number> | null {
  if (
    !/^(up|about|around|some|nearly|almost|over|roughly|more|at|as|between|an|another|[$€£¥])$/.test(
      view.low[verb + 1] ?? '',
    )
  )
    return null;
  const phrase = children(view.sent, verb, 'obl', 'advmod').find((kid) => kid > verb && kid <= verb + 6);
  if (phrase === undefined) return null;
  const end = Math.max(...subtree(view.sent, phrase));
  const words = new Set<number>();
  for (let at = verb + 1; at <= end; at++) words.add(at);
  return [...words].some((word) => view.tokens[word]!.upos === 'NUM') ? words : null;
}

/** "Oslo's claim that the ship was empty was rejected": a subject that the parse made the governor of its verb. */
function lostSubject(view: View, verb: number): Set<number> | null {
  const up = view.tokens[verb]!.head;
  const helper = child(view.sent, verb, 'aux:pass');
  if (helper < 0 || up < 0 || up >= helper || view.tokens[up]!.upos !== 'NOUN') return null;
  if (!hasRelation(view.sent, verb, 'ccomp', 'acl', 'parataxis') || children(view.sent, verb, 'mark').length > 0)
    return null;
  const first = Math.min(...subtree(view.sent, up));
  const aux = Math.min(helper, ...children(view.sent, verb, 'aux', 'advmod').filter((word) => word > up));
  const words = new Set<number>();
  for (let at = first; at < aux; at++) words.add(at);
  return words;
}

const headIs = (view: View, word: number, head: number): boolean => view.tokens[word]!.head === head;

const NOT_OF_THE_THING = /^(during|after|before|since|by|amid|while|via|through|if|when|because|until|out of|out)$/;

const isParty = (view: View, word: number): boolean => {
  const mention = mentionAt(view.doc, view.sent.index, word);
  return view.tokens[word]!.upos === 'PROPN' && (mention === null || (mention.head === word && isActor(mention)));
};

/** Phrases hung on the verb that follow the object without a break and tell no time. */
function trailing(view: View, verb: number, last: number, dated = false): Set<number> {
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
    // "promised fuel by Friday": when it is to come belongs to the promise.
    if (dated && /^(by|within|until|before|from|per)$/.test(preposition ?? '')) {
      addTo(words, own);
      end = own[own.length - 1]!;
      continue;
    }
    if (preposition === null || NOT_OF_THE_THING.test(preposition)) continue;
    if (/^(at|on|in|with|for)$/.test(preposition) && isVenue(view, kid)) continue;
    if (mentionAt(view.doc, view.sent.index, kid)?.kind === 'time') continue;
    addTo(words, own);
    end = own[own.length - 1]!;
  }
  return words;
}

/** "accused Chad of arming rebels", "thanked Oman for its help": behind the preposition. */
export function oblique(view: View, spotted: Spotted, noun: number, addressee: number): Set<number> | null {
  const verb = spotted.head;
  const { takes } = spotted.cue;
  const sent = view.sent;
  // "accused the navy of a heavy hand": the phrase may hang on the one accused.
  const hosts = noun >= 0 ? [noun, verb] : addressee >= 0 ? [verb, addressee] : [verb];
  // "informed by the palace of the wish": it may hang on the agent too.
  if (noun < 0 && takes.has('of') && passiveAt(view, verb)) hosts.push(...children(sent, verb, 'obl:agent'));
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
  if (noun >= 0) addTo(words, more(view, noun, Math.max(...words)));
  addTo(words, trailing(view, verb, Math.max(...words)));
  addTo(words, andAgain(view, best.lead[0]!, Math.max(...words)));
  const infinitival = best.lead.some((word) => view.low[word] === 'to') && isVerb(view, best.top);
  if (!infinitival) remove(words, best.lead);
  for (const word of conjuncts(sent, verb)) if (word > verb) remove(words, subtree(sent, word));
  return words;
}

/** "for its help and for the return of the crew": the same preposition again, whatever the parse joined it to. */
function andAgain(view: View, lead: number, last: number): Set<number> {
  const again = view.low[last + 1] === 'and' && view.low[last + 2] === view.low[lead] ? last + 2 : -1;
  const top = again < 0 ? -1 : view.tokens[again]!.head;
  if (top <= again || /^(on|in|at)$/.test(view.low[lead]!)) return new Set();
  return new Set([last + 1, ...subtree(view.sent, top).filter((word) => word >= again)]);
}

/** "concern over the fall | in the number of workers": hung on the cue's noun by the parse, yet it says more about the thing. */
function more(view: View, noun: number, last: number): Set<number> {
  const words = new Set<number>();
  let end = last;
  for (const kid of children(view.sent, noun, 'nmod')) {
    const own = subtree(view.sent, kid);
    if (own[0] !== end + 1 || !/^(of|in|on|between|among|against)$/.test(view.low[end + 1]!)) continue;
    if (isVenue(view, kid) || mentionAt(view.doc, view.sent.index, kid)?.kind === 'time') continue;
    addTo(words, own);
    end = own[own.length - 1]!;
  }
  return words;
}

const isAdjunct = (view: View, word: number, preposition: string): boolean => {
  if (isVenue(view, word)) return true;
  const mention = mentionAt(view.doc, view.sent.index, word);
  // "apologised in person"
  if (preposition === 'in' && /^(person|public|private|writing|full|turn|advance|vain|unison)$/.test(view.low[word]!))
    return true;
  if (preposition === 'in' || preposition === 'at')
    return mention !== null && (mention.kind === 'place' || mention.kind === 'time' || mention.kind === 'state');
  return (
    preposition === 'by' || preposition === 'from' || (preposition === 'with' && mention !== null && isActor(mention))
  );
};
