/** Content that is a verb without a tense: infinitives and gerunds. */

import { child, children, hasRelation, markerOf, subtree } from '../../language/tree.ts';
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
      if (/^(never|not)$/.test(view.low[to - 1] ?? '')) words.add(to - 1);
      for (const more of children(sent, verb, 'conj'))
        if (markerOf(sent, more) === 'to' || children(sent, more, 'mark').some((mark) => view.low[mark] === 'to'))
          addTo(words, subtree(sent, more));
      if (addressee !== null && addressee >= 0 && words.has(addressee)) remove(words, [addressee]);
      return words;
    }
  }
  if (addressee !== null) return infinitiveBehind(view, verb, addressee);
  return view.low[verb + 1] === 'to' && maybeVerb(view, verb + 2) && view.tokens[verb + 2]!.xpos !== 'VB'
    ? clauseFrom(view, verb + 1)
    : null;
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
