/** What keeps two claims apart though kind, parties and days agree. */

import type { Actor, Event } from '../../core/index.ts';
import { samePerson } from '../entities.ts';
import { storyOf } from './block.ts';
import type { EventClaim } from './claim.ts';
import { foldName, type Profile, profileOf } from './profile.ts';
import { sameTopic } from './topic.ts';

/** The reason they cannot be one event, or null. Symmetric. */
export function veto(a: EventClaim, b: EventClaim): string | null {
  const [left, right] = [profileOf(a), profileOf(b)];
  return (
    otherNature(a, left, right) ??
    otherTraveller(left, right) ??
    otherPeople(left, right) ??
    otherPlace(a.event, b.event) ??
    otherChannel(a, b, left, right) ??
    otherTopic(left, right) ??
    otherOrdinal(left, right)
  );
}

/** A visit of three days, and a meeting on the second. */
function otherNature({ event }: EventClaim, a: Profile, b: Profile): string | null {
  if (storyOf(event) !== 'CONSULT' || a.visit === b.visit) return null;
  return 'one is a visit, the other an encounter that may be part of it';
}

/** "Visited Denmark" and, three days later, a visit from Denmark. */
function otherTraveller({ travellers: left }: Profile, { travellers: right }: Profile): string | null {
  if (left.length === 0 || right.length === 0 || left.some((party) => right.includes(party))) return null;
  return `one is a visit by ${left.join(', ')}, the other by ${right.join(', ')}`;
}

/** Both name people for one party, and none is named by both: another counterpart. */
function otherPeople(a: Profile, b: Profile): string | null {
  for (const [party, mine] of a.people) {
    const theirs = b.people.get(party);
    if (theirs && !shareSomebody(mine, theirs)) {
      const names = (people: readonly Actor[]): string =>
        people
          .map(({ name, text }) => name ?? text)
          .sort()
          .join(', ');
      return `for ${party}, one names ${names(mine)}, the other ${names(theirs)}`;
    }
  }
  return null;
}

const shareSomebody = (mine: readonly Actor[], theirs: readonly Actor[]): boolean =>
  mine.some((person) => theirs.some((other) => person.entity === other.entity || samePerson(person, other)));

/** For how many parties both name the same people. */
export function sharedPeople(a: EventClaim, b: EventClaim): number {
  const [left, right] = [profileOf(a).people, profileOf(b).people];
  return [...left].filter(([party, mine]) => shareSomebody(mine, right.get(party) ?? [])).length;
}

export const samePlace = (a: Event, b: Event): boolean =>
  a.place !== null && b.place !== null && foldName(a.place.name) === foldName(b.place.name);

function otherPlace(a: Event, b: Event): string | null {
  if (a.place === null || b.place === null || samePlace(a, b)) return null;
  // A country and a town in it agree.
  if (a.place.country !== null && a.place.country === b.place.country && (isCountry(a.place) || isCountry(b.place)))
    return null;
  if (a.place.country === null || b.place.country === null) return null;
  return `one is in ${a.place.name}, the other in ${b.place.name}`;
}

/** A place that is a whole country has no narrower name than its state. */
const isCountry = (place: NonNullable<Event['place']>): boolean => place.lat === null;

function otherChannel(a: EventClaim, b: EventClaim, left: Profile, right: Profile): string | null {
  const [one, other] = [a.event.channel, b.event.channel];
  if (one !== null && other !== null && one !== other) return `one is ${one}, the other ${other}`;
  if ((left.remote && right.faceToFace) || (right.remote && left.faceToFace))
    return 'one is a call, the other is in one room';
  return null;
}

/** Two pacts signed in one week: "an agreement on ferries", "an accord on visas". */
function otherTopic({ topic: left }: Profile, { topic: right }: Profile): string | null {
  if (left === null || right === null || sameTopic(left, right)) return null;
  return `one is about ${left.join(' ')}, the other about ${right.join(' ')}`;
}

function otherOrdinal({ ordinal: left }: Profile, { ordinal: right }: Profile): string | null {
  return left !== null && right !== null && left !== right ? `one is number ${left}, the other number ${right}` : null;
}
