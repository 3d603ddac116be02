/** What a pact is about, as its sentence says: "an agreement on ferry lines". */

import { storyOf } from './block.ts';
import type { EventClaim } from './claim.ts';

const PACTS = new Set(['SUPPORT', 'AGREE', 'COOPERATE']);
const PACT =
  /\b(?:agreements?|accords?|pacts?|treat(?:y|ies)|deals?|conventions?|protocols?|memorand(?:um|a)(?:\s+of\s+understanding)?|MoUs?)\s+(?:on|about|for|concerning|regarding|covering)\s+([^.,;:()“”"]{3,80})/i;
// Where the topic ends and the circumstances begin.
const END = /\s(?:in|at|on|during|after|before|when|while|that|which|with|under|by|from|to)\s.*$/i;
const LEAN = new Set(['the', 'and', 'a', 'an', 'of', 'for', 'their', 'its', 'new', 'between', 'joint', 'mutual']);

/** Content words of the topic, shortened to their stems; null when the sentence names none. */
export function topicOf({ event, quote }: EventClaim): readonly string[] | null {
  if (!PACTS.has(storyOf(event))) return null;
  const topic = PACT.exec(quote)?.[1];
  if (topic === undefined) return null;
  const words = topic
    .replace(END, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2 && !LEAN.has(word))
    .map(stem);
  return words.length === 0 ? null : words;
}

/** One shared word is enough: outlets shorten ("rescue dogs", "dogs trained for rescue"). */
export const sameTopic = (a: readonly string[], b: readonly string[]): boolean => a.some((word) => b.includes(word));

/** "ferries" and "ferry", "fishing" and "fisheries" meet in their first four letters. */
const stem = (word: string): string => word.slice(0, 4);
