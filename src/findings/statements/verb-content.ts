/** Content that is a verb without a tense: infinitives and gerunds. */

import { child, children, hasRelation, lemmaOf, markerOf, subtree } from '../../language/tree.ts';
import { isTensed, lastWord, type View } from './view.ts';
import { addTo, remove } from './words.ts';

/** "reported hearing three blasts", "denied helping the rebels". */
export function gerund(view: View, verb: number): Set<number> | null {
  const kid = children(view.sent, verb, 'xcomp', 'ccomp', 'advcl', 'acl', 'obj').find(
    (word) =>
      word > verb &&
      word <= verb + 3 &&
      (view.tokens[word]!.xpos === 'VBG' || /^(having|being)$/.test(view.low[verb + 1] ?? '')) &&
      !view.mark[word - 1] &&
      children(view.sent, word, 'mark', 'case').length === 0,
  );
  return kid === undefined ? null : new Set(subtree(view.sent, kid));
}

/** Cues whose words may be a question: "explained how the truce would work", "asked the envoy whether it would hold". */
const ASKS = /^(explain|ask|describe|reveal|disclose|clarify|specify|tell|outline|recount|wonder|question|detail)$/;

/** The question behind such a cue and the one spoken to, or null. */
export function indirectQuestion(view: View, cue: string, last: number, addressee: number): Set<number> | null {
  if (!ASKS.test(cue)) return null;
  const hearer =
    addressee > last
      ? subtree(view.sent, addressee, ['acl', 'advcl', 'parataxis', 'ccomp']).filter((word) => word <= addressee + 4)
      : [];
  let at = Math.max(last, ...hearer) + 1;
  // "explained in detail how", "asked again why"
  if (/^(?:in detail|in public|once more)$/.test(view.low.slice(at, at + 2).join(' '))) at += 2;
  else if (view.tokens[at]?.upos === 'ADV' && !QUESTION.test(view.low[at]!)) at++;
  if (!QUESTION.test(view.low[at] ?? '') || view.quoted[at]) return null;
  const words = clauseFrom(view, at);
  return [...words].some((word) => isTensed(view, word)) ? words : null;
}
const QUESTION = /^(how|why|whether|if|what|when|where|who|which)$/;

/** "pledged to help", "urged Chad to act": an infinitive of the cue or of the one addressed. */
export function infinitive(view: View, verb: number, addressee: number | null): Set<number> | null {
  const sent = view.sent;
  const hosts = addressee !== null && addressee >= 0 ? [verb, addressee] : [verb];
  for (const host of hosts) {
    for (const kid of children(sent, host, 'xcomp', 'advcl', 'acl', 'ccomp')) {
      if (kid <= verb || hasRelation(sent, kid, 'acl:relcl')) continue;
      const to = children(sent, kid, 'mark').find((mark) => view.low[mark] === 'to');
      if (to === undefined) continue;
      if (addressee === null && hasRelation(sent, kid, 'advcl') && child(sent, verb, 'obj') >= 0) continue;
      const words = new Set(subtree(sent, kid));
      // "expects the economy to grow": whoever or whatever is to do it.
      const doer = /^(expect|want|wish|anticipate)$/.test(lemmaOf(sent, verb)) ? child(sent, verb, 'obj') : -1;
      if (doer > verb && doer < to) addTo(words, subtree(sent, doer));
      if (/^(never|not)$/.test(view.low[to - 1] ?? '')) words.add(to - 1);
      for (const more of children(sent, verb, 'conj'))
        if (markerOf(sent, more) === 'to' || children(sent, more, 'mark').some((mark) => view.low[mark] === 'to'))
          addTo(words, subtree(sent, more));
      addTo(words, conditionBehind(view, verb, Math.max(...words)));
      if (addressee !== null && addressee >= 0 && words.has(addressee)) remove(words, [addressee]);
      return words;
    }
  }
  if (addressee !== null) return infinitiveBehind(view, verb, addressee);
  return view.low[verb + 1] === 'to' && maybeVerb(view, verb + 2) && view.tokens[verb + 2]!.xpos !== 'VB'
    ? clauseFrom(view, verb + 1)
    : null;
}

/** "threatened to cut aid if the ship docked": the condition right behind, though it was hung on the cue. */
function conditionBehind(view: View, verb: number, last: number): Set<number> {
  if (!/^(if|unless)$/.test(view.low[last + 1] ?? '')) return new Set();
  const top = view.tokens[last + 1]!.head;
  return top > last && view.tokens[top]!.head === verb ? new Set(subtree(view.sent, top)) : new Set();
}

/** "urged each side to lay down arms" where the tree lost the infinitive: from "to" to the end of the clause. */
function infinitiveBehind(view: View, verb: number, addressee: number): Set<number> | null {
  const from = Math.max(
    verb,
    addressee,
    ...(addressee >= 0 ? subtree(view.sent, addressee, ['acl', 'advcl', 'nmod']) : []),
  );
  if (addressee < 0 || view.low[from + 1] !== 'to' || !maybeVerb(view, from + 2)) return null;
  return clauseFrom(view, from + 1);
}

/** "to free journalists", "to host talks": a base form that the tagger took for an adjective or a noun counts too. */
const maybeVerb = (view: View, at: number): boolean =>
  view.tokens[at]?.xpos === 'VB' ||
  (/^(free|host|open|close|end|release|return|visit|meet|stop|halt|help|support|mediate|respect|honour|honor|lift|cut|talk|rule|fund|train|pay|aid|answer|change|protect|share|welcome|calm|ease)$/.test(
    view.low[at] ?? '',
  ) &&
    !view.mark[at + 1] &&
    at + 1 < view.tokens.length);

/** From `first` to the end of the clause. */
export function clauseFrom(view: View, first: number): Set<number> {
  const words = new Set<number>();
  for (let at = first; at <= lastWord(view); at++) {
    if (/^[;:]$/.test(view.low[at]!) || (view.low[at] === ',' && isTensedSoon(view, at))) break;
    words.add(at);
  }
  return words;
}

const isTensedSoon = (view: View, at: number): boolean => {
  for (let next = at + 1; next < Math.min(view.tokens.length, at + 8); next++) if (isTensed(view, next)) return true;
  return false;
};
