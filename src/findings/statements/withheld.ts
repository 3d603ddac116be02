/** Refusals to speak: what was not commented on, and what had been asked. */

import { children, hasRelation, head as headOf, lemmaOf, verbGroup } from '../../language/tree.ts';
import { mentionAt } from '../../mentions/index.ts';
import type { Spotted } from './spot.ts';
import { isVerb, type View } from './view.ts';

const subtreeOf = (view: View, top: number): number[] => {
  const found: number[] = [];
  const open = [top];
  for (let at = open.pop(); at !== undefined && found.length < view.tokens.length; at = open.pop()) {
    found.push(at);
    open.push(...children(view.sent, at));
  }
  return found;
};

/** What a refusal to speak is about: "declined to comment on the leak"; empty when it does not say. */
export function withheldWords(view: View, spotted: Spotted): Set<number> {
  const verb = [...spotted.tokens].reverse().find((token) => isVerb(view, token)) ?? spotted.head;
  const words = new Set<number>();
  // "would neither confirm nor deny the report"
  const joined = children(view.sent, verb, 'conj').filter((kid) =>
    /^(deny|dispute|rule|reject)$/.test(lemmaOf(view.sent, kid)),
  );
  for (const kid of [verb, ...joined].flatMap((host) => children(view.sent, host, 'obj', 'ccomp', 'xcomp', 'obl'))) {
    if (kid < verb || mentionAt(view.doc, view.sent.index, kid)?.kind === 'time') continue;
    for (const word of subtreeOf(view, kid))
      if (!hasRelation(view.sent, word, 'case') || headOf(view.sent, word) !== kid) words.add(word);
  }
  for (const token of spotted.tokens) words.delete(token);
  // "declined further comment"
  if ([...words].every((word) => /^(ADJ|ADV|DET|PUNCT)$/.test(view.tokens[word]!.upos))) words.clear();
  if (words.size > 0) return words;
  const asked = askedBefore(view, spotted);
  // "declined to comment": without a topic the comment itself is what was withheld.
  return asked.size > 0 ? asked : new Set([spotted.tokens[spotted.tokens.length - 1]!]);
}

/** "Asked about the leak, she declined to comment", "the envoy, asked whether he would go, …": what the question was. */
function askedBefore(view: View, spotted: Spotted): Set<number> {
  const words = new Set<number>();
  const asked = view.low.findIndex(
    (low, at) =>
      /^(asked|pressed|questioned)$/.test(low) && at < spotted.head && (at === 0 || view.low[at - 1] === ','),
  );
  if (asked < 0) return words;
  let from = asked + 1;
  if (/^(about|on|by)$/.test(view.low[from] ?? '')) from++;
  for (let at = from; at < spotted.head && view.low[at] !== ','; at++) words.add(at);
  return words;
}

/** "would not confirm", "would not say whether": a refusal to speak. */
export const withheld = (view: View, head: number): boolean => {
  if (!/^(confirm|comment|say|discuss|elaborate|answer|specify|disclose)$/.test(lemmaOf(view.sent, head))) return false;
  const group = verbGroup(view.sent, head);
  return group.negated && group.modal === 'would';
};
