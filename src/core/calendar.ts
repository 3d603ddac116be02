/** Calendar arithmetic on whole days. A day is its number since 1970-01-01; there is no clock and no time zone here. */

export type Day = number;

/** English names in lower case, in the order of the year. */
export const MONTH_NAMES: readonly string[] = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** English names in lower case; Sunday is 0, as in `weekdayOf`. */
export const WEEKDAY_NAMES: readonly string[] = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
];

const MS_PER_DAY = 86_400_000;

export const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

/** The day number of a date; months and days beyond their range roll over. */
export function dayOf(year: number, month: number, date: number): Day {
  const moment = new Date(0);
  moment.setUTCFullYear(year, month - 1, date);
  return Math.round(moment.getTime() / MS_PER_DAY);
}

export function partsOf(day: Day): { year: number; month: number; date: number } {
  const moment = new Date(day * MS_PER_DAY);
  return { year: moment.getUTCFullYear(), month: moment.getUTCMonth() + 1, date: moment.getUTCDate() };
}

/** 0 is Sunday. */
export const weekdayOf = (day: Day): number => (((day + 4) % 7) + 7) % 7;

export const yearIso = (year: number): string => pad(year, 4);
export const monthIso = (year: number, month: number): string => `${yearIso(year)}-${pad(month)}`;
export function dayIso(day: Day): string {
  const { year, month, date } = partsOf(day);
  return `${monthIso(year, month)}-${pad(date)}`;
}

/** Whether the month has this date in this year. */
export function isDate(year: number, month: number, date: number): boolean {
  if (month < 1 || month > 12 || date < 1 || date > 31) return false;
  return partsOf(dayOf(year, month, date)).month === month;
}

export const lastDate = (year: number, month: number): number => partsOf(dayOf(year, month + 1, 0)).date;

export function addMonths(year: number, month: number, by: number): { year: number; month: number } {
  const index = year * 12 + (month - 1) + by;
  return { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
}

/** Monday of the week of a day. */
export const mondayOf = (day: Day): Day => day - ((weekdayOf(day) + 6) % 7);

/** ISO 8601 week: weeks start on Monday, the first one holds January 4. */
export function weekIso(day: Day): string {
  const monday = mondayOf(day);
  const { year } = partsOf(monday + 3);
  const week = 1 + (monday - mondayOf(dayOf(year, 1, 4))) / 7;
  return `${yearIso(year)}-W${pad(week)}`;
}

/** First and last day of an ISO value: a day, month, year, ISO week or interval. Null when it is none of these. */
export function daysOf(value: string): { from: Day; to: Day } | null {
  const slash = value.indexOf('/');
  if (slash >= 0) {
    const left = daysOf(value.slice(0, slash));
    const right = daysOf(value.slice(slash + 1));
    return left === null || right === null ? null : { from: left.from, to: right.to };
  }
  const week = /^(\d{4})-W(\d\d)$/.exec(value);
  if (week !== null) {
    const from = mondayOf(dayOf(Number(week[1]), 1, 4)) + (Number(week[2]) - 1) * 7;
    return { from, to: from + 6 };
  }
  const date = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(value);
  if (date === null) return null;
  const year = Number(date[1]);
  if (date[2] === undefined) return { from: dayOf(year, 1, 1), to: dayOf(year, 12, 31) };
  const month = Number(date[2]);
  if (month < 1 || month > 12) return null;
  if (date[3] === undefined) return { from: dayOf(year, month, 1), to: dayOf(year, month, lastDate(year, month)) };
  if (!isDate(year, month, Number(date[3]))) return null;
  const day = dayOf(year, month, Number(date[3]));
  return { from: day, to: day };
}
