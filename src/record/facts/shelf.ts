/** Clusters by the months they can be of, so that a claim meets only those that it may join. */

import type { EventClaim } from './claim.ts';
import { profileOf } from './profile.ts';
import type { Days } from './window.ts';

interface Holder {
  readonly claims: readonly EventClaim[];
}

const MONTH = 31;
// A claim dated to a decade stands on no shelf of its own.
const MOST_MONTHS = 40;

export class Shelf<T extends Holder> {
  private readonly all: T[] = [];
  private readonly undated = new Set<T>();
  private readonly months = new Map<number, Set<T>>();
  private readonly origins = new Map<string, Set<T>>();

  get items(): readonly T[] {
    return this.all;
  }

  /** A new cluster; `pinned` ones are met by every claim. */
  add(item: T, pinned: boolean): void {
    this.all.push(item);
    if (pinned) this.undated.add(item);
    for (const claim of item.claims) this.note(item, claim);
  }

  /** A claim that a cluster has gained. */
  note(item: T, claim: EventClaim): void {
    put(this.origins, claim.origin, item);
    const months = monthsOf(daysOfClaim(claim));
    if (months === null) this.undated.add(item);
    else for (const month of months) put(this.months, month, item);
  }

  /** Clusters that may hold a copy of the claim. */
  sharing(claim: EventClaim): readonly T[] {
    return [...(this.origins.get(claim.origin) ?? [])];
  }

  /** Clusters some claim of which may be of the days; all when none are given. */
  near(days: Days | null): readonly T[] {
    const months = monthsOf(days);
    if (months === null) return this.all;
    const found = new Set(this.undated);
    for (const month of months) for (const item of this.months.get(month) ?? []) found.add(item);
    return [...found];
  }
}

const daysOfClaim = (claim: EventClaim): Days | null => profileOf(claim).firm ?? profileOf(claim).loose;

function monthsOf(days: Days | null): number[] | null {
  if (days === null) return null;
  const [first, last] = [Math.floor(days.from / MONTH), Math.floor(days.to / MONTH)];
  return last - first > MOST_MONTHS ? null : Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

function put<K, T>(map: Map<K, Set<T>>, key: K, item: T): void {
  const set = map.get(key);
  if (set) set.add(item);
  else map.set(key, new Set([item]));
}
