/** Content in front of a relative clause: "the drill, which Oslo derided as a rehearsal", "the raid that Oslo condemned". */

import { children, firstConjunct, hasRelation, head as headOf, subtree } from '../../language/tree.ts';
import type { Source } from './source.ts';
import type { Spotted } from './spot.ts';
import { isTensed, lastWord, type View } from './view.ts';

const PRONOUN = /^(which|whom|that)$/;

/** The noun that a relative clause with a subject of its own is about, or -1: "the raid (which) Oslo condemned". */
export function antecedentOf(view: View, spotted: Spotted, source: Source): number {
  const sent = view.sent;
  const verb = spotted.head;
  const first = firstConjunct(sent, verb);
  if (!hasRelation(sent, first, 'acl:relcl') || source.via === 'relative' || source.head < 0) return -1;
  const noun = headOf(sent, first);
  if (noun < 0 || noun >= source.head || source.head > verb) return -1;
  // "told the paper that Oslo was asking for more": "that" opens a clause of its own there.
  if (children(sent, verb, 'mark').length > 0) return -1;
  const names = spotted.cue.takes.has('as');
  return names || children(sent, verb, 'obj', 'ccomp').every((kid) => kid < verb) ? noun : -1;
}

/** The relative pronoun within three words before the source's phrase; "" for none. */
export function pronounBefore(view: View, source: number): string {
  let at = Math.min(source, ...subtree(view.sent, source).filter((word) => word > source - 8)) - 1;
  if (at >= 0 && !PRONOUN.test(view.low[at]!)) at = source - 1;
  for (let back = at; back >= Math.max(0, at - 3); back--) {
    if (PRONOUN.test(view.low[back]!)) return view.low[back]!;
    if (view.mark[back]) return '';
  }
  return '';
}

/** What stands behind "as" when the verdict is all that the clause adds: "which Oslo derided as | a rehearsal for war". */
export function verdict(view: View, verb: number): Set<number> | null {
  const as = view.low.findIndex((low, at) => low === 'as' && at > verb && at <= verb + 3);
  if (as < 0) return null;
  const words = new Set<number>();
  for (let at = as + 1; at <= lastWord(view); at++) {
    if (!view.quoted[at] && (/^[,;:()—–]$/.test(view.low[at]!) || isTensed(view, at))) break;
    // "as a triumph and the opposition dismissed": another clause.
    if (/^(and|but)$/.test(view.low[at]!) && tensedSoon(view, at)) break;
    words.add(at);
  }
  return words.size === 0 ? null : words;
}

/** "asked for ten years", "accused of theft": a phrase that holds what was said. */
const leads = (view: View, kid: number): boolean =>
  /^(of|for|to)$/.test(view.low[children(view.sent, kid, 'case').find((word) => word < kid) ?? -1] ?? '');

const tensedSoon = (view: View, from: number): boolean => {
  for (let at = from + 1; at < Math.min(view.tokens.length, from + 7) && !view.mark[at]; at++)
    if (isTensed(view, at)) return true;
  return false;
};

/** The content of a cue in such a clause: the verdict behind "as", else the noun phrase that the clause is about. */
export function relativeThing(view: View, spotted: Spotted, source: Source): Set<number> | null {
  const noun = antecedentOf(view, spotted, source);
  if (noun < 0) return null;
  const told = verdict(view, Math.max(...spotted.tokens)) ?? named(view, spotted);
  if (told !== null)
    return view.low[noun] === 'what' ? told : new Set([...nounPhrase(view, noun, spotted.head), ...told]);
  if (!spotted.cue.takes.has('thing') || children(view.sent, spotted.head, 'obl').some((kid) => leads(view, kid)))
    return null;
  const kept = nounPhrase(view, noun, spotted.head);
  return kept.size === 0 ? null : kept;
}

/** The noun with what belongs to it, its clauses left out. */
function nounPhrase(view: View, noun: number, before: number): Set<number> {
  const words = subtree(view.sent, noun, ['acl:relcl', 'appos', 'parataxis', 'cop', 'nsubj', 'advcl', 'dep']);
  const kept = new Set(words.filter((word) => word < before));
  for (const word of children(view.sent, noun, 'case', 'cc', 'punct')) kept.delete(word);
  // Without the pronoun that opens the clause.
  for (const word of kept) if (PRONOUN.test(view.low[word]!) && word > noun) kept.delete(word);
  return kept;
}

/** "a charge Oslo calls absurd", "men whom he called heroes": the name given. */
function named(view: View, { cue, head, tokens }: Spotted): Set<number> | null {
  if (!cue.takes.has('as')) return null;
  const last = Math.max(...tokens);
  const given = children(view.sent, head, 'xcomp', 'obj', 'ccomp', 'obl').find((kid) => kid > last);
  // "in which the prince called the sultan a brother": nothing is left for the noun in front.
  if (given === undefined || children(view.sent, head, 'obj', 'xcomp').filter((kid) => kid > last).length > 1)
    return null;
  return new Set(subtree(view.sent, given).filter((word) => word > last));
}
