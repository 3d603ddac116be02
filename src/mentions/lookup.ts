/** Knows how to find mentions by sentence and token. Mentions are in text order, so a binary search is enough. */

import type { Mention, Mentioned } from '../core/index.ts';

/** The mentions of one sentence in text order, outer before inner. Empty when there are none. */
export function mentionsIn(doc: Mentioned, sentence: number): readonly Mention[] {
  const from = firstFrom(doc.mentions, sentence);
  return doc.mentions.slice(from, firstFrom(doc.mentions, sentence + 1));
}

/**
 * The mention a token stands for: the widest one headed by it, else the narrowest one around it, else null.
 * `token` is the index in the sentence.
 */
export function mentionAt(doc: Mentioned, sentence: number, token: number): Mention | null {
  const word = doc.sentences[sentence]?.tokens[token];
  if (word === undefined) return null;
  let around: Mention | null = null;
  let headed: Mention | null = null;
  for (let i = firstFrom(doc.mentions, sentence); i < doc.mentions.length; i++) {
    const mention = doc.mentions[i]!;
    if (mention.sentence !== sentence) break;
    if (mention.head === token && (headed === null || width(mention) > width(headed))) headed = mention;
    const inside = mention.span[0] <= word.start && word.end <= mention.span[1];
    if (inside && (around === null || width(mention) < width(around))) around = mention;
  }
  return headed ?? around;
}

const width = (mention: Mention): number => mention.span[1] - mention.span[0];

function firstFrom(mentions: readonly Mention[], sentence: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (mentions[mid]!.sentence < sentence) low = mid + 1;
    else high = mid;
  }
  return low;
}
