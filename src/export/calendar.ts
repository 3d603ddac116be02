/** Dated facts as an iCalendar file: what was, and what is planned. */

import ical, { ICalEventStatus } from 'ical-generator';
import { dayRange } from '../record/index.ts';
import type { StoredFact } from '../store/record-api.ts';
import { parties } from './rows.ts';

const STATUS: Readonly<Record<string, ICalEventStatus>> = {
  planned: ICalEventStatus.TENTATIVE,
  possible: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
};

/** Facts without a day of their own are left out. `stamp` is the time the file says it was made at. */
export function toIcs(facts: readonly StoredFact[], stamp: Date): string {
  const calendar = ical({ name: 'Chancery', prodId: { company: 'Chancery', product: 'record' } });
  for (const fact of facts) {
    const range = fact.event.date === null ? null : dayRange(fact.event.date.value);
    if (!range?.first || !range.last) continue;
    calendar.createEvent({
      id: `${fact.id}@chancery`,
      stamp,
      start: new Date(`${range.first}T00:00:00Z`),
      // The end of an all-day event is the first day after it.
      end: new Date(Date.parse(`${range.last}T00:00:00Z`) + 86_400_000),
      allDay: true,
      summary: titleOf(fact),
      description: `“${fact.quote}” ${fact.support.documents.length} document(s), ${fact.support.origins.max} origin(s).`,
      location: fact.event.place?.name ?? null,
      status: STATUS[fact.state] ?? ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
}

/** "CONSULT visit: USA – VNM". */
export function titleOf({ event, state }: StoredFact): string {
  const left = parties(event.actors).map(({ key }) => key);
  const right = parties(event.recipients).map(({ key }) => key);
  const who = right.length > 0 ? `${left.join(', ')} → ${right.join(', ')}` : left.join(' – ');
  return `${event.mode ? `${event.type} ${event.mode}` : event.type}: ${who}${state === 'occurred' ? '' : ` (${state})`}`;
}
