/** What keeps two claims apart though kind, parties and days agree. */

import type { Actor, Event } from '../../core/index.ts';
import { partyKey } from '../claims.ts';
import type { EventClaim } from './claim.ts';

/** The reason they cannot be one event, or null. */
export function veto(a: EventClaim, b: EventClaim): string | null {
  return (
    otherPeople(a.event, b.event) ??
    otherPlace(a.event, b.event) ??
    otherChannel(a.event, b.event) ??
    otherOrdinal(a, b)
  );
}

/** Both name people for one party, and none is named by both: another counterpart. */
function otherPeople(a: Event, b: Event): string | null {
  const people = (event: Event): Map<string, Set<string>> => {
    const named = new Map<string, Set<string>>();
    for (const actor of [...event.actors, ...event.recipients]) {
      const party = partyKey(actor);
      const person = personOf(actor);
      if (party === null || person === null) continue;
      const set = named.get(party) ?? new Set();
      named.set(party, set.add(person));
    }
    return named;
  };
  const [left, right] = [people(a), people(b)];
  for (const [party, mine] of left) {
    const theirs = right.get(party);
    if (theirs && ![...mine].some((person) => theirs.has(person))) {
      return `for ${party}, one names ${[...mine].join(', ')}, the other ${[...theirs].join(', ')}`;
    }
  }
  return null;
}

const personOf = (actor: Actor): string | null =>
  actor.entity?.startsWith('person:') ? actor.entity.replace('person:~', 'person:') : null;

function otherPlace(a: Event, b: Event): string | null {
  if (a.place === null || b.place === null) return null;
  const [left, right] = [fold(a.place.name), fold(b.place.name)];
  if (left === right) return null;
  // A country and a town in it agree.
  if (a.place.country !== null && a.place.country === b.place.country && (isCountry(a.place) || isCountry(b.place)))
    return null;
  if (a.place.country === null || b.place.country === null) return null;
  return `one is in ${a.place.name}, the other in ${b.place.name}`;
}

/** A place that is a whole country has no narrower name than its state. */
const isCountry = (place: NonNullable<Event['place']>): boolean => place.lat === null;

function otherChannel(a: Event, b: Event): string | null {
  const [left, right] = [a.channel, b.channel];
  return left !== null && right !== null && left !== right ? `one is ${left}, the other ${right}` : null;
}

const ORDINAL =
  /\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th))\s+(?:\w+\s+){0,2}(?:meeting|round|call|visit|summit|talks|dialogue|session)\b/i;

function otherOrdinal(a: EventClaim, b: EventClaim): string | null {
  const [left, right] = [ORDINAL.exec(a.quote)?.[1], ORDINAL.exec(b.quote)?.[1]];
  return left && right && left.toLowerCase() !== right.toLowerCase()
    ? `one is the ${left}, the other the ${right}`
    : null;
}

const fold = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').toLowerCase();
