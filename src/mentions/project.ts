/** Knows how a mention looks as a field of a finding: as actor, speaker, place or date. */

import { dayIso, daysOf } from '../core/calendar.ts';
import {
  type Actor,
  type EventDate,
  type EventPlace,
  type Mention,
  type Mentioned,
  quote,
  type Speaker,
} from '../core/index.ts';

/** Whether the mention can act or be acted on: a person, state or organisation (a place never acts). */
export const isActor = (mention: Mention): boolean =>
  mention.kind === 'person' || mention.kind === 'state' || mention.kind === 'organization';

/** The mention as an actor. A pronoun or short form carries what its antecedent gave it; what is unknown stays null. */
export const actorOf = (doc: Mentioned, mention: Mention): Actor => ({
  text: quote(doc.article.text, mention.span),
  span: mention.span,
  country: mention.country,
  code: mention.code,
  sector: mention.sector,
  org: mention.org,
  name: mention.name,
  role: mention.role,
  entity: mention.entity,
});

/**
 * The actors a mention stands for: for "the two sides" or "they" with known members those members, each with its own
 * span; for every other actor itself; for a place, time or quantity none.
 */
export function actorsOf(doc: Mentioned, mention: Mention): readonly Actor[] {
  if (!isActor(mention)) return [];
  if (mention.members === undefined || mention.members.length === 0) return [actorOf(doc, mention)];
  return mention.members.map((id) => actorOf(doc, doc.mentions[id]!));
}

export const speakerOf = (doc: Mentioned, mention: Mention): Speaker => ({
  text: quote(doc.article.text, mention.span),
  span: mention.span,
  name: mention.name,
  entity: mention.entity,
  country: mention.country,
  sector: mention.sector,
  anonymous: mention.anonymous,
});

/** A place as the place of an event; also for a state or capital that stands where a place is meant. */
export const placeOf = (doc: Mentioned, mention: Mention): EventPlace => ({
  name: mention.name ?? quote(doc.article.text, mention.span),
  country: mention.country,
  lat: mention.place?.lat ?? null,
  lon: mention.place?.lon ?? null,
  span: mention.span,
});

/**
 * A time as the date of an event; null when it dates nothing or is not known. A week becomes its days: Monday to Friday
 * when it lies ahead (what is announced for "next week" is meant for working days), Monday to Sunday otherwise.
 */
export function dateOf(mention: Mention): EventDate | null {
  const time = mention.time;
  if (time === null || !time.dates || time.value === null) return null;
  const value = time.precision === 'week' ? daysOfWeek(time.value, time.basis) : time.value;
  return { value, precision: time.precision, basis: time.basis, span: mention.span };
}

function daysOfWeek(week: string, basis: string): string {
  const days = daysOf(week);
  if (days === null) return week;
  const reference = / from (\d{4}-\d\d-\d\d)$/.exec(basis)?.[1];
  const ahead = reference !== undefined && reference < dayIso(days.from);
  return `${dayIso(days.from)}/${dayIso(ahead ? days.to - 2 : days.to)}`;
}
