/** Which quantities a reader would list as figures: money, measures, shares, goods and people; not dates, ages or places in a row. */

import type { QuantityReading } from '../../core/index.ts';

/** Durations, ages and frequencies. */
const TIMES =
  /^(second|minute|hour|day|night|week|fortnight|month|quarter|year|decade|century|time|occasion|year-old|anniversary|term|season|o'clock|am|pm)$/;

/** Who meets, and the meetings: counted in small words they are only a way of naming them. */
const ACTORS =
  /^(side|party|country|nation|state|neighbour|neighbor|leader|minister|president|premier|official|envoy|diplomat|ambassador|government|capital|delegation|ally|partner|member|power|man|woman|counterpart|representative|spokesman|chief|rival|foe|sides|bloc|group|team|meeting|round|session|talk|summit|visit|trip|call|phase|step|stage|way|thing|point|issue|topic|area|reason|question|matter|article|paragraph|page|chapter|level|tier|rung|part|half|goal|priority|pillar|sector|field|front|aspect|principle|proposal|track|document|sentence|word|line|hand|version|kind|type|sort|form|direction|condition)$/;

/** Counts of readers and likes, and numbers that number rather than count. */
const NEVER =
  /^(view|share|like|comment|follower|subscriber|read|click|retweet|point|goal-difference|degree|o|th|st|nd|rd|version|no|number)$/;

/** Whether a quantity is a figure; its words decide for small counts. */
export function isFigure(reading: QuantityReading, words: string): boolean {
  if (reading.currency !== null) return true;
  if (reading.unit === null) return false;
  if (reading.unit === 'percent') return true;
  if (TIMES.test(reading.unit) || NEVER.test(reading.unit)) return false;
  const spelled = !/\d/.test(words);
  if (spelled && reading.value < 10 && ACTORS.test(reading.unit)) return false;
  // "one" is an article more often than a count.
  if (spelled && reading.value === 1 && reading.bound === 'exactly' && !/million|billion|thousand|hundred/i.test(words))
    return false;
  return true;
}
