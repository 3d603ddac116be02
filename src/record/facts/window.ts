/** When an event can have been, in whole days. */

import { daysOf } from '../../core/calendar.ts';
import { storyOf } from './block.ts';
import type { EventClaim } from './claim.ts';
import { isVisit } from './nature.ts';

export interface Days {
  readonly from: number;
  readonly to: number;
}

/** No two reports of one event date it further apart. */
export const WIDEST_TOLERANCE = 7;

/** How many days apart two reports of one event may date it: time zones for a meeting, a tour for a visit, negotiations for a pact. */
export function tolerance(claim: EventClaim): number {
  const story = storyOf(claim.event);
  if (story === 'CONSULT') return isVisit(claim) ? 3 : 1;
  if (story === 'AGREE' || story === 'SUPPORT' || story === 'AID' || story === 'COOPERATE') return WIDEST_TOLERANCE;
  if (story === 'SANCTION') return 0;
  return 1;
}

/** The days the text itself gives, when it gives them within a fortnight. A month or a year dates nothing firmly. */
export function firmDays(claim: EventClaim): Days | null {
  const days = claim.event.date === null ? null : daysOf(claim.event.date.value);
  return days !== null && days.to - days.from <= 14 ? days : null;
}

/** The days that remain possible: the text's own, however wide, else those around publication. Null when nothing is known. */
export function looseDays(claim: EventClaim): Days | null {
  const own = claim.event.date === null ? null : daysOf(claim.event.date.value);
  if (own !== null) return own;
  const published = claim.published === null ? null : daysOf(claim.published);
  if (published === null) return null;
  const { modality } = claim.event;
  if (modality === 'historical') return null;
  // News tells what was in the last week, and plans for the next two months.
  return modality === 'planned' || modality === 'possible'
    ? { from: published.from, to: published.to + 60 }
    : { from: published.from - 7, to: published.to + 1 };
}

/** Days between two ranges; 0 when they touch. */
export const gap = (a: Days, b: Days): number => Math.max(0, a.from - b.to, b.from - a.to);
