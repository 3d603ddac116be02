/** Whether a step is only wished, planned, talked about or left open. */

import type { Sentence } from '../../core/index.ts';
import {
  child,
  children,
  formsOf,
  hasRelation,
  head,
  lemmaOf,
  markerOf,
  prepositionOf,
  verbGroup,
} from '../../language/tree.ts';
import type { Label } from './label.ts';

/** Words under which a step is wished, planned or talked about. */
export const WISH =
  /^(want|hope|seek|aim|plan|agree|urge|call|propose|consider|discuss|hint|push|press|negotiate|offer|promise|pledge|intend|wish|desire|ask|request|recommend|expect|study|mull|eye|explore|aspire|work|prepare|look|strive|vow|decide|encourage|invite|suggest|advocate|court|pursue|bid|goal|objective|target|proposal|prospect|possibility|talks?|negotiation|intention|ambition|feasible|possible|likely|ready|desirous|consensus|commit|await|delay|speculate|speculation|roadmap|road|towards?|candidate|lobby|consultation|call|request|aspiration|apply|application|consent|bid|candidacy|within|verge|brink|groundwork|readiness|willingness|commitment|resolve|determined|determine|eager|keen)$/;

/** "has yet to restore", "could become one if …": nothing has happened and nobody asks for it. */
export const isOpen = (sent: Sentence, word: number): boolean => {
  const group = verbGroup(sent, word);
  if (/^(could|may|might)$/.test(group.modal ?? '')) return true;
  if (shortOf(sent, word)) return true;
  return yetTo(sent, word);
};

/** "stopped short of severing", "instead of cutting", "without breaking off": not done. */
const shortOf = (sent: Sentence, word: number): boolean =>
  /(?:short of|instead of|rather than|without|from|against|threat of)$/.test(formsOf(sent, word - 2, word)) &&
  sent.tokens[word]!.xpos === 'VBG';

/** "was denied the status of", "refused to become one", "ruled out a partnership": there is none. */
export const isRefused = (sent: Sentence, path: readonly number[]): boolean =>
  path.slice(1, 5).some((word, index) => {
    const refuses = /^(deny|refuse|reject|decline|rebuff|spurn|oppose|block|veto)$/.test(lemmaOf(sent, word));
    const out = /^(rule out|turn down|vote down)$/.test(
      `${lemmaOf(sent, word)} ${sent.tokens[word + 1]?.form.toLowerCase() ?? ''}`,
    );
    return (
      (refuses || out) &&
      sent.tokens[word]!.upos === 'VERB' &&
      hasRelation(sent, path[index]!, 'obj', 'iobj', 'xcomp', 'nmod', 'obl', 'nsubj:pass') &&
      path[index]! > word
    );
  });

export const yetTo = (sent: Sentence, until: number): boolean =>
  sent.tokens
    .slice(Math.max(0, until - 6), until)
    .some((token, at, lead) => /^yet$/i.test(token.form) && /^to$/i.test(lead[at + 1]?.form ?? ''));

/** "is within reach", "is under discussion": a level that is not there yet. */
const AHEAD =
  /^(reach|sight|discussion|negotiation|consideration|preparation|table|agenda|cards|way|works|horizon|pipeline|question|stage|doorstep)$/;

/** "an upgrade … is feasible": the noun is only said to be possible. */
export const saidPossible = (sent: Sentence, word: number): boolean =>
  sent.tokens[word]!.upos === 'NOUN' &&
  hasRelation(sent, word, 'nsubj') &&
  (isAhead(sent, word) ||
    /^(feasible|possible|likely|expected|desirable|near|imminent|unlikely|certain|inevitable|due)$/.test(
      lemmaOf(sent, head(sent, word)),
    ));

/** "an upgrade … is under discussion". */
export const isAhead = (sent: Sentence, word: number): boolean => {
  const predicate = head(sent, word);
  return (
    hasRelation(sent, word, 'nsubj') &&
    AHEAD.test(lemmaOf(sent, predicate)) &&
    child(sent, predicate, 'cop') >= 0 &&
    child(sent, predicate, 'case') >= 0
  );
};

/** "began talks on a partnership": what has begun is the talking. */
export const isTalk = (sent: Sentence, word: number): boolean =>
  sent.tokens[word]!.upos === 'NOUN' &&
  /^(talk|talks|negotiation|discussion|consultation|study|proposal|request|bid|application|push|roadmap|preparation|work|dialogue|groundwork)$/.test(
    lemmaOf(sent, word),
  );

/** "its", "their", "the", a name's: a level that is there already. */
export const definite = (sent: Sentence, label: Label): boolean =>
  children(sent, label.head, 'nmod:poss').length > 0 ||
  children(sent, label.head, 'det').some((word) =>
    /^(the|this|that|these|those|existing|current)$/i.test(sent.tokens[word]!.form),
  );

/** "would like to see ties raised to a …": a deed somebody wants to see or have done. */
function seenDone(sent: Sentence, word: number): boolean {
  let up = head(sent, word);
  for (let steps = 0; up >= 0 && steps < 2 && !/^(see|have|get|want)$/.test(lemmaOf(sent, up)); steps++)
    up = head(sent, up);
  if (up < 0 || up > word || !/^(see|have|get|want)$/.test(lemmaOf(sent, up)) || sent.tokens[up]!.upos !== 'VERB')
    return false;
  const above = verbGroup(sent, up);
  return above.infinitive || above.modal !== null || above.tense === 'future' || lemmaOf(sent, up) === 'want';
}

/** The verb itself is no fact: modal, future, infinitive under a wish, condition. */
export function wishful(sent: Sentence, word: number): boolean {
  const token = sent.tokens[word]!;
  if (!/^(VERB|AUX)$/.test(token.upos) && !token.xpos.startsWith('VB')) return false;
  const group = verbGroup(sent, word);
  if (group.infinitive && isNth(sent, word)) return false;
  if (token.xpos === 'VBN' && seenDone(sent, word)) return true;
  if (group.modal !== null || group.tense === 'future' || group.condition !== null) return true;
  // "became the first country to be named one"
  if (
    group.infinitive &&
    (isNth(sent, word) || /^(become|take|manage|grow|go|rise|come)$/.test(lemmaOf(sent, head(sent, word))))
  )
    return false;
  if (group.infinitive) return true;
  const up = head(sent, word);
  const toward = /^(at|for|about|on|to|of|into|towards?)$/.test(
    markerOf(sent, word) ?? prepositionOf(sent, word) ?? '',
  );
  const hung = !hasRelation(sent, word, 'advcl') || toward;
  if (up < 0 || token.xpos !== 'VBG') return false;
  if (WISH.test(lemmaOf(sent, up)) && hung) return true;
  // "agreed to begin work on raising their ties"
  const object = child(sent, up, 'obj');
  const worked = [up, object].some((one) => one >= 0 && isTalk(sent, one));
  return toward && worked && lemmaOf(sent, up) !== 'sign';
}

export const isNth = (sent: Sentence, word: number): boolean =>
  hasRelation(sent, word, 'acl') &&
  (/^(first|second|third|latest|last|only|newest)$/.test(lemmaOf(sent, head(sent, word))) ||
    children(sent, head(sent, word), 'amod').some((kid) => NTH.test(sent.tokens[kid]!.form)));

const NTH = /^(first|second|third|latest|last|only|newest|next|\p{Ll}+th|\d+(?:st|nd|rd|th))$/iu;

/** Whether the word above makes the step below it a wish. */
export const governs = (sent: Sentence, below: number, up: number): boolean =>
  WISH.test(lemmaOf(sent, up)) &&
  // "call their ties a partnership" asks for none.
  !(lemmaOf(sent, up) === 'call' && sent.tokens[up]!.upos === 'VERB' && prepositionOf(sent, below) !== 'for') &&
  !hasRelation(sent, below, 'nsubj', 'nsubj:pass', 'parataxis', 'advcl', 'acl:relcl') &&
  !(hasRelation(sent, below, 'obl') && SETTING.test(prepositionOf(sent, below) ?? '')) &&
  // "As a partner of ASEAN, it was invited": what it is, told first.
  !(hasRelation(sent, below, 'obl') && below < up && /^(as|for)$/.test(prepositionOf(sent, below) ?? ''));

/** "after a decade as strategic partners, both want more": where it happens, not what is wanted. */
const SETTING = /^(after|since|under|within|through|despite|beyond|during|given|besides|before|as part of|thanks to)$/;

export function wishedFor(sent: Sentence, label: Label, path: readonly number[]): boolean {
  const predicate = path[1];
  if (
    predicate !== undefined &&
    hasRelation(sent, label.head, 'nsubj') &&
    ((AHEAD.test(lemmaOf(sent, predicate)) && child(sent, predicate, 'cop') >= 0) ||
      (/^(possible|likely|feasible|near|close|due)$/.test(lemmaOf(sent, predicate)) &&
        sent.tokens[predicate]!.xpos !== 'JJS'))
  )
    return true;
  // "would like the same status"
  const same = /^same$/i.test(sent.tokens[label.first + 1]?.form ?? '');
  if (definite(sent, label) && !same) return toBeFirst(sent, label);
  if (eyed(sent, label)) return true;
  // "held talks on a partnership": under talks, wherever the parse hangs it.
  if (predicate !== undefined && /^(on|about|over|for|towards?)$/.test(prepositionOf(sent, label.head) ?? '')) {
    const object = child(sent, predicate, 'obj');
    if (object >= 0 && object < label.first && isTalk(sent, object)) return true;
  }
  if (
    predicate !== undefined &&
    hasRelation(sent, label.head, 'nsubj:pass') &&
    /^(discuss|propose|consider|negotiate|offer|plan|seek|promise|recommend|suggest|envisage|foresee|expect)$/.test(
      lemmaOf(sent, predicate),
    )
  )
    return true;
  for (let index = 1; index < path.length && index < 4; index++) {
    // "call each other strategic partners" names what is.
    if (index === 1 && label.party && /^(call|consider|expect)$/.test(lemmaOf(sent, path[1]!))) continue;
    if (governs(sent, path[index - 1]!, path[index]!)) return true;
    if (hasRelation(sent, path[index]!, 'ccomp', 'acl:relcl')) break;
  }
  const verb = path.find((word) => /^(VERB|AUX)$/.test(sent.tokens[word]!.upos));
  return (
    verb !== undefined && verbGroup(sent, verb).tense === 'future' && /^(have|become|be)$/.test(lemmaOf(sent, verb))
  );
}

/** "Hanoi and Rome eye …", "one step closer to …", "would welcome a …": by the words in front, however the parse reads them. */
function eyed(sent: Sentence, label: Label): boolean {
  const low = (at: number): string => sent.tokens[at]?.form.toLowerCase() ?? '';
  let at = label.first - 1;
  while (at > 0 && /^(a|an|new|full|formal|the)$/.test(low(at))) at -= 1;
  if (
    /^(eyes?|eyeing|mulls?|mulling|weighs?|weighing|seeks?|seeking|wants?|nears?|nearing|courts?|pursues?)$/.test(
      low(at),
    )
  )
    return true;
  // "one signature away from a …"
  if (low(at) === 'from' && /^(away|off|shy)$/.test(low(at - 1))) return true;
  if (low(at) === 'to' && /^(closer|nearer|path|road|way|candidate)$/.test(low(at - 1))) return true;
  return /^(welcome|like|favou?r|support|love|prefer|appreciate)$/.test(low(at)) && /^(would|['’]d)$/.test(low(at - 1));
}

/** "would be its first strategic partner in Africa" */
const toBeFirst = (sent: Sentence, label: Label): boolean => {
  const verb = child(sent, label.head, 'cop') >= 0 ? label.head : head(sent, label.head);
  return (
    label.party &&
    verb >= 0 &&
    (verb === label.head || /^(become|be|make|remain|turn|name|designate)$/.test(lemmaOf(sent, verb))) &&
    verbGroup(sent, verb).modal !== null &&
    children(sent, label.head, 'amod').some((kid) => NTH.test(sent.tokens[kid]!.form))
  );
};

/** "should one day be allies", "can never be a partner", "are without a partnership": what is only thought of, or is not. */
export const isOnlyThought = (sent: Sentence, label: Label): boolean =>
  prepositionOf(sent, label.head) === 'without' ||
  (child(sent, label.head, 'cop') >= 0 &&
    children(sent, label.head, 'aux').some((aux) =>
      /^(should|could|may|might|can|must)$/i.test(sent.tokens[aux]!.form),
    ));

/** "may agree to a partnership": a verb above the level that is only possible itself. */
export function isOnlyPossible(sent: Sentence, path: readonly number[]): boolean {
  for (let index = 1; index < path.length && index < 5; index++) {
    const up = path[index]!;
    if (sent.tokens[up]!.upos === 'VERB' && /^(may|might|could)$/.test(verbGroup(sent, up).modal ?? '')) return true;
    if (hasRelation(sent, up, 'ccomp', 'advcl', 'acl:relcl', 'parataxis', 'conj')) return false;
  }
  return false;
}

/** "denied that a partnership was in the works": told, but as untrue. */
export const isDisputed = (sent: Sentence, path: readonly number[]): boolean =>
  path.some(
    (up, index) =>
      index > 0 &&
      /^(deny|doubt|dispute|dismiss|refute|rebut)$/.test(lemmaOf(sent, up)) &&
      hasRelation(sent, path[index - 1]!, 'ccomp', 'obj', 'xcomp'),
  );
