/** Where a report goes on from another place: "In Dhaka, workers marched to the ministry. Police …" is told of Bangladesh. */

import type { Sentence, Span } from '../../core/index.ts';
import type { Draft } from '../draft.ts';
import { isSubject } from '../references/history.ts';
import { MEETING_PLACE } from './destination.ts';
import type { ReadSentence } from './sentence.ts';
import { isSetting } from './setting.ts';

/**
 * By sentence the state of the place that the sentence opens with, or that one before it in the paragraph opened with:
 * until a sentence is about or set in other states.
 */
export function scenesOf(read: readonly ReadSentence[], blocks: readonly Span[]): ReadonlyMap<Sentence, string> {
  const scenes = new Map<Sentence, string>();
  let at = 0;
  for (const [from, to] of blocks) {
    let scene: string | null = null;
    for (; at < read.length && read[at]!.sentence.span[0] < to; at++) {
      const { sentence, drafts } = read[at]!;
      if (sentence.span[0] < from) continue;
      const told = drafts.filter(
        (item) => item.country !== null && (isSubject(item) || (item.kind === 'place' && isSetting(sentence, item))),
      );
      const opened = placeInFront(sentence, drafts);
      if (opened !== null) scene = opened;
      else if (told.length > 0 && !told.some(({ country }) => country === scene)) scene = null;
      if (scene !== null) scenes.set(sentence, scene);
    }
  }
  return scenes;
}

/** "In Dhaka,", "From South Sudan,", "In the Chadian capital N'Djamena,": the state of the place; not where all the world meets. */
export function placeInFront({ tokens }: Sentence, drafts: readonly Draft[]): string | null {
  if (!/^(?:In|From|Across|Inside)$/.test(tokens[0]?.form ?? '')) return null;
  const limit = tokens[6]?.start ?? Number.POSITIVE_INFINITY;
  for (const item of drafts) {
    if ((item.kind !== 'place' && item.kind !== 'state') || item.country === null || item.span[0] >= limit) continue;
    if (item.form === 'adjective' || MEETING_PLACE.test(item.name ?? '')) continue;
    const next = tokens.find((token) => token.start >= item.span[1]);
    if (next?.form === ',' && isFronted(tokens, item)) return item.country;
  }
  return null;
}

/** Nothing but articles, adjectives and nouns stands before the place. */
const isFronted = (tokens: Sentence['tokens'], item: Draft): boolean =>
  tokens.every((token, i) => i === 0 || token.start >= item.span[0] || /^(?:DET|ADJ|NOUN|PROPN)$/.test(token.upos));
