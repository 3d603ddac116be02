/** For whom a speaker speaks, by the words of the phrase: bodies, places, owners. */

import type { Mention } from '../../core/index.ts';
import { children, conjuncts } from '../../language/tree.ts';
import { mentionAt, mentionsIn } from '../../mentions/index.ts';
import { ownerNation } from './nation.ts';
import type { View } from './view.ts';

export const ownersNation = (view: View, head: number): string | null => {
  const owner = children(view.sent, head, 'nmod:poss').find((word) => /^(its|their|his|her)$/.test(view.low[word]!));
  return owner === undefined ? null : ownerNation(view.doc, view.sent.index, owner);
};

/** Bodies of no country keep their code: "EUR", "UNO", "IGO". */
export const bodyCode = (mention: Mention | null): string | null =>
  mention !== null && /^(EUR|UNO|IGO)$/.test(mention.code ?? '') ? mention.code : null;

export function countryInside(view: View, first: number, last: number): string | null {
  const from = view.tokens[first]!.start;
  const to = view.tokens[last]!.end;
  let found: string | null = null;
  for (const mention of mentionsIn(view.doc, view.sent.index)) {
    if (mention.span[0] < from || mention.span[1] > to || mention.country === null) continue;
    if (mention.kind === 'time' || mention.kind === 'quantity') continue;
    if (found !== null && found !== mention.country) return null;
    found = mention.country;
  }
  return found;
}

/** "in his words": the only person named in this sentence and the two before; null when there are more or none. */
export function soleBefore(view: View, head: number): Mention | null {
  if (!/^(his|her)$/.test(view.low[head]!)) return null;
  const until = view.tokens[head]!.start;
  const named = [view.sent.index - 2, view.sent.index - 1, view.sent.index]
    .flatMap((index) => mentionsIn(view.doc, index))
    .filter((mention) => mention.kind === 'person' && mention.name !== null && mention.span[1] <= until);
  return new Set(named.map((mention) => mention.name)).size === 1 ? named[named.length - 1]! : null;
}

/** "the UN mission in Sudan", "the UN's rights office": the body in front of the noun, whatever the place behind it. */
export function bodyInPlace(view: View, head: number, first: number): string | null {
  for (let at = first; at < head; at++) {
    const mention = mentionAt(view.doc, view.sent.index, at);
    if (mention === null || mention.kind !== 'organization' || mention.head >= head || mention.head < first) continue;
    if (mention.code !== null && /^(UNO|EUR|IGO)$/.test(mention.code)) return mention.code;
  }
  return null;
}

export function sharedCountry(view: View, head: number): string | null {
  const countries = new Set<string | null>();
  for (const member of conjuncts(view.sent, head))
    countries.add(mentionAt(view.doc, view.sent.index, member)?.country ?? null);
  const [only] = [...countries];
  return countries.size === 1 ? (only ?? null) : null;
}
