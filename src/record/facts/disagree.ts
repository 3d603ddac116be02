/** Where the claims of one fact differ, slot by slot, with the claims on both sides. */

import type { EventClaim } from './claim.ts';
import { figureDisagreements } from './figures.ts';
import { firmDays, gap } from './window.ts';

export interface Disagreement {
  /** "number (dose)" and "amount (USD)" name what is counted. */
  readonly slot: 'date' | 'place' | 'people' | 'state' | `number (${string})` | `amount (${string})`;
  /** `updates`: a later report moved on (planned, then held); `conflict`: they cannot both be right. */
  readonly verdict: 'compatible' | 'updates' | 'conflict';
  readonly sides: readonly { readonly value: string; readonly claims: readonly string[] }[];
  readonly why: string;
}

export function disagreementsOf(claims: readonly EventClaim[]): Disagreement[] {
  return [
    ...[dates(claims), places(claims), states(claims)].filter((difference) => difference !== null),
    ...figureDisagreements(claims),
  ];
}

function dates(claims: readonly EventClaim[]): Disagreement | null {
  const sides = sidesBy(claims, (claim) => (firmDays(claim) === null ? null : (claim.event.date?.value ?? null)));
  if (sides.length < 2) return null;
  const ranges = claims.map(firmDays).filter((days) => days !== null);
  const widest = Math.max(...ranges.flatMap((a) => ranges.map((b) => gap(a, b))));
  if (widest === 0) return { slot: 'date', verdict: 'compatible', sides, why: 'the days overlap' };
  if (widest === 1) return { slot: 'date', verdict: 'compatible', sides, why: 'one day apart, as time zones make it' };
  return { slot: 'date', verdict: 'conflict', sides, why: `${widest} days apart` };
}

function places(claims: readonly EventClaim[]): Disagreement | null {
  const sides = sidesBy(claims, (claim) => claim.event.place?.name ?? null);
  if (sides.length < 2) return null;
  const countries = new Set(
    claims.map((claim) => claim.event.place?.country ?? null).filter((country) => country !== null),
  );
  return countries.size > 1
    ? { slot: 'place', verdict: 'conflict', sides, why: `in ${[...countries].sort().join(' and ')}` }
    : { slot: 'place', verdict: 'compatible', sides, why: 'places in one country' };
}

function states(claims: readonly EventClaim[]): Disagreement | null {
  const sides = sidesBy(claims, (claim) => claim.event.modality);
  if (sides.length < 2) return null;
  const has = (...names: string[]): boolean => sides.some(({ value }) => names.includes(value));
  if (has('cancelled', 'denied') && has('occurred', 'ongoing', 'historical')) {
    return { slot: 'state', verdict: 'conflict', sides, why: 'held by some, called off or denied by others' };
  }
  return { slot: 'state', verdict: 'updates', sides, why: 'the event moved on between the reports' };
}

function sidesBy(
  claims: readonly EventClaim[],
  value: (claim: EventClaim) => string | null,
): { value: string; claims: string[] }[] {
  const sides = new Map<string, string[]>();
  for (const claim of claims) {
    const key = value(claim);
    if (key === null) continue;
    const list = sides.get(key);
    if (list) list.push(claim.id);
    else sides.set(key, [claim.id]);
  }
  return [...sides].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, ids]) => ({ value: key, claims: ids.sort() }));
}
