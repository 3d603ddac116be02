/** Repairs of trees that need the mentions: names torn apart, receivers that the tree takes for part of the gift. */

import type { Mention, Sentence } from '../../core/index.ts';
import { hasRelation, isTree, lemmaOf } from '../../language/tree.ts';

type Tokens = Sentence['tokens'][number][];

/** The sentence, or a mended copy; never one that is no tree any more. Mentions keep their tokens. */
export function mend(sent: Sentence, mentions: readonly Mention[]): Sentence {
  const parted = mendParted(sent, mentions);
  const torn = mendTorn(parted, mentions);
  const mended = mendReceivers(mendAdjectives(torn, mentions), mentions);
  return mended === sent || isTree(mended.tokens) ? mended : sent;
}

/** "Vietnam and South Africa upgraded": a name of two words that the tree tears apart, its last word taking the verb. */
function mendParted(sent: Sentence, mentions: readonly Mention[]): Sentence {
  let tokens: Tokens | null = null;
  for (const mention of mentions) {
    if (mention.kind !== 'state' || mention.form !== 'name') continue;
    const first = mention.head;
    const last = lastOf(sent, mention);
    const lead = sent.tokens[first]?.head ?? -1;
    if (last <= first || lead < 0 || !hasRelation(sent, first, 'conj') || sent.tokens[last]!.head === first) continue;
    if (sent.tokens[lead]!.head !== last) continue;
    tokens ??= [...sent.tokens];
    const { head: top, deprel } = sent.tokens[last]!;
    tokens[lead] = { ...tokens[lead]!, head: top, deprel };
    tokens[last] = { ...tokens[last]!, head: first, deprel: 'flat' };
  }
  return tokens === null ? sent : { ...sent, tokens };
}

/** "Australia, New Zealand and France": both words of a name hang outside it, the second in the name's place. */
function mendTorn(sent: Sentence, mentions: readonly Mention[]): Sentence {
  let tokens: Tokens | null = null;
  for (const mention of mentions) {
    if (mention.form !== 'name' || !/^(state|place|organization)$/.test(mention.kind)) continue;
    const first = sent.tokens.findIndex((t) => t.start === mention.span[0]);
    const last = lastOf(sent, mention);
    if (first < 0 || last <= first || mention.head !== first) continue;
    const lead = sent.tokens[first]!;
    const end = (tokens ?? sent.tokens)[last]!;
    if (lead.head < first || lead.head > last) {
      if (!/^(amod|compound|nmod|flat|dep|advmod)/.test(lead.deprel) || lead.head < 0) continue;
      if (end.head < 0 || (first <= end.head && end.head <= last)) continue;
      if (!/^(conj|obj|iobj|obl|nsubj|nmod)/.test(end.deprel)) continue;
    } else continue;
    const now: Tokens = tokens ?? [...sent.tokens];
    tokens = now;
    now[first] = { ...lead, head: end.head, deprel: end.deprel };
    now[last] = { ...end, head: first, deprel: 'flat' };
    now.forEach((t, i) => {
      if (t.head === last && (i < first || i > last)) now[i] = { ...t, head: first };
    });
  }
  return tokens === null ? sent : { ...sent, tokens };
}

/** "by Sri Lankan sailors": an adjective of two words that hangs beside its noun. */
function mendAdjectives(sent: Sentence, mentions: readonly Mention[]): Sentence {
  let tokens: Tokens | null = null;
  for (const mention of mentions) {
    if (mention.kind !== 'state' || mention.form !== 'adjective') continue;
    const first = sent.tokens.findIndex((t) => t.start === mention.span[0]);
    const last = lastOf(sent, mention);
    const lead = sent.tokens[first];
    const noun = sent.tokens[last + 1];
    if (first < 0 || last <= first || lead === undefined || noun?.upos !== 'NOUN') continue;
    if (lead.head < 0 || lead.head !== noun.head || !/^(nmod|obl|compound|amod|dep|obj|appos)/.test(lead.deprel))
      continue;
    if (sent.tokens.some((t, i) => t.head === first && (i < first || i > last + 1))) continue;
    tokens ??= [...sent.tokens];
    tokens[first] = { ...lead, head: last + 1, deprel: 'amod' };
  }
  return tokens === null ? sent : { ...sent, tokens };
}

/** Verbs with a receiver right behind them. */
const GIVING = new Set(
  'give send lend grant offer promise hand award sell ship donate deliver guarantee owe deny refuse pay supply provide pledge assure loan'.split(
    ' ',
  ),
);

/** "gave Angola 300 rifles", "lent Apia two boats": a name between the verb of giving and what is given receives it. */
function mendReceivers(sent: Sentence, mentions: readonly Mention[]): Sentence {
  let tokens: Tokens | null = null;
  for (const mention of mentions) {
    if (mention.form !== 'name' || !/^(state|place|organization)$/.test(mention.kind)) continue;
    const first = sent.tokens.findIndex((t) => t.start === mention.span[0]);
    const verb = first - 1;
    const end = lastOf(sent, mention);
    if (verb < 0 || end < 0 || sent.tokens[verb]!.upos !== 'VERB' || !GIVING.has(lemmaOf(sent, verb))) continue;
    const next = sent.tokens[end + 1];
    if (!next || !(next.upos === 'NUM' || next.upos === 'SYM' || /^(an?|its|another|more|some)$/i.test(next.form)))
      continue;
    let gift = end + 1;
    while (gift < sent.tokens.length && /^(NUM|DET|ADJ|SYM|PRON|ADV)$/.test(sent.tokens[gift]!.upos)) gift++;
    while (/^(NOUN|PROPN)$/.test(sent.tokens[gift + 1]?.upos ?? '') && sent.tokens[gift]?.upos === 'NOUN') gift++;
    if (!/^(NOUN|PROPN)$/.test(sent.tokens[gift]?.upos ?? '')) {
      if (next.upos !== 'NUM' && next.upos !== 'SYM') continue;
      gift = gift - 1;
    }
    const now: Tokens = tokens ?? [...sent.tokens];
    const given = now[gift]!;
    const receiver = now[mention.head]!;
    if (receiver.head === verb && receiver.deprel === 'iobj') continue;
    tokens = now;
    now[mention.head] = { ...receiver, head: verb, deprel: 'iobj' };
    if (given.head === mention.head || given.head === verb || isInside(now, gift, mention.head))
      now[gift] = { ...given, head: verb, deprel: 'obj' };
    for (let i = end + 1; i < gift; i++)
      if (now[i]!.head === mention.head) now[i] = { ...now[i]!, head: gift, deprel: 'nummod' };
  }
  return tokens === null ? sent : { ...sent, tokens };
}

/** Whether a word is another or hangs below it. */
const isInside = (tokens: readonly Tokens[number][], word: number, top: number): boolean => {
  for (let at = word, steps = 0; at >= 0 && steps < tokens.length; at = tokens[at]!.head, steps++)
    if (at === top) return true;
  return false;
};

const lastOf = (sent: Sentence, mention: Mention): number => sent.tokens.findIndex((t) => t.end === mention.span[1]);
