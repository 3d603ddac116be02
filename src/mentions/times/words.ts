/** The words times are made of: months, weekdays, numbers, units, seasons. */

import { MONTH_NAMES, WEEKDAY_NAMES } from '../../core/calendar.ts';

const byPrefix = (names: readonly string[], first: number): ReadonlyMap<string, number> =>
  new Map(names.map((name, i) => [name.slice(0, 3), i + first]));

const MONTHS = byPrefix(MONTH_NAMES, 1);
const WEEKDAYS = byPrefix(WEEKDAY_NAMES, 0);

/** 1..12 from a name or abbreviation in any case. */
export const monthOf = (word: string): number => MONTHS.get(word.slice(0, 3).toLowerCase()) ?? 0;
/** 0 (Sunday) .. 6 from a name or abbreviation in any case. */
export const weekdayNamed = (word: string): number => WEEKDAYS.get(word.slice(0, 3).toLowerCase()) ?? 0;

export const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b\\.?)';
export const WEEKDAY =
  '(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thurs?|Thur|Fri|Sat|Sun)\\b\\.?)';
export const YEAR = '(?:1\\d{3}|20\\d\\d)';

export const MONTH_STARTS = [
  ...'january february march april may june july august september october november december'.split(' '),
  ...'jan feb mar apr jun jul aug sep sept oct nov dec'.split(' '),
];
export const WEEKDAY_STARTS = [
  ...'monday tuesday wednesday thursday friday saturday sunday'.split(' '),
  ...'mon tue tues wed thu thur thurs fri sat sun'.split(' '),
];

const SMALL: ReadonlyMap<string, number> = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, i) => [word, i]),
);
const TENS: ReadonlyMap<string, number> = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, i) => [word, (i + 2) * 10]),
);
const UNIT_DIGITS = 'one|two|three|four|five|six|seven|eight|nine';
const TEEN_WORDS = 'ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen';
const TEN_WORDS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';

/** A small number in digits or words, "a" and "an" included. */
export const COUNT = `(?:\\d{1,4}(?:\\.\\d+)?|(?:${TEN_WORDS})(?:[- ](?:${UNIT_DIGITS}))?|${TEEN_WORDS}|${UNIT_DIGITS}|an?)`;
export const COUNT_STARTS = ['a', 'an', ...SMALL.keys(), ...TENS.keys()];

/** The value of a text that matched COUNT. */
export function countOf(text: string): number {
  const lower = text.toLowerCase();
  if (/^\d/.test(lower)) return Number(lower);
  if (lower === 'a' || lower === 'an') return 1;
  let sum = 0;
  for (const part of lower.split(/[- ]+/)) sum += SMALL.get(part) ?? TENS.get(part) ?? 0;
  return sum;
}

export type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year' | 'decade' | 'century';

export const UNIT = '(?:seconds|minutes?|hours?|days?|weeks?|months?|quarters?|years?|decades?|centur(?:y|ies))';

export function unitOf(word: string): Unit {
  const lower = word.toLowerCase();
  if (lower.startsWith('centur')) return 'century';
  if (lower.startsWith('second')) return 'minute';
  return (lower.endsWith('s') ? lower.slice(0, -1) : lower) as Unit;
}

/** ISO 8601 duration of so many units: "P2W", "PT3H". */
export function durationOf(count: number | null, unit: Unit): string {
  const n = (factor = 1): string => (count === null ? 'X' : String(count * factor));
  switch (unit) {
    case 'minute':
      return `PT${n()}M`;
    case 'hour':
      return `PT${n()}H`;
    case 'day':
      return `P${n()}D`;
    case 'week':
      return `P${n()}W`;
    case 'month':
      return `P${n()}M`;
    case 'quarter':
      return `P${n(3)}M`;
    case 'year':
      return `P${n()}Y`;
    case 'decade':
      return `P${n(10)}Y`;
    case 'century':
      return `P${n(100)}Y`;
  }
}

export const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  final: 4,
  '1st': 1,
  '2nd': 2,
  '3rd': 3,
  '4th': 4,
};

/** First month of each season of the northern hemisphere, in which the news of record is written. */
export const SEASONS: Readonly<Record<string, number>> = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 };

export const DECADES = 'twenties thirties forties fifties sixties seventies eighties nineties'.split(' ');
