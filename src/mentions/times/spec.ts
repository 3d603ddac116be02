/** What a time expression says before it is anchored: dates with missing parts, shifts, seasons, durations. */

import type { TimeReading } from '../../core/index.ts';
import type { Unit } from './words.ts';

export type Mod = NonNullable<TimeReading['mod']>;

/** A year as written, one counted from the reference ("last year") or from the time told before ("of that year"), or none. */
export type YearSpec = number | { readonly shift: number } | 'told' | null;

export type TimeSpec =
  | {
      readonly kind: 'date';
      readonly year: YearSpec;
      readonly month?: number;
      readonly date?: number;
      /** 0 is Sunday. */
      readonly weekday?: number;
      /** Last day, month or year of a range; missing parts are those of the start. */
      readonly end?: { readonly year?: number; readonly month?: number; readonly date?: number };
    }
  /** "next March": the month in that direction. */
  | { readonly kind: 'month'; readonly month: number; readonly direction: number }
  | {
      readonly kind: 'weekday';
      readonly weekday: number;
      readonly direction: number | null;
      readonly weeks?: number;
      readonly end?: number;
    }
  | { readonly kind: 'shift'; readonly unit: Unit | 'weekend'; readonly by: number }
  /** "the past year", "the last three months": up to the reference. */
  | { readonly kind: 'span'; readonly unit: Unit; readonly count: number; readonly direction: -1 | 1 }
  | { readonly kind: 'season'; readonly first: number; readonly year: YearSpec; readonly direction: number }
  | {
      readonly kind: 'part';
      readonly months: 3 | 6;
      readonly index: number | null;
      readonly year: YearSpec;
      readonly direction: number | null;
    }
  | {
      readonly kind: 'years';
      readonly from: number;
      readonly to: number;
      readonly precision: 'decade' | 'year' | 'interval';
    }
  /** "that month", "the following day", "two days later": counted from the time told before. */
  | { readonly kind: 'narrative'; readonly unit: Unit; readonly by: number }
  /** "the end of the year": the running one, in a tale about the past the one told of. */
  | { readonly kind: 'current'; readonly unit: Unit }
  /** "on the 20th": in the month told before. */
  | { readonly kind: 'told-date'; readonly date: number }
  /** "two weeks before the visit": counted from an event. */
  | { readonly kind: 'event'; readonly amount: string; readonly side: 'before' | 'after' }
  | { readonly kind: 'length'; readonly amount: string; readonly repeats: boolean }
  | { readonly kind: 'ambiguous'; readonly why: string };

/** A time expression as found: where, and what it says. */
export interface TimeMatch {
  readonly start: number;
  readonly end: number;
  readonly spec: TimeSpec;
  readonly mod: Mod | null;
  /** The grammar rule that read it. */
  readonly rule: string;
  /** The expressions inside it that a reader would also mark ("May and June"). */
  readonly parts?: readonly { readonly start: number; readonly end: number; readonly mod: Mod | null }[];
}
