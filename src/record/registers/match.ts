/** Press claims against official registers: confirmed, contradicted, or simply not theirs to say. */

import { daysOf } from '../../core/calendar.ts';
import type { Actor, Event } from '../../core/index.ts';
import { storyOf } from '../facts/block.ts';
import type { EventClaim } from '../facts/claim.ts';
import { firmDays } from '../facts/window.ts';
import type { RegisterEntry } from './entry.ts';

/** For whom and for which days a register is complete. */
export interface RegisterCoverage {
  readonly register: string;
  readonly person: string;
  readonly role: string | null;
  readonly from: string;
  readonly to: string;
}

export type RegisterVerdict =
  | { readonly verdict: 'confirmed'; readonly entries: readonly string[]; readonly why: string }
  | { readonly verdict: 'contradicted'; readonly coverage: RegisterCoverage; readonly why: string };

export interface Registers {
  readonly entries: readonly RegisterEntry[];
  readonly coverage: readonly RegisterCoverage[];
}

/**
 * What registers say of a claim that somebody they follow was abroad, or that a leader visited.
 *
 * Only claims with a firm day and a country are looked at; only held meetings and visits in person. Null when the registers do not follow
 * anybody in it or do not cover the day: their silence then says nothing.
 */
export function checkAgainst(claim: EventClaim, registers: Registers): RegisterVerdict | null {
  const { event } = claim;
  const days = firmDays(claim);
  if (days === null || storyOf(event) !== 'CONSULT') return null;
  if (event.modality !== 'occurred' && event.modality !== 'ongoing' && event.modality !== 'historical') return null;
  if (event.channel === 'virtual' || event.channel === 'phone' || event.mode === 'phone') return null;
  const people = [...event.actors, ...event.recipients].filter((actor) => actor.name !== null);
  const near = (entry: RegisterEntry): boolean => {
    const range = entryDays(entry);
    return range !== null && range.from - 1 <= days.to && days.from <= range.to + 1;
  };
  const confirming: RegisterEntry[] = [];
  for (const actor of people) {
    for (const entry of registers.entries) {
      if (near(entry) && isPerson(actor, entry) && agreesOnCountry(event, actor, entry)) confirming.push(entry);
    }
  }
  if (confirming.length > 0) {
    return {
      verdict: 'confirmed',
      entries: [...new Set(confirming.map((entry) => entry.id))].sort(),
      why: confirming.map(
        (entry) => `${entry.person} in ${entry.place ?? entry.host ?? 'the country'}, ${entry.from} to ${entry.to}`,
      )[0] as string,
    };
  }
  // A trip abroad that a complete register does not have.
  const host = event.place?.country ?? null;
  if (host === null) return null;
  for (const coverage of registers.coverage) {
    const range = rangeOf(coverage.from, coverage.to);
    const traveller = people.find((actor) => sameName(actor.name, coverage.person) && actor.country === 'USA');
    if (!traveller || host === 'USA' || range === null || days.from < range.from || days.to > range.to) continue;
    return {
      verdict: 'contradicted',
      coverage,
      why: `not in the register of ${coverage.person}’s travels, which covers ${coverage.from} to ${coverage.to}`,
    };
  }
  return null;
}

function agreesOnCountry(event: Event, actor: Actor, entry: RegisterEntry): boolean {
  const place = event.place?.country ?? null;
  if (place !== null) return place === entry.host;
  // Without a place, the counterparts must be of the country visited (or of the traveller's own, for a visitor).
  return [...event.actors, ...event.recipients].some(
    (other) => other !== actor && other.country !== null && other.country === entry.host,
  );
}

function isPerson(actor: Actor, entry: RegisterEntry): boolean {
  return (
    sameName(actor.name, entry.person) &&
    (actor.country === null || entry.country === null || actor.country === entry.country)
  );
}

function entryDays(entry: RegisterEntry): { from: number; to: number } | null {
  return entry.from === null ? null : rangeOf(entry.from, entry.to ?? entry.from);
}

function rangeOf(from: string, to: string): { from: number; to: number } | null {
  const [first, last] = [daysOf(from), daysOf(to)];
  return first === null || last === null ? null : { from: first.from, to: last.to };
}

/** "Joseph R. Biden" and "Joe Biden", "Antony J. Blinken" and "Antony Blinken": family name equal, given names alike, initials aside. */
export function sameName(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false;
  const [left, right] = [parts(a), parts(b)];
  if (left.length === 0 || right.length === 0) return false;
  const [shorter, longer] = left.length <= right.length ? [left, right] : [right, left];
  if (shorter.length === 1) return false; // a family name alone proves nothing
  if (shorter.every((part) => longer.includes(part))) return true;
  const last = (names: readonly string[]): string => names.at(-1) as string;
  const first = (names: readonly string[]): string => names[0] as string;
  return last(left) === last(right) && (SHORT[first(left)] ?? first(left)) === (SHORT[first(right)] ?? first(right));
}

/** Short given names that the press uses for names in registers. */
const SHORT: Readonly<Record<string, string>> = {
  joe: 'joseph',
  bill: 'william',
  jimmy: 'james',
  mike: 'michael',
  jim: 'james',
  bob: 'robert',
  tony: 'antony',
  anthony: 'antony',
  john: 'john',
  don: 'donald',
  dick: 'richard',
  al: 'albert',
  hank: 'henry',
  ron: 'ronald',
  gerry: 'gerald',
  jerry: 'gerald',
};

function parts(name: string): string[] {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/gi, 'd')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((part) => part.length > 1 && part !== 'jr' && part !== 'sr');
}
