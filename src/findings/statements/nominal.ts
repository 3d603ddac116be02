/** Cues that are nouns: "the minister's claim that …", "calls from Chad for talks", "the word from Oslo is that …", "in Oslo's view". */

import type { Knowledge } from '../../knowledge/index.ts';
import {
  children,
  hasRelation,
  head as headOf,
  nominalModifiersOf,
  possessorsOf,
  prepositionOf,
  subtree,
} from '../../language/tree.ts';
import type { Draft } from './draft.ts';
import type { Refusal } from './source.ts';
import { speakerKind } from './speaker.ts';
import type { Spotted } from './spot.ts';
import { isTensed, lastWord, type View } from './view.ts';

export function nounDraft(view: View, spotted: Spotted, knowledge: Knowledge): Draft | Refusal {
  const { cue, head } = spotted;
  if (view.quoted[head]) return 'quoted';
  const owner = ownerOf(view, head);
  if (owner < 0) return 'no-source';
  const kind = /^(his|her|its|their)$/.test(view.low[owner]!) ? 'pronoun' : speakerKind(view, knowledge, owner);
  if (!/^(actor|role|body|name|pronoun)$/.test(kind)) return 'weak-source';
  const clause = clauseOfNoun(view, spotted);
  const words = clause ?? told(view, head, owner) ?? about(view, spotted, owner);
  if (words === null || words.size === 0) return 'no-content';
  if (clause === null && kind === 'pronoun') return 'weak-source';
  return {
    view,
    cue: [head],
    act: cue.act,
    tier: cue.tier,
    source: owner,
    addressee: -1,
    words,
    via: [],
    rule: `statements/noun/${cue.head}`,
    confidence: clause === null ? 0.6 : 0.68,
  };
}

/** Whose word it is: "the minister's", "by Oslo", "from Oslo"; -1 for nobody's. */
function ownerOf(view: View, head: number): number {
  const possessor = possessorsOf(view.sent, head)[0];
  if (possessor !== undefined) return possessor;
  const phrases = nominalModifiersOf(view.sent, head);
  return phrases.find((phrase) => /^(by|from)$/.test(phrase.preposition ?? ''))?.token ?? -1;
}

function clauseOfNoun(view: View, { cue, head }: Spotted): Set<number> | null {
  const words = new Set<number>();
  for (const kid of children(view.sent, head, 'acl', 'ccomp')) {
    const marks = children(view.sent, kid, 'mark').map((mark) => view.low[mark]!);
    if ((hasRelation(view.sent, kid, 'acl:relcl') && !marks.includes('that')) || kid < head) continue;
    if (!(marks.includes('that') && cue.takes.has('clause')) && !(marks.includes('to') && cue.takes.has('do')))
      continue;
    for (const word of subtree(view.sent, kid))
      if (!(view.low[word] === 'that' && hasRelation(view.sent, word, 'mark') && headOf(view.sent, word) === kid))
        words.add(word);
  }
  return words.size === 0 ? null : words;
}

/** "the word from Oslo is that …", "Oslo's line has not changed: …": the clause stands behind a copula or a colon. */
function told(view: View, head: number, owner: number): Set<number> | null {
  if (!hasRelation(view.sent, head, 'nsubj', 'root', 'nsubj:outer')) return null;
  const end = lastWord(view);
  let tensed = 0;
  for (let at = Math.max(head, owner) + 1; at < Math.min(end, head + 16); at++) {
    if (isTensed(view, at)) tensed++;
    const copula = /^(is|was|remains|remained)$/.test(view.low[at - 1]!) && view.low[at] === 'that';
    if (!(copula && tensed === 1) && !(view.low[at] === ':' && tensed <= 1)) continue;
    const words = new Set<number>();
    for (let word = at + 1; word <= end; word++) words.add(word);
    return words.size > 1 ? words : null;
  }
  return null;
}

/** "calls from Chad for talks", "Oslo's condemnation of the raid". */
function about(view: View, { cue, head }: Spotted, owner: number): Set<number> | null {
  const wanted = cue.takes.has('for') ? 'for' : cue.takes.has('of') ? 'of' : null;
  if (wanted === null) return null;
  for (const kid of children(view.sent, head, 'nmod')) {
    if (kid < head || kid === owner || prepositionOf(view.sent, kid) !== wanted) continue;
    const words = new Set(subtree(view.sent, kid));
    for (const word of children(view.sent, kid, 'case')) words.delete(word);
    for (const word of subtree(view.sent, owner)) words.delete(word);
    return words;
  }
  return null;
}

const VIEWS =
  /^(view|words|opinion|telling|account|eyes|reckoning|estimation|judgment|judgement|assessment|phrase|version)$/;

/** "In Oslo's view, …", "…, in the minister's words, …": the possessor speaks, the rest of the sentence is said. */
export function inWordsOf(view: View, knowledge: Knowledge): Draft | null {
  for (let at = 0; at < view.tokens.length; at++) {
    if (!/^(in|by)$/.test(view.low[at]!) || view.quoted[at]) continue;
    const noun = headOf(view.sent, at);
    if (noun <= at || noun > at + 8 || !VIEWS.test(view.low[noun]!)) continue;
    const owner = possessorsOf(view.sent, noun)[0];
    if (owner === undefined || !/^(actor|role|body|name|pronoun)$/.test(speakerKind(view, knowledge, owner))) continue;
    const closed = view.mark[noun + 1] === true || view.quoted[noun + 1] === true;
    if (!closed || /^(my|our|your)$/.test(view.low[owner]!)) continue;
    const words = new Set<number>();
    for (let word = 0; word <= lastWord(view); word++) if (word < at || word > noun) words.add(word);
    if (![...words].some((word) => isTensed(view, word))) continue;
    return {
      view,
      cue: [at, noun],
      act: 'SAY',
      tier: 'usual',
      source: owner,
      addressee: -1,
      words,
      via: [],
      rule: 'statements/in-words-of',
      confidence: 0.75,
    };
  }
  return null;
}
