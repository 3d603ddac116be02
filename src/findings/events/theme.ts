/** The mode that a request, refusal or threat takes from the act below it. */

import type { EventType } from '../../core/index.ts';
import type { Reading } from './reading.ts';
import type { Match } from './triggers.ts';
import { refusalMode, requestMode, threatOf } from './typing.ts';

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
