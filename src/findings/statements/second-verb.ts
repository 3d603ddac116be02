/** Second verbs: whose they are when a comma, a tense or an attribution leads back past the nearest subject. */

import {
  type Argument,
  ancestors,
  child,
  children,
  firstConjunct,
  hasRelation,
  head as headOf,
  lemmaOf,
} from '../../language/tree.ts';
import { isTensed, type View } from './view.ts';

export const SAYS =
  /^(say|tell|add|note|state|write|announce|warn|stress|declare|affirm|insist|explain|argue|reply|remark|report|claim|assert|underline|emphasi[sz]e|conclude|recall|confirm|acknowledge|admit|quip|post)$/;

/** The subject of a joined verb, or the one further out that it really belongs to. */
export function leadsBack(view: View, verb: number, subject: Argument): Argument {
  const { sent } = view;
  if (subject.via === 'own' || view.quoted[verb]) return subject;
  const joined = hasRelation(sent, verb, 'conj');
  const first = firstConjunct(sent, verb);
  const comma = /^(and|but)$/.test(view.low[verb - 1] ?? '') && view.low[verb - 2] === ',';
  const owner = joined && isTensed(view, verb) ? aboveInfinitive(view, first) : -1;
  if (owner >= 0) return { token: owner, via: 'shared' };
  if (subject.via !== 'shared') return subject;
  const found = [
    comma && isTensed(view, verb) ? speechAbove(view, first) : -1,
    joined && view.tokens[verb]!.xpos === 'VBD' ? tellerOf(view, first, comma) : -1,
    joined && view.low[verb - 2] === ',' ? sayingBeside(view, first, verb) : -1,
  ].find((token) => token >= 0);
  return found === undefined ? subject : { token: found, via: 'shared' };
}

/** "urged both to show restraint and offered to mediate": a tense behind an infinitive is that of the verb above. */
function aboveInfinitive(view: View, first: number): number {
  const { sent } = view;
  if (view.tokens[first]!.xpos !== 'VB') return -1;
  const above = child(sent, headOf(sent, first), 'nsubj');
  const infinitive = children(sent, first, 'mark', 'aux').some((word) => view.low[word] === 'to');
  return above < first && infinitive ? above : -1;
}

/** "Talks would go on, the minister said, and urged Chad": the one who said urges. */
function sayingBeside(view: View, first: number, verb: number): number {
  const saying = children(view.sent, first, 'parataxis')
    .filter((word) => word < verb && SAYS.test(lemmaOf(view.sent, word)) && child(view.sent, word, 'nsubj') >= 0)
    .at(-1);
  return saying === undefined ? -1 : child(view.sent, saying, 'nsubj');
}

/**
 * "said his country was ready, and assured …", "said citizens own it and voiced concern", "warned that Oslo would pay and said …":
 * a comma, another tense or a modal leads back to the one who tells.
 */
function tellerOf(view: View, first: number, comma: boolean): number {
  const { sent } = view;
  const teller = headOf(sent, first);
  const owner = teller >= 0 && view.tokens[teller]!.xpos === 'VBD' ? child(sent, teller, 'nsubj') : -1;
  if (owner < 0 || owner > teller || !hasRelation(sent, first, 'ccomp')) return -1;
  const other =
    /^(VBZ|VBP)$/.test(view.tokens[first]!.xpos) ||
    children(sent, first, 'aux', 'cop').some((aux) => /^(VBZ|VBP|MD)$/.test(view.tokens[aux]!.xpos));
  return comma || other ? owner : -1;
}

/** "told the crowd her party would stay out until they opened it, and asked the king": back to the verb of speech. */
function speechAbove(view: View, first: number): number {
  for (const up of ancestors(view.sent, first)) {
    const owner = child(view.sent, up, 'nsubj');
    if (owner >= 0 && owner < up && view.tokens[up]!.xpos === 'VBD' && SAYS.test(lemmaOf(view.sent, up))) return owner;
  }
  return -1;
}
