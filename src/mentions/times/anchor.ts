/** Anchors a time expression: which days it means, counted from the reference date, the tense and the times told before. */

import {
  addMonths,
  type Day,
  dayIso,
  dayOf,
  daysOf,
  isDate,
  mondayOf,
  monthIso,
  partsOf,
  weekdayOf,
  weekIso,
  yearIso,
} from '../../core/calendar.ts';
import type { TimeReading } from '../../core/index.ts';
import type { TimeMatch, TimeSpec, YearSpec } from './spec.ts';
import { durationOf, type Unit } from './words.ts';

/** -1 past, 0 not told, 1 future. */
export type Tense = -1 | 0 | 1;

export interface Anchor {
  /** The day relative times count from, null when unknown. */
  readonly reference: Day | null;
  /** Why there is none, in words. */
  readonly missing: string;
  /** Tense around the expression. Asked only when it decides. */
  tense(): Tense;
  /** A text about the past: yearless dates belong to the time last told, "the year" is the one told of. */
  readonly history: boolean;
  /** In such a text, the month last told; month 0 where only a year was. */
  readonly carried: { readonly year: number; readonly month: number } | null;
  /** The last time told shortly before that is at most so many days long, as an ISO value. */
  told(days: number): string | null;
}

const NOT_TOLD = 'counted from a time that the text does not give';
/** So many months back in the year, a tale has gone over into the next one. */
const NEW_YEAR_GAP = 8;

type Precision = TimeReading['precision'];
type Found = readonly [value: string, precision: Precision, basis: string];

/** The reading of a matched expression. Unknown stays null, with the reason in `basis`. */
export function anchorTime(match: TimeMatch, quoted: string, anchor: Anchor): TimeReading {
  const { spec } = match;
  const base = { mod: match.mod, symbolic: null, dates: true } as const;
  if (spec.kind === 'length')
    return {
      ...base,
      value: null,
      precision: 'unknown',
      basis: `${spec.repeats ? 'repeats' : 'lasts'} ${spec.amount}`,
      dates: false,
    };
  if (spec.kind === 'event')
    return {
      ...base,
      value: null,
      precision: 'unknown',
      basis: `${spec.side} another event`,
      symbolic: `offset(${spec.amount}, ${spec.side}, event)`,
    };
  if (spec.kind === 'ambiguous') return { ...base, value: null, precision: 'unknown', basis: spec.why };
  const found = resolve(spec, quoted, anchor);
  if (typeof found !== 'string') return { ...base, value: found[0], precision: found[1], basis: found[2] };
  const symbolic =
    spec.kind === 'narrative'
      ? `offset(${durationOf(Math.abs(spec.by), spec.unit)}, ${spec.by < 0 ? 'before' : 'after'}, told)`
      : null;
  return { ...base, value: null, precision: 'unknown', basis: found, symbolic };
}

/** The value with its precision and basis, or the reason why there is none. */
function resolve(spec: TimeSpec, quoted: string, anchor: Anchor): Found | string {
  const words = quoted.replace(/\s+/g, ' ');
  const from = anchor.reference === null ? '' : `${words} from ${dayIso(anchor.reference)}`;
  switch (spec.kind) {
    case 'date':
      return resolveDate(spec, words, anchor);
    case 'years': {
      if (spec.from === spec.to) return [yearIso(spec.from), 'year', 'stated'];
      return [`${yearIso(spec.from)}/${yearIso(spec.to)}`, spec.precision, 'stated'];
    }
    case 'narrative':
      return resolveNarrative(spec.unit, spec.by, words, anchor);
    case 'told-date': {
      const month = anchor.told(31);
      const value = month === null ? null : `${month.slice(0, 7)}-${String(spec.date).padStart(2, '0')}`;
      return value !== null && daysOf(value) !== null
        ? [value, 'day', `in the month told, ${month?.slice(0, 7)}`]
        : NOT_TOLD;
    }
    case 'season':
      if (typeof spec.year === 'number') return [seasonOf(spec.year, spec.first), 'season', 'stated'];
      break;
    case 'part':
      if (typeof spec.year === 'number' && spec.index !== null)
        return partOf(spec.year, spec.index - 1, spec.months, 'stated');
      break;
    case 'current':
      if (anchor.history) return resolveNarrative(spec.unit, 0, words, anchor);
      break;
    case 'shift':
      if (anchor.history && spec.by === 0 && spec.unit !== 'day' && spec.unit !== 'weekend')
        return resolveNarrative(spec.unit, 0, words, anchor);
      break;
    default:
  }
  if (anchor.reference === null) return anchor.missing;
  const day = anchor.reference;
  switch (spec.kind) {
    case 'weekday': {
      const first = weekdayNear(spec, anchor, day);
      if (spec.end === undefined) return [dayIso(first), 'day', from];
      const last = first + ((spec.end - spec.weekday + 7) % 7);
      return [`${dayIso(first)}/${dayIso(last)}`, 'interval', from];
    }
    case 'month': {
      const now = partsOf(day);
      let year = now.year;
      if (spec.direction < 0 && spec.month >= now.month) year -= 1;
      if (spec.direction > 0 && spec.month <= now.month) year += 1;
      return [monthIso(year, spec.month), 'month', from];
    }
    case 'current':
      return shifted(spec.unit, 0, day, from);
    case 'shift':
      return shifted(spec.unit, spec.by, day, from);
    case 'span': {
      const other = moved(spec.unit, spec.count * spec.direction, day);
      const [a, b] = spec.direction < 0 ? [other, day] : [day, other];
      return [`${dayIso(a)}/${dayIso(b)}`, 'interval', from];
    }
    case 'season':
      return [seasonOf(seasonYear(spec, partsOf(day)), spec.first), 'season', from];
    case 'part':
      return resolvePart(spec, anchor, day, from);
    default:
      return 'not understood';
  }
}

const yearFrom = (year: YearSpec, anchor: Anchor): number | null => {
  if (typeof year === 'number') return year;
  if (year === 'told') {
    const told = anchor.told(366);
    return told === null ? null : Number(told.slice(0, 4));
  }
  if (year === null || anchor.reference === null) return null;
  return partsOf(anchor.reference).year + year.shift;
};

function resolveDate(spec: TimeSpec & { kind: 'date' }, words: string, anchor: Anchor): Found | string {
  const stated = yearFrom(spec.year, anchor);
  const year = stated ?? impliedYear(spec, anchor);
  if (year === null) return spec.year === 'told' ? NOT_TOLD : `${anchor.missing}; the year is not stated`;
  const basis =
    typeof spec.year === 'number'
      ? 'stated'
      : spec.year === 'told' || (anchor.carried !== null && spec.year === null)
        ? 'year last named before'
        : `${words} from ${anchor.reference === null ? '?' : dayIso(anchor.reference)}`;
  if (spec.month === undefined) return [yearIso(year), 'year', basis];
  const start = datePart(year, spec.month, spec.date);
  if (start === null) return 'no such day in that year';
  if (spec.end === undefined) return [start, spec.date === undefined ? 'month' : 'day', basis];
  const month = spec.end.month ?? spec.month;
  // "December and January": the stated year is that of the end
  const wraps = month < spec.month;
  const startYear = wraps && typeof spec.year === 'number' ? year - 1 : year;
  const end = datePart(wraps ? startYear + 1 : year, month, spec.end.date);
  if (end === null) return 'no such day in that year';
  return [`${datePart(startYear, spec.month, spec.date) ?? start}/${end}`, 'interval', basis];
}

function datePart(year: number, month: number, date: number | undefined): string | null {
  if (date === undefined) return monthIso(year, month);
  return isDate(year, month, date) ? dayIso(dayOf(year, month, date)) : null;
}

function impliedYear(spec: TimeSpec & { kind: 'date' }, anchor: Anchor): number | null {
  const { month, date } = spec;
  if (spec.year !== null || month === undefined) return null;
  if (anchor.carried !== null && spec.weekday === undefined) {
    // After November comes January of the next year
    return anchor.carried.year + (anchor.carried.month - month >= NEW_YEAR_GAP ? 1 : 0);
  }
  if (anchor.reference === null) return null;
  const now = partsOf(anchor.reference);
  if (date !== undefined && spec.weekday !== undefined) {
    // The weekday fixes the year: the nearest one that fits
    for (const year of [now.year, now.year - 1, now.year + 1, now.year - 2, now.year + 2])
      if (isDate(year, month, date) && weekdayOf(dayOf(year, month, date)) === spec.weekday) return year;
    return null;
  }
  if (date === undefined) {
    // The month told of just before: "the November elections … in November"
    const told = anchor.told(31);
    if (told !== null && told.length === 7 && Number(told.slice(5)) === month) return Number(told.slice(0, 4));
  }
  const tense = anchor.tense();
  if (date === undefined) {
    if (tense > 0) return month < now.month ? now.year + 1 : now.year;
    if (tense < 0) return month > now.month ? now.year - 1 : now.year;
    return month > now.month + 3 ? now.year - 1 : now.year;
  }
  const gap = dayOf(now.year, month, date) - anchor.reference;
  if (tense > 0) return gap < -60 ? now.year + 1 : now.year;
  if (gap > (tense < 0 ? 75 : 180)) return now.year - 1;
  return gap < -300 ? now.year + 1 : now.year;
}

function weekdayNear(spec: TimeSpec & { kind: 'weekday' }, anchor: Anchor, day: Day): Day {
  const now = weekdayOf(day);
  if (spec.weeks !== undefined) return mondayOf(day) + ((spec.weekday + 6) % 7) + 7 * spec.weeks;
  if (spec.direction !== null && spec.direction !== 0) {
    if (spec.direction < 0) return day - (((now - spec.weekday + 6) % 7) + 1);
    return day + (((spec.weekday - now + 6) % 7) + 1);
  }
  if (anchor.tense() > 0) return day + ((spec.weekday - now + 7) % 7);
  return day - ((now - spec.weekday + 7) % 7);
}

function moved(unit: Unit, by: number, day: Day): Day {
  const { year, month, date } = partsOf(day);
  const inMonths = (months: number): Day => {
    const to = addMonths(year, month, months);
    return isDate(to.year, to.month, date) ? dayOf(to.year, to.month, date) : dayOf(to.year, to.month + 1, 0);
  };
  switch (unit) {
    case 'week':
      return day + 7 * by;
    case 'month':
      return inMonths(by);
    case 'quarter':
      return inMonths(3 * by);
    case 'year':
      return inMonths(12 * by);
    case 'decade':
      return inMonths(120 * by);
    case 'century':
      return inMonths(1200 * by);
    case 'day':
      return day + by;
    default:
      return day;
  }
}

function shifted(unit: Unit | 'weekend', by: number, day: Day, basis: string): Found {
  const { year, month } = partsOf(day);
  switch (unit) {
    case 'weekend': {
      const saturday = mondayOf(day) + 5 + 7 * by;
      return [`${dayIso(saturday)}/${dayIso(saturday + 1)}`, 'interval', basis];
    }
    case 'week':
      return [weekIso(day + 7 * by), 'week', basis];
    case 'month': {
      const to = addMonths(year, month, by);
      return [monthIso(to.year, to.month), 'month', basis];
    }
    case 'quarter': {
      const to = addMonths(year, month - ((month - 1) % 3), 3 * by);
      const end = addMonths(to.year, to.month, 2);
      return [`${monthIso(to.year, to.month)}/${monthIso(end.year, end.month)}`, 'quarter', basis];
    }
    case 'year':
      return [yearIso(year + by), 'year', basis];
    case 'decade': {
      const start = Math.floor(year / 10) * 10 + 10 * by;
      return [`${yearIso(start)}/${yearIso(start + 9)}`, 'decade', basis];
    }
    case 'century': {
      const start = Math.floor((year - 1) / 100) * 100 + 1 + 100 * by;
      return [`${yearIso(start)}/${yearIso(start + 99)}`, 'interval', basis];
    }
    default:
      return [dayIso(unit === 'day' ? day + by : day), 'day', basis];
  }
}

function seasonOf(year: number, first: number): string {
  const end = addMonths(year, first, 2);
  return `${monthIso(year, first)}/${monthIso(end.year, end.month)}`;
}

function seasonYear(spec: TimeSpec & { kind: 'season' }, now: { year: number; month: number }): number {
  if (typeof spec.year === 'number') return spec.year;
  // The last month in which the season still lies ahead or runs
  const ends = spec.first === 12 ? 2 : spec.first + 2;
  if (spec.first === 12) {
    const running = now.month <= ends ? now.year - 1 : now.year;
    return running + (spec.direction < 0 ? -1 : spec.direction > 0 && now.month === 12 ? 1 : 0);
  }
  if (spec.direction < 0) return now.month > ends ? now.year : now.year - 1;
  if (spec.direction > 0) return now.month >= spec.first ? now.year + 1 : now.year;
  return now.year;
}

function resolvePart(spec: TimeSpec & { kind: 'part' }, anchor: Anchor, day: Day, basis: string): Found {
  const now = partsOf(day);
  const current = Math.floor((now.month - 1) / spec.months);
  let index = (spec.index ?? 1) - 1;
  let year = yearFrom(spec.year, anchor) ?? now.year;
  if (spec.index === null) {
    const to = addMonths(now.year, current * spec.months + 1, spec.months * (spec.direction ?? 0));
    year = to.year;
    index = Math.floor((to.month - 1) / spec.months);
  } else if (spec.year === null) {
    if (anchor.tense() > 0 ? index < current : index > current) year += anchor.tense() > 0 ? 1 : -1;
  }
  return partOf(year, index, spec.months, basis);
}

function partOf(year: number, index: number, months: 3 | 6, basis: string): Found {
  const first = index * months + 1;
  return [
    `${monthIso(year, first)}/${monthIso(year, first + months - 1)}`,
    months === 3 ? 'quarter' : 'interval',
    basis,
  ];
}

/** "that month", "two days later": only when the time told before is precise enough. */
function resolveNarrative(unit: Unit, by: number, words: string, anchor: Anchor): Found | string {
  const limit =
    unit === 'day' || unit === 'hour' || unit === 'minute' ? 1 : unit === 'week' ? 7 : unit === 'month' ? 31 : 366;
  const value = anchor.told(limit);
  const told = value === null ? null : daysOf(value);
  if (told === null) return NOT_TOLD;
  const basis = `${words}, told after ${value}`;
  if (unit === 'day' && by !== 0) return [dayIso((by < 0 ? told.from : told.to) + by), 'day', basis];
  return shifted(unit, by, told.from, basis);
}
