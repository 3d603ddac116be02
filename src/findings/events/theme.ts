/** The mode that a request, refusal or threat takes from the act below it. */

import type { EventType } from '../../core/index.ts';
import type { Reading } from './reading.ts';
import type { Match } from './triggers.ts';
import { isHostile, refusalMode, requestMode, type Typed, threatOf } from './typing.ts';

interface ReadMatch {
  readonly match: Match;
  readonly reading: Reading;
}

/** The mode for `type` from the first other match that stands below `outer`; null when none does. */
export function themeMode(type: EventType, outer: Match, all: readonly ReadMatch[]): string | null {
  if (type !== 'REQUEST' && type !== 'REJECT' && type !== 'THREATEN') return null;
  for (const { match, reading } of all) {
    if (match === outer || match.verb === outer.verb) continue;
    const under = reading.governors.includes(outer.verb) || (outer.noun >= 0 && reading.governors.includes(outer.noun));
    if (!under) continue;
    const { frame } = match.trigger;
    const mode =
      type === 'REQUEST' ? requestMode(frame.type) : type === 'REJECT' ? refusalMode(frame.type) : threatOf(frame);
    if (mode !== null) return mode;
  }
  return null;
}

/** Frames that promise: with something hostile below they threaten. */
const PROMISES = new Set(['agree/pledge', 'agree/ready', 'agree/prepared']);

/** "promised to jail whoever marches": a promise of something hostile is a threat; null for any other. */
export function asThreat(outer: Match, all: readonly ReadMatch[]): Partial<Typed> | null {
  if (!PROMISES.has(outer.trigger.frame.id)) return null;
  for (const { match, reading } of all) {
    if (match.verb < 0 || match.verb === outer.verb || reading.governors[0] !== outer.verb) continue;
    // "promised to keep its workers": hostile only with more words.
    if (match.trigger.frame.only.has('hindered')) continue;
    if (reading.modality === null || reading.modality === 'denied' || !isHostile(match.trigger.frame)) continue;
    return { type: 'THREATEN', mode: threatOf(match.trigger.frame), alt: ['AGREE'] };
  }
  return null;
}
