/** What comparing a claim with others needs of it, worked out once. */

import type { Actor } from '../../core/index.ts';
import { partyKey } from '../claims.ts';
import type { EventClaim } from './claim.ts';
import { isFaceToFace, isRemote, isVisit } from './nature.ts';
import { topicOf } from './topic.ts';
import { type Days, firmDays, looseDays } from './window.ts';

export interface Profile {
  /** Days that can found a fact: of a usable document, and exact enough to tell two meetings of one week apart. */
  readonly firm: Days | null;
  readonly loose: Days | null;
  readonly visit: boolean;
  readonly remote: boolean;
  readonly faceToFace: boolean;
  /** By party. */
  readonly people: ReadonlyMap<string, readonly Actor[]>;
  /** Parties that travel; empty when the claim does not say who does. */
  readonly travellers: readonly string[];
  readonly topic: readonly string[] | null;
  readonly ordinal: number | null;
  /** Names after "in" and "at", folded: towns, whether or not the gazetteer has them. */
  readonly towns: readonly string[];
}

const known = new WeakMap<EventClaim, Profile>();

export function profileOf(claim: EventClaim): Profile {
  const before = known.get(claim);
  if (before) return before;
  const { event, quote } = claim;
  const visit = isVisit(claim);
  const days = firmDays(claim);
  // "This week" fits every meeting of the week; a visit may well take one.
  const exact = days !== null && (visit || days.to - days.from <= 2 || event.date?.precision === 'interval');
  const profile: Profile = {
    firm: exact && claim.grade !== 'hold' ? days : null,
    loose: looseDays(claim),
    visit,
    remote: isRemote(claim),
    faceToFace: isFaceToFace(claim),
    people: peopleOf(claim),
    travellers:
      visit && event.recipients.length > 0 ? event.actors.map(partyKey).filter((party) => party !== null) : [],
    topic: topicOf(claim),
    ordinal: ordinalOf(quote),
    towns: townsOf(quote),
  };
  known.set(claim, profile);
  return profile;
}

function peopleOf({ event }: EventClaim): Map<string, Actor[]> {
  const named = new Map<string, Actor[]>();
  for (const actor of [...event.actors, ...event.recipients]) {
    const party = partyKey(actor);
    if (party === null || !actor.entity?.startsWith('person:')) continue;
    const list = named.get(party);
    if (list) list.push(actor);
    else named.set(party, [actor]);
  }
  return named;
}

const ORDINAL =
  /\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th))\s+(?:\w+\s+){0,2}(?:meeting|round|call|visit|summit|talks|dialogue|session)\b/i;
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

function ordinalOf(quote: string): number | null {
  const word = ORDINAL.exec(quote)?.[1]?.toLowerCase();
  if (word === undefined) return null;
  return /^\d/.test(word) ? Number.parseInt(word, 10) : ORDINALS.indexOf(word) + 1;
}

const TOWN = /\b(?:in|at|to)\s+(\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+)?)/gu;
const DATES =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|president|prime|foreign|minister|secretary)\b/;

const townsOf = (quote: string): string[] =>
  [...quote.matchAll(TOWN)].map(([, name]) => foldName(name as string)).filter((name) => !DATES.test(name));

export const foldName = (name: string): string =>
  name.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
