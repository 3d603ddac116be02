/** Cues that are nouns: "the minister's claim that …", "calls from Chad for talks", "the word from Oslo is that …", "in Oslo's view". */

import type { Knowledge } from '../../knowledge/index.ts';
import {
  agentsOf,
  children,
  hasRelation,
  head as headOf,
  lemmaOf,
  nominalModifiersOf,
  possessorsOf,
  prepositionOf,
  subjectsOf,
  subtree,
} from '../../language/tree.ts';
import { mentionAt } from '../../mentions/index.ts';
import type { Refusal } from './assertion.ts';
import type { Draft } from './draft.ts';
import { isBody, speakerKind } from './speaker.ts';
import type { Spotted } from './spot.ts';
import { isTensed, isVerb, lastWord, type View } from './view.ts';

export function nounDraft(view: View, spotted: Spotted, knowledge: Knowledge): Draft | Refusal {
  const { cue, head } = spotted;
  if (view.quoted[head]) return 'quoted';
  // "dropped its demand that …": no longer said.
  if (hasRelation(view.sent, head, 'obj') && TAKEN_BACK.test(lemmaOf(view.sent, headOf(view.sent, head))))
    return 'negated';
  const carrier = carrierOf(view, head);
  const own = ownerOf(view, head);
  const owner = own >= 0 ? own : CARRIED.test(cue.head) ? carrier : -1;
  if (owner < 0) return 'no-source';
  const state = owner < head && mentionAt(view.doc, view.sent.index, owner)?.kind === 'state';
  const kind = /^(his|her|its|their)$/.test(view.low[owner]!)
    ? 'pronoun'
    : state
      ? 'actor'
      : speakerKind(view, knowledge, owner);
  if (!/^(actor|role|body|name|pronoun)$/.test(kind)) return 'weak-source';
  const clause = clauseOfNoun(view, spotted, owner);
  const words = clause ?? told(view, head, owner) ?? about(view, spotted, owner);
  if (words === null || words.size === 0) return 'no-content';
  if (clause === null && kind === 'pronoun') return 'weak-source';
  return {
    view,
    cue: [head],
    act: own >= 0 ? cue.act : 'REPORT',
    tier: cue.tier,
    source: owner,
    addressee: -1,
    words,
    via: own >= 0 && carrier >= 0 && carrier !== own ? [carrier] : [],
    rule: `statements/noun/${cue.head}`,
    confidence: clause === null ? 0.6 : 0.68,
  };
}

const TAKEN_BACK = /^(drop|withdraw|retract|abandon|soften|shelve|scrap|forget|waive)$/;

/** Nouns that the one who carries them is taken to say. */
const CARRIED = /^(claim|rumour|rumor|allegation|accusation|story|report)$/;
const CARRIES = /^(carry|publish|air|run|print|broadcast|circulate|spread|repeat|relay)$/;

/** "The paper carried a claim that": whoever passed the noun's words on; -1 for nobody. */
function carrierOf(view: View, head: number): number {
  if (!hasRelation(view.sent, head, 'obj')) return -1;
  const verb = headOf(view.sent, head);
  return CARRIES.test(lemmaOf(view.sent, verb)) ? (subjectsOf(view.sent, verb)[0]?.token ?? -1) : -1;
}

/** Whose word it is: "the minister's", "by Oslo", "from Oslo", "spread by a radio host", "the Saudi"; -1 for nobody's. */
function ownerOf(view: View, head: number): number {
  const possessor = possessorsOf(view.sent, head).find((one) => one < head);
  if (possessor !== undefined) return possessor;
  const phrase = nominalModifiersOf(view.sent, head).find(
    (one) => /^(by|from)$/.test(one.preposition ?? '') && one.token > head,
  )?.token;
  if (phrase !== undefined) return phrase;
  // "The view of the ministry is that …": only a noun that the clause itself tells.
  if (OF_WHOM.test(lemmaOf(view.sent, head))) {
    const holder = nominalModifiersOf(view.sent, head).find(
      (one) => one.preposition === 'of' && one.token > head,
    )?.token;
    if (holder !== undefined && toldBehind(view, Math.max(...subtree(view.sent, holder)))) return holder;
  }
  for (const kid of children(view.sent, head, 'acl')) {
    const agent =
      kid > head && children(view.sent, kid, 'obl:agent').length > 0 ? agentsOf(view.sent, kid)[0]?.token : undefined;
    if (agent !== undefined) return agent;
  }
  // "the Saudi claim", "a British press report"
  const beside = children(view.sent, head, 'amod', 'compound').filter((kid) => kid < head);
  const body = beside.find((kid) => hasRelation(view.sent, kid, 'compound') && isBody(view, kid));
  if (body !== undefined) return body;
  return beside.find((kid) => mentionAt(view.doc, view.sent.index, kid)?.kind === 'state') ?? -1;
}

const OF_WHOM =
  /^(view|position|opinion|line|message|stance|assessment|verdict|contention|argument|belief|conviction|hope|fear|answer|reply|response|complaint|claim|insistence|warning|demand|advice|conclusion)$/;

/** "is that …" right behind the holder. */
const toldBehind = (view: View, last: number): boolean =>
  /^(is|was|remains|remained)$/.test(view.low[last + 1] ?? '') && view.low[last + 2] === 'that';

function clauseOfNoun(view: View, { cue, head }: Spotted, owner: number): Set<number> | null {
  const words = new Set<number>();
  // "claims by Oslo that …": the clause may hang on the owner.
  const hosts = owner > head ? [head, owner] : [head];
  for (const host of hosts) {
    for (const kid of children(view.sent, host, 'acl', 'ccomp')) {
      if (!isVerb(view, kid) && children(view.sent, kid, 'cop', 'nsubj').length === 0) continue;
      const marks = children(view.sent, kid, 'mark').map((mark) => view.low[mark]!);
      const that = marks.includes('that') || thatOpens(view, kid, host);
      if ((hasRelation(view.sent, kid, 'acl:relcl') && !that) || kid < host) continue;
      if (!(that && cue.takes.has('clause')) && !(marks.includes('to') && cue.takes.has('do') && host === head))
        continue;
      for (const word of subtree(view.sent, kid)) if (!opens(view, word, kid)) words.add(word);
    }
    if (words.size > 0) break;
  }
  return words.size === 0 ? (cue.takes.has('clause') ? behindOwner(view, owner, head) : null) : words;
}

/** "warnings from the agency that the camps are full | have gone unheeded": from "that" up to the verb that the noun is the subject of. */
function behindOwner(view: View, owner: number, head: number): Set<number> | null {
  const that = owner > head ? view.low.indexOf('that', owner) : -1;
  if (that !== owner + 1) return null;
  const words = new Set<number>();
  let tensed = 0;
  for (let at = that + 1; at <= lastWord(view) && view.low[at] !== ','; at++) {
    if (isTensed(view, at) && !isTensed(view, at - 1) && ++tensed === 2) return words;
    words.add(at);
  }
  return null;
}

const opens = (view: View, word: number, clause: number): boolean =>
  view.low[word] === 'that' && headOf(view.sent, word) === clause && word < clause;

/** "the finding that turnout reached half": a clause with all its parts, though the parse has "that" as one of them. */
const thatOpens = (view: View, clause: number, host: number): boolean => {
  const that = children(view.sent, clause, 'obj', 'nsubj', 'advmod').find(
    (kid) => view.low[kid] === 'that' && kid < clause,
  );
  if (that === undefined || that <= host) return false;
  const full = children(view.sent, clause, 'nsubj').some((kid) => kid > that && kid < clause);
  const object = children(view.sent, clause, 'obj', 'obl:unmarked', 'ccomp', 'xcomp').some((kid) => kid > clause);
  const passive = children(view.sent, clause, 'aux:pass', 'cop').length > 0;
  return full && (object || passive || !TAKES_WORD.test(lemmaOf(view.sent, clause)));
};

/** Verbs whose object may be the noun itself: "the warning that the envoy gave". */
const TAKES_WORD =
  /^(make|issue|give|repeat|send|deliver|raise|put|hear|ignore|publish|level|take|have|hold|share|want|need|receive|accept|reject|deny|voice|express|present|support|announce|carry|see|read|write|use|back|hope|expect|spread|launch|lodge|file|get|seek|dispute|defend|dismiss|drop|adopt|advance|offer|welcome|do|say|tell|call|find|attribute|quote|cite|bring|lead|favou?r|prefer|oppose|challenge|address|answer|echo|air|print|broadcast|post)$/;

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

/** "calls from Chad for talks", "Oslo's condemnation of the raid", "a denial by the spokesman of the claim". */
function about(view: View, { cue, head }: Spotted, owner: number): Set<number> | null {
  const wanted = cue.takes.has('for') ? 'for' : cue.takes.has('of') ? 'of' : null;
  if (wanted === null) return null;
  const hosts = owner > head ? [head, owner] : [head];
  // "rejecting a plea from Oslo for more time": the phrase may hang on the verb.
  const above =
    owner > head && hasRelation(view.sent, head, 'obj') ? children(view.sent, headOf(view.sent, head), 'obl') : [];
  for (const kid of [...hosts.flatMap((host) => children(view.sent, host, 'nmod')), ...above]) {
    if (kid < head || kid === owner || prepositionOf(view.sent, kid) !== wanted) continue;
    const words = new Set(subtree(view.sent, kid));
    for (const word of children(view.sent, kid, 'case')) words.delete(word);
    if (!words.has(owner) || kid < owner) for (const word of subtree(view.sent, owner, ['nmod'])) words.delete(word);
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
    if (owner === undefined) continue;
    if (
      !/^(his|her|their)$/.test(view.low[owner]!) &&
      !/^(actor|role|body|name|pronoun)$/.test(speakerKind(view, knowledge, owner))
    )
      continue;
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
