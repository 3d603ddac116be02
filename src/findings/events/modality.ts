/** Whether it happened: the modality of a trigger, read before its type because the type depends on it. */

import type { Modality, Sentence } from '../../core/index.ts';
import {
  ancestors,
  children,
  clauseOf,
  coordinator,
  firstConjunct,
  hasChild,
  hasRelation,
  head,
  lemmaOf,
  markerOf,
  relation,
  verbGroup,
} from '../../language/tree.ts';
import {
  classAt,
  FIRST,
  isAsked,
  isFiniteAt,
  isGeneric,
  isInfinitive,
  isInverted,
  isOver,
  isOwnThreat,
  isReported,
  isRootName,
  isTold,
  isUnreal,
  LASTING,
  UNTRUE,
} from './clause-signs.ts';
import { readNoun } from './noun-modality.ts';
import { apply, type Reading, stopped, tell, worse } from './reading.ts';
import { lemmasOf, type Match } from './triggers.ts';
import type { Governors } from './words.ts';

/** Reads the modality of a match from the verb group and from the words above. */
export function readModality(sent: Sentence, match: Match, words: Governors): Reading {
  if (match.verb >= 0)
    return readClause(
      sent,
      match.verb,
      words,
      match.trigger.frame.absorbs && match.trigger.frame.mode !== 'investigate',
    );
  return readNoun(sent, match.noun, words, readClause);
}

function readClause(sent: Sentence, verb: number, words: Governors, speechAct: boolean): Reading {
  const group = verbGroup(sent, verb);
  const base = { governors: [] as number[], refusal: false, conditional: false, background: false, obliged: -1 };
  const over = hasRelation(sent, verb, 'xcomp') ? [head(sent, verb)] : [];
  const conditional = [verb, ...over, ...children(sent, verb, 'xcomp', 'ccomp', 'advcl', 'obj', 'obl')]
    .flatMap((w) => children(sent, w, 'advcl'))
    .some((a) => /^(if|unless|provided|should)/.test(markerOf(sent, a) ?? '') || isInverted(sent, a));
  if (isUnreal(sent, verb)) return { ...base, modality: null, reason: 'contrary to fact' };
  if (group.condition !== null) return { ...base, modality: null, reason: `under "${group.condition}"` };
  if (group.question || isAsked(sent, verb)) return { ...base, modality: null, reason: 'a question' };
  if (isGeneric(sent, verb, words)) return { ...base, modality: null, reason: 'a habit' };
  if (
    sent.tokens[verb]?.xpos === 'VB' &&
    !hasChild(sent, verb, 'nsubj') &&
    !/^(let|quit|cut|put|set|shut|hit|beat|spread|cast|bid|read)$/i.test(sent.tokens[verb]?.form ?? '') &&
    group.auxiliaries.length === 0 &&
    !group.infinitive &&
    !group.imperative &&
    !speechAct
  )
    return { ...base, modality: null, reason: 'a bare infinitive', governors: [...ancestors(sent, verb)] };
  if (group.tense === 'present' && !group.perfect && !group.progressive && hasRelation(sent, verb, 'acl:relcl'))
    return { ...base, modality: null, reason: 'a description' };
  if (group.modal !== null) {
    if (['may', 'might', 'could', 'can'].includes(group.modal))
      return group.negated && group.modal !== 'may' && group.modal !== 'might'
        ? { ...base, modality: 'denied', reason: 'negated' }
        : { ...base, modality: 'possible', reason: group.modal };
    if (group.modal === 'must' || group.modal === 'should' || group.modal === 'ought') {
      const at = group.auxiliaries.find((a) => /^(must|should|ought)$/i.test(sent.tokens[a]?.form ?? '')) ?? verb;
      return { ...base, modality: null, reason: `"${group.modal}"`, obliged: at };
    }
    // "I would ask colleagues to wait": a polite request.
    if (
      group.modal === 'would' &&
      speechAct &&
      !conditional &&
      !group.negated &&
      children(sent, verb, 'nsubj').some((s) => /^(i|we)$/i.test(sent.tokens[s]?.form ?? ''))
    )
      return { ...above(sent, verb, words, 'occurred', 'a polite request', speechAct), conditional };
    if (group.modal === 'would' && group.perfect) return { ...base, modality: null, reason: 'contrary to fact' };
    if (group.modal === 'would' && (conditional || (!group.negated && !isReported(sent, verb, words))))
      return { ...base, modality: 'possible', reason: 'would', conditional };
    if (group.negated)
      return {
        ...base,
        modality: 'denied',
        reason: isOver(sent, verb) ? 'no longer' : `${group.modal} not`,
        refusal: true,
        conditional,
      };
    if (group.modal === 'will' && group.perfect && !group.progressive)
      return { ...base, modality: 'planned', reason: 'will have' };
    return { ...above(sent, verb, words, 'planned', group.modal, speechAct), conditional };
  }
  if (group.negated)
    return { ...base, modality: 'denied', reason: denial(sent, verb, group.tense === 'past' || group.perfect) };
  if (group.tense === 'future') return { ...above(sent, verb, words, 'planned', 'to come', speechAct), conditional };
  // "said the ministry was looking into it": it still is.
  const retold = group.tense === 'past' && hasRelation(sent, firstConjunct(sent, verb), 'ccomp');
  const own: Modality = group.progressive && !speechAct && (group.tense !== 'past' || retold) ? 'ongoing' : 'occurred';
  return {
    ...above(sent, verb, words, own, own === 'ongoing' ? 'progressive' : 'reported fact', speechAct),
    conditional,
  };
}

/** "no longer insists", "did not accept", "does not accept". */
const denial = (sent: Sentence, verb: number, past: boolean): string =>
  isOver(sent, verb) ? 'no longer' : past && !hasChild(sent, verb, 'cop', 'aux:pass') ? 'did not' : 'negated';

/** Verbs of those who have decided. */
const DECIDED = /^(vote|decide|choose|opt|resolve)$/;

/** Climbs from a clause to the words that govern it. */
function above(
  sent: Sentence,
  verb: number,
  words: Governors,
  own: Modality,
  why: string,
  speechAct: boolean,
): Reading {
  let at = verb;
  let result: Modality | null = own;
  let reason = why;
  let background = false;
  const governors: number[] = [];
  for (let steps = 0; steps < 12; steps++) {
    const first = firstConjunct(sent, at);
    if (
      first !== at &&
      (hasChild(sent, at, 'nsubj', 'mark', 'aux') || coordinator(sent, at) === 'but') &&
      isFiniteAt(sent, at)
    ) {
      // A clause of its own: nothing above the first member governs it unless that one is itself embedded.
      at = first;
      if (!hasRelation(sent, at, 'ccomp', 'acl:relcl', 'advcl')) break;
    } else at = first;
    const up = head(sent, at);
    if (up < 0) break;
    const rel = relation(sent, at);
    const marker = markerOf(sent, at);
    const infinitive = isInfinitive(sent, at);
    const going = rel === 'advcl' && infinitive ? classAt(sent, up, words) : null;
    const beside = going !== null && going !== 'say' && going !== 'aspect' && !hasChild(sent, up, 'xcomp', 'ccomp');
    // "ruled out sending troops": a gerund right behind the word that governs it.
    if (rel === 'advcl' && marker === null && sent.tokens[at]?.xpos === 'VBG' && sent.tokens[at - 1]?.form !== ',') {
      const kind = classAt(sent, up, words);
      if (kind !== null && kind !== 'say' && kind !== 'aspect' && kind !== 'planned') {
        const next = apply(result, kind, lemmaOf(sent, up));
        return stopped(next, [...governors, up]);
      }
    }
    if (
      rel === 'advcl' &&
      infinitive &&
      speechAct &&
      lemmasOf(sent.tokens[up]!).some((lemma) => words.voiced.has(lemma))
    ) {
      governors.push(up);
      reason = `"${lemmaOf(sent, up)}" to`;
      at = up;
      continue;
    }
    // "was quick to condemn": it did.
    if (infinitive && /^(quick|swift|prompt)$/.test(lemmaOf(sent, up)) && hasChild(sent, up, 'cop')) {
      governors.push(up);
      at = up;
      continue;
    }
    if (rel === 'advcl' && infinitive && !beside) {
      if (going === 'planned' && (hasChild(sent, up, 'cop') || verbGroup(sent, up).voice === 'passive')) {
        result = worse(result, 'planned');
        governors.push(up);
        reason = `"${lemmaOf(sent, up)}" to`;
        at = up;
        continue;
      }
      return tell(null, 'a purpose', [...governors, up], true);
    }
    if (
      (rel === 'advcl' && !beside) ||
      rel === 'acl:relcl' ||
      rel === 'acl' ||
      rel === 'parataxis' ||
      rel === 'appos'
    ) {
      // A headline: "Ghana to host summit".
      if (rel === 'acl' && infinitive && isRootName(sent, up)) {
        result = worse(result, 'planned');
        reason = 'a headline to come';
        break;
      }
      // "became the first state to recognise Eritrea": it did.
      if (
        rel === 'acl' &&
        infinitive &&
        FIRST.test(sent.tokens[up]?.form ?? '') === false &&
        children(sent, up, 'amod').some((a) => FIRST.test(sent.tokens[a]?.form ?? ''))
      ) {
        governors.push(up);
        at = up;
        continue;
      }
      // "has no plans to leave"
      if (
        rel === 'acl' &&
        infinitive &&
        children(sent, up, 'det').some((d) => /^no$/i.test(sent.tokens[d]?.form ?? ''))
      )
        return tell('denied', `no "${lemmaOf(sent, up)}"`, [...governors, up], true);
      if (rel === 'acl' && infinitive) {
        const kind = classAt(sent, up, words) ?? 'possible';
        governors.push(up);
        const next = apply(result, kind, lemmaOf(sent, up));
        if (next.stop) return stopped(next, governors);
        result = next.modality;
        reason = next.reason ?? reason;
        const clause = clauseOf(sent, up);
        if (clause < 0 || clause === at) break;
        at = clause;
        continue;
      }
      if (rel === 'advcl' && marker !== null && /^(after|since|before|until|once|when|while|as)/.test(marker))
        background = true;
      if (rel.startsWith('acl')) background = true;
      if (rel === 'acl' && marker === 'that') {
        // "concerns that it was spying"
        const kind = classAt(sent, up, words);
        if (kind === 'possible' || kind === 'requested' || kind === 'denied')
          return tell(null, `below "${lemmaOf(sent, up)}"`, [...governors, up], true);
        // "denied the claim that it shelled the village", "reports that it had closed the border were false"
        const over = head(sent, up);
        if (over >= 0 && (classAt(sent, over, words) === 'denied' || UNTRUE.test(sent.tokens[over]?.form ?? '')))
          return tell(null, `"${lemmaOf(sent, over)}"`, [...governors, up], true);
      }
      if (
        rel === 'advcl' &&
        marker !== null &&
        /^(at|about|of|on|into|from|for|against|toward|towards)$/.test(marker)
      ) {
        // "hinted at upgrading", "accused of arming"
        return tell(null, `"${lemmaOf(sent, up)} ${marker}"`, [...governors, up], true);
      }
      // "When the presidents meet here in May": to come.
      if (
        rel === 'advcl' &&
        marker !== null &&
        /^when/.test(marker) &&
        /^VB[ZP]$/.test(sent.tokens[at]?.xpos ?? '') &&
        result === 'occurred'
      )
        result = 'planned';
      if (
        (marker !== null && /^(before|until)/.test(marker) && /^VB[ZP]?$/.test(sent.tokens[at]?.xpos ?? '')) ||
        (marker !== null && /^(before|until)/.test(marker) && verbGroup(sent, at).tense === 'present')
      )
        return tell(null, `under "${marker}"`, [...governors, up], true);
      if (
        marker !== null &&
        /^(before|until|lest|without|instead|rather|as if|in order)/.test(marker) &&
        rel === 'advcl' &&
        !isFiniteAt(sent, at) &&
        // "met the king before flying on": it shares the fate of the main clause.
        !(
          /^before/.test(marker) &&
          sent.tokens[at]?.xpos === 'VBG' &&
          (classAt(sent, up, words) ?? 'aspect') === 'aspect'
        )
      ) {
        return tell(null, `under "${marker}"`, [...governors, up], true);
      }
      if (rel === 'acl' || rel === 'acl:relcl' || rel === 'appos') break;
      // "will close its embassy, accusing Chad": the words fall with the announcement.
      if (
        rel === 'advcl' &&
        speechAct &&
        marker === null &&
        up < at &&
        sent.tokens[at]?.xpos === 'VBG' &&
        sent.tokens[at - 1]?.form === ',' &&
        !verbGroup(sent, up).negated
      )
        break;
      // "agreed to run its embassy after Chad expelled the envoys": a past clause of its own is a fact, whatever it follows.
      if (
        marker !== null &&
        /^(after|since|when)$/.test(marker) &&
        verbGroup(sent, at).tense === 'past' &&
        hasChild(sent, at, 'nsubj', 'nsubj:pass') &&
        isFiniteAt(sent, at)
      )
        break;
      // A participle or adverbial clause shares the fate of its main clause only when that is not asserted.
      at = up;
      if (rel === 'parataxis') break;
      if (rel === 'advcl' && !hasChild(sent, firstConjunct(sent, verb), 'nsubj')) {
        const group = verbGroup(sent, at);
        if (group.modal !== null && group.modal !== 'will' && group.modal !== 'shall')
          return tell(null, `beside "${group.modal}"`, [...governors, at], true);
        if (group.modal === 'will' || group.tense === 'future') result = worse(result, 'planned');
      }
      if (isFiniteAt(sent, at)) break;
      continue;
    }
    // "Kuwait emir to visit Iraq"
    if (
      rel === 'xcomp' &&
      infinitive &&
      sent.tokens[up]?.upos !== 'VERB' &&
      isRootName(sent, up) &&
      !hasChild(sent, up, 'cop')
    ) {
      result = worse(result, 'planned');
      reason = 'a headline to come';
      break;
    }
    if (rel === 'xcomp' || rel === 'ccomp' || rel === 'csubj' || beside) {
      governors.push(up);
      const kind = classAt(sent, up, words);
      const group = verbGroup(sent, up);
      // "has yet to accept": it has not.
      if (
        infinitive &&
        /^have$/.test(lemmaOf(sent, up)) &&
        children(sent, up, 'advmod').some((a) => /^yet$/i.test(sent.tokens[a]?.form ?? ''))
      )
        return tell('denied', 'has yet to', governors, background);
      if (kind !== null) {
        if (group.negated && kind !== 'say') {
          // "denied" of a refusal stays open, of everything else nothing is asserted.
          return tell(kind === 'denied' ? null : 'denied', `not "${lemmaOf(sent, up)}"`, governors, background);
        }
        if (kind === 'possible' && isOwnThreat(sent, at, up)) {
          reason = `"${lemmaOf(sent, up)}" of one's own`;
          at = up;
          continue;
        }
        // "told reporters that talks had begun" reports; "told them to leave" asks.
        const told = kind === 'requested' && rel === 'ccomp' && !infinitive && isTold(sent, at, up);
        const sayTo = kind === 'say' && infinitive && hasChild(sent, up, 'obj', 'iobj');
        if (kind === 'aspect' && LASTING.has(lemmaOf(sent, up)) && group.tense !== 'past' && result === 'occurred') {
          result = 'ongoing';
          reason = `"${lemmaOf(sent, up)}"`;
        }
        // "analysts expect the two to reach a deal": the guess of somebody else.
        if (
          kind === 'planned' &&
          /^(expect|anticipate|foresee|predict)$/.test(lemmaOf(sent, up)) &&
          group.voice === 'active' &&
          hasChild(sent, up, 'nsubj') &&
          (hasChild(sent, at, 'nsubj') || hasChild(sent, up, 'obj'))
        )
          return tell(null, `below "${lemmaOf(sent, up)}"`, governors, background);
        const next = apply(result, sayTo ? 'requested' : told ? 'say' : kind, lemmaOf(sent, up));
        if (next.stop) return stopped(next, governors);
        result = next.modality;
        reason =
          infinitive && DECIDED.test(lemmaOf(sent, up)) && group.modal === null && group.tense === 'past'
            ? 'decided'
            : (next.reason ?? reason);
      } else if (
        infinitive &&
        lemmaOf(sent, up) === 'become' &&
        children(sent, up, 'xcomp', 'obj').some((x) =>
          children(sent, x, 'amod').some((a) => FIRST.test(sent.tokens[a]?.form ?? '')),
        )
      ) {
        at = up;
        continue;
      } else if (infinitive || rel === 'xcomp' || beside) {
        // An unknown word above an infinitive: nothing is asserted.
        if (infinitive) return tell(null, `below "${lemmaOf(sent, up)}"`, governors, background);
      }
      if (rel === 'xcomp' || infinitive) {
        if (group.negated) return tell('denied', 'negated above', governors, background);
        if (group.modal === 'will' || group.modal === 'shall' || group.modal === 'would')
          result = worse(result, 'planned');
        else if (group.modal !== null) result = worse(result, 'possible');
      }
      if (group.condition !== null) return tell(null, `under "${group.condition}"`, governors, background);
      at = up;
      continue;
    }
    break;
  }
  return tell(result, reason, governors, background);
}
