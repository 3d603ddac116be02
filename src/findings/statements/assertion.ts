/** Whether a verb of speech asserts that something was said: no wish, plan, condition, question; and its voice. */

import {
  child,
  firstConjunct,
  hasRelation,
  head as headOf,
  isPassive,
  lemmaOf,
  markerOf,
  verbGroup,
} from '../../language/tree.ts';
import { SAYS } from './second-verb.ts';
import { isTensed, isVerb, type View } from './view.ts';

/** Why a cue is no statement; shown by the explaining view. */
export type Refusal =
  | 'quoted'
  | 'attributive'
  | 'modal'
  | 'infinitive'
  | 'condition'
  | 'question'
  | 'imperative'
  | 'negated'
  | 'no-source'
  | 'weak-source'
  | 'no-content';

export interface Assertion {
  readonly negated: boolean;
  readonly passive: boolean;
}

/** Whether nothing but words stands between two tokens: no comma, no quotation mark. */
const unbroken = (view: View, from: number, to: number): boolean => {
  for (let at = Math.min(from, to) + 1; at < Math.max(from, to); at++)
    if (/^[,;:"“”()–—]$/.test(view.low[at]!)) return false;
  return view.quoted[from] === view.quoted[to];
};

/** A modal of the verb's own; one that the parse fetched from inside a quote does not count. */
export const modalBeside = (view: View, verb: number): boolean => {
  const group = verbGroup(view.sent, verb);
  return (
    group.modal !== null &&
    group.auxiliaries.some((word) => view.tokens[word]!.xpos === 'MD' && unbroken(view, word, verb))
  );
};

/** A negation of the verb's own, or one in its subject or object ("no official said"). */
export const deniedBeside = (view: View, verb: number): boolean => {
  const group = verbGroup(view.sent, verb);
  const words = group.tokens.filter((word) => /^(not|n['’]t|never|neither|nor|no|longer)$/.test(view.low[word]!));
  if (words.length > 0) return words.some((word) => word < verb && unbroken(view, word, verb));
  // "No deal without Kyiv, says the premier": the "no" is part of what was said.
  const subject = child(view.sent, verb, 'nsubj');
  return !(subject >= 0 && subject < verb && !unbroken(view, subject, verb) && view.low[verb - 1] === ',');
};

/** Verbs whose infinitive still happened: "went on to say", "used the speech to condemn". */
const CARRIES_ON = new Set([
  'go',
  'continue',
  'proceed',
  'hasten',
  'rush',
  'use',
  'begin',
  'start',
  'come',
  'step',
  'move',
  'join',
  'take',
  'phone',
  'call',
  'write',
  'meet',
  'hold',
  'issue',
  'post',
  'summon',
  'ring',
  'telephone',
  'contact',
  'cable',
  'like',
  'love',
]);

/** Clauses that tell what has not happened. */
const NOT_YET = /^(until|till|once|unless|lest)$/;

/** Whether the verb says that something was said: no wish, plan, condition, question. */
export function assertion(view: View, verb: number, mute = false, depth = 0): Assertion | Refusal {
  const sent = view.sent;
  const token = view.tokens[verb]!;
  if (hasRelation(sent, verb, 'amod', 'compound', 'flat', 'case', 'nmod:poss')) return 'attributive';
  const group = verbGroup(sent, verb);
  const passive = passiveAt(view, verb);
  if (group.condition !== null && group.condition !== 'whether') return 'condition';
  if (NOT_YET.test(markerOf(sent, verb) ?? '')) return 'condition';
  if (group.question && !view.quoted[view.low.lastIndexOf('?')]) return 'question';
  if (token.xpos === 'VB' && group.auxiliaries.length === 0 && !group.infinitive && child(sent, verb, 'nsubj') < 0)
    return 'infinitive';
  if (group.imperative && !hasRelation(sent, verb, 'parataxis')) return 'imperative';
  // "would say only that": said, if little.
  const sparing = /^only$/.test(view.low[verb + 1] ?? '') || /^only$/.test(view.low[verb - 1] ?? '');
  const modal = modalBeside(view, verb) && !(sparing && group.modal === 'would' && lemmaOf(sent, verb) === 'say');
  if (modal && !(mute && group.negated) && !(group.modal === 'can' && lemmaOf(sent, verb) === 'confirm'))
    return 'modal';
  if (group.infinitive) {
    const up = headOf(sent, verb);
    const chance =
      hasRelation(sent, verb, 'acl') && /^(opportunity|occasion|chance|moment|time)$/.test(lemmaOf(sent, up));
    const doer = chance ? headOf(sent, up) : up;
    const governed =
      (chance || hasRelation(sent, verb, 'xcomp', 'advcl')) &&
      CARRIES_ON.has(lemmaOf(sent, doer)) &&
      isVerb(view, doer);
    if (eagerTo(view, verb)) return { negated: false, passive };
    if (saidToHave(view, verb)) return { negated: group.negated && deniedBeside(view, verb), passive };
    if (!governed) return 'infinitive';
    const above = assertion(view, doer);
    if (typeof above === 'string') return above;
  }
  if (
    token.xpos === 'VBN' &&
    hasRelation(sent, verb, 'acl') &&
    !passive &&
    group.auxiliaries.length === 0 &&
    child(sent, verb, 'nsubj') < 0
  )
    return 'attributive';
  // "forced to choose between aligning or siding with": a participle is as real as the verb it hangs on.
  if (
    token.xpos === 'VBG' &&
    group.auxiliaries.length === 0 &&
    hasRelation(sent, verb, 'advcl', 'xcomp', 'conj') &&
    depth < 4
  ) {
    const up = headOf(sent, verb);
    const above = isVerb(view, up) && sayingBefore(view, verb) < 0 ? assertion(view, up, false, depth + 1) : null;
    if (above === 'modal' || above === 'condition' || above === 'infinitive') return above;
    const lead = markerOf(sent, verb) ?? '';
    // "responded by accusing Oslo of spying", "ended the briefing by warning that …": said, as the act above was done.
    if (lead === 'by' && typeof above === 'object' && above !== null && !above.negated && !above.passive)
      return { negated: group.negated && deniedBeside(view, verb), passive };
    if (/^(between|by|without|for|from|of|about)$/.test(lead)) return 'infinitive';
  }
  return { negated: group.negated && deniedBeside(view, verb), passive };
}

/** "was quick to add", "is at pains to stress", "is pleased to announce": said, and eagerly. */
const eagerTo = (view: View, verb: number): boolean => {
  const up = headOf(view.sent, verb);
  const copula = child(view.sent, up, 'cop');
  return (
    up >= 0 &&
    copula >= 0 &&
    isTensed(view, copula) &&
    child(view.sent, up, 'aux') < 0 &&
    !view.low.slice(copula, verb).some((low) => /^(not|n['’]t|never)$/.test(low)) &&
    ((hasRelation(view.sent, verb, 'xcomp', 'advcl') &&
      (/^(quick|keen|careful|eager|anxious|adamant)$/.test(view.low[up]!) ||
        (GLAD.test(view.low[up]!) && PASSES_ON.test(lemmaOf(view.sent, verb))))) ||
      (hasRelation(view.sent, verb, 'acl') && view.low[up] === 'pains'))
  );
};

/** "The government is pleased to announce": what is told with a feeling is told. */
const GLAD = /^(pleased|glad|happy|proud|honoured|honored|delighted|relieved|sorry|saddened)$/;
const PASSES_ON = /^(announce|note|inform|report|confirm|say|declare|state|welcome|reaffirm|reiterate)$/;

/** "is reported to have said", "was quoted to have told": others say that the words were spoken. */
const saidToHave = (view: View, verb: number): boolean => {
  const up = headOf(view.sent, verb);
  return (
    hasRelation(view.sent, verb, 'xcomp') &&
    /^(say|report|quote|understand|hear|know|allege)$/.test(lemmaOf(view.sent, up)) &&
    passiveAt(view, up) &&
    !modalBeside(view, up) &&
    SAYS.test(lemmaOf(view.sent, verb)) &&
    view.low
      .slice(up + 1, verb)
      .join(' ')
      .startsWith('to have')
  );
};

/** Passive by its words too: a lone past tense is active, whatever label its subject got. */
export const passiveAt = (view: View, verb: number): boolean =>
  isPassive(view.sent, verb) &&
  // "called on", "called for" without an auxiliary, "promised compensation" joined to a passive: active.
  !(child(view.sent, verb, 'aux:pass') < 0 && (callsOn(view, verb) || ownsObject(view, verb))) &&
  (child(view.sent, verb, 'aux:pass') >= 0 || (view.tokens[verb]!.xpos === 'VBN' && !sharesActive(view, verb)));

export const callsOn = (view: View, verb: number): boolean =>
  view.low[verb] === 'called' &&
  /^(on|for|upon)$/.test(view.low[verb + 1] ?? '') &&
  child(view.sent, verb, 'obl:agent') < 0;

const ownsObject = (view: View, verb: number): boolean =>
  hasRelation(view.sent, verb, 'conj') &&
  /^(and|but)$/.test(view.low[verb - 1] ?? '') &&
  child(view.sent, verb, 'obj') > verb &&
  child(view.sent, verb, 'obl:agent') < 0;

/** "voiced concern and called for restraint by all": a bare participle joined to an active past tense is one too. */
function sharesActive(view: View, verb: number): boolean {
  if (!hasRelation(view.sent, verb, 'conj') || child(view.sent, verb, 'nsubj:pass') >= 0) return false;
  const first = firstConjunct(view.sent, verb);
  return view.tokens[first]!.xpos === 'VBD' && child(view.sent, first, 'nsubj') >= 0;
}

/** "The treaty would be reviewed, Brel said, adding …": the verb of saying whose subject the participle has; else -1. */
export function sayingBefore(view: View, verb: number): number {
  if (view.tokens[verb]!.xpos !== 'VBG' || view.quoted[verb]) return -1;
  let start = view.tokens[verb - 1]?.upos === 'ADV' ? verb - 2 : verb - 1;
  if (view.low[start] === 'while') start--;
  if (view.low[start] !== ',') return -1;
  // "when Kenya turned the lorries back, saying …": whoever acts there says, unless a verb of speech stands above.
  const up = headOf(view.sent, verb);
  if (
    up >= 0 &&
    up < verb &&
    hasRelation(view.sent, up, 'advcl') &&
    isTensed(view, up) &&
    child(view.sent, up, 'nsubj') >= 0 &&
    !SAYS.test(lemmaOf(view.sent, headOf(view.sent, up)))
  )
    return up;
  // "asked India to reopen the crossing, saying …": whoever acts in the main clause says.
  if (SAYS.test(lemmaOf(view.sent, verb))) {
    for (let at = start - 1; at >= 0 && view.low[at] !== ';'; at--) {
      if (view.quoted[at] || !isVerb(view, at) || !hasRelation(view.sent, at, 'root', 'parataxis', 'conj')) continue;
      if (child(view.sent, at, 'nsubj') >= 0) return at;
      if (hasRelation(view.sent, at, 'root', 'parataxis')) break;
    }
  }
  for (let at = start - 1; at >= 0 && start - at < 30; at--) {
    if (view.quoted[at] || !isTensed(view, at)) continue;
    return SAYS.test(view.tokens[at]!.lemma.toLowerCase()) && child(view.sent, at, 'nsubj') >= 0 ? at : -1;
  }
  return -1;
}
