/** Background of long ago: "in 1995", "five years after", "a decade ago". */

import { firstConjunct, hasRelation, head, lemmaOf, markerOf, tokenAt } from '../../language/tree.ts';
import { nearestTime } from './circumstances.ts';
import type { Reading } from './reading.ts';
import type { Scene } from './scene.ts';
import type { Match } from './triggers.ts';

const DAY = 86_400_000;
/** Older than this the event is background, not news. */
const OLD_DAYS = 330;

/** Whether the match is told as a thing of the past beyond this year's news. */
export function isHistorical(scene: Scene, match: Match, reading: Reading): boolean {
  if (reading.modality !== 'occurred') return false;
  const { sent, doc } = scene;
  if (match.verb >= 0) {
    // "five years after crowds burned its embassy"
    const marker = markerOf(sent, match.verb);
    if (marker !== null && /^(after|since)/.test(marker)) {
      for (let i = Math.max(0, match.verb - 12); i < match.verb; i++)
        if (
          /^(after|since)$/i.test(tokenAt(sent, i)?.form ?? '') &&
          /^(year|decade|century)$/.test(lemmaOf(sent, i - 1))
        )
          return true;
    }
  }
  const time = nearestTime(scene, match);
  if (time === null) return false;
  const text = doc.article.text.slice(time.span[0], time.span[1]);
  if (!isClose(scene, match, time.head)) return false;
  if (/\b(years|decades|centuries)\s+(ago|earlier|before|previously)\b/i.test(text)) return true;
  if (/\b(a|one)\s+(decade|century)\s+(ago|earlier)\b/i.test(text)) return true;
  if (!isClose(scene, match, time.head)) return false;
  if (
    /\b(1[5-9]|20)\d0s\b/.test(text) ||
    /\b(twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b/i.test(text)
  )
    return true;
  if (typeof time.value !== 'string' || !/\b(1[5-9]|20)\d\d\b/.test(text)) return false;
  const end = lastDay(time.value);
  const now = doc.reference === null ? null : Date.parse(`${doc.reference.date}T00:00:00Z`);
  if (end === null) return false;
  // A text without a date is read as one of the 2020s.
  if (now === null) return /\b(1[5-9]\d\d|200\d|201\d)\b/.test(text);
  return now - end > OLD_DAYS * DAY;
}

/** "leaves for Manila on Saturday": the present tense with a day in a full sentence is a timetable. */
export function isTimetable(scene: Scene, match: Match, reading: Reading): boolean {
  if (reading.modality !== 'occurred' || match.verb < 0) return false;
  const { sent, doc } = scene;
  if (!/^VB[ZP]$/.test(tokenAt(sent, match.verb)?.xpos ?? '') || tokenAt(sent, sent.tokens.length - 1)?.form !== '.')
    return false;
  const time = nearestTime(scene, match);
  if (time === null || !isClose(scene, match, time.head)) return false;
  const text = doc.article.text.slice(time.span[0], time.span[1]);
  return /day$|^next |^tomorrow|\b\d{1,2}(st|nd|rd|th)?$/i.test(text) && !/^(to|yester)day/i.test(text);
}

/** The time hangs on the clause itself, not on something inside it. */
function isClose(scene: Scene, match: Match, word: number): boolean {
  const { sent } = scene;
  const up = head(sent, word);
  return (
    up === match.verb ||
    up === match.noun ||
    up === head(sent, match.noun) ||
    (hasRelation(sent, word, 'obl') && up === firstConjunct(sent, match.verb))
  );
}

/** The last day of an ISO value as milliseconds; null when it is none. */
function lastDay(value: string): number | null {
  const last = value.split('/').at(-1) ?? value;
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(last);
  if (!match) return null;
  const [, year = '', month = '12', day = '28'] = match;
  const at = Date.parse(`${year}-${month}-${day}T00:00:00Z`);
  return Number.isNaN(at) ? null : at;
}
