/** ISO 8601 dates as ranges of days: what a "2021-08", a "2021-W31" or an interval covers. */

export interface DayRange {
  /** First and last day, both included. Null on an open side. */
  readonly first: string | null;
  readonly last: string | null;
}

/**
 * The days a value covers: a day, month, year, decade ("202X"), ISO week, quarter ("2021-Q3"), or an interval of these, open sides
 * written "..". Null for anything else, for impossible days, and for intervals that end before they begin.
 */
export function dayRange(value: string): DayRange | null {
  const parts = value.split('/');
  if (parts.length === 1) return single(value);
  if (parts.length !== 2) return null;
  const [from, to] = parts as [string, string];
  const start = isOpen(from) ? null : single(from);
  const end = isOpen(to) ? null : single(to);
  if ((start === null && !isOpen(from)) || (end === null && !isOpen(to))) return null;
  const first = start?.first ?? null;
  const last = end?.last ?? null;
  if (first === null && last === null) return null;
  return first !== null && last !== null && last < first ? null : { first, last };
}

const isOpen = (side: string): boolean => side === '' || side === '..';

function single(value: string): DayRange | null {
  const date = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T.*)?)?)?$/.exec(value);
  if (date) {
    const [, year, month, day] = date;
    if (year === '0000') return null;
    if (month === undefined) return { first: `${year}-01-01`, last: `${year}-12-31` };
    const days = daysIn(Number(year), Number(month));
    if (days === 0) return null;
    if (day === undefined) return { first: `${year}-${month}-01`, last: `${year}-${month}-${days}` };
    const iso = `${year}-${month}-${day}`;
    return Number(day) >= 1 && Number(day) <= days ? { first: iso, last: iso } : null;
  }
  const week = /^([1-9]\d{3})-W(\d\d)$/.exec(value);
  if (week) return weekRange(Number(week[1]), Number(week[2]));
  const quarter = /^([1-9]\d{3})-Q([1-4])$/.exec(value);
  if (quarter) {
    const last = Number(quarter[2]) * 3;
    const two = (month: number): string => String(month).padStart(2, '0');
    return {
      first: `${quarter[1]}-${two(last - 2)}-01`,
      last: `${quarter[1]}-${two(last)}-${daysIn(Number(quarter[1]), last)}`,
    };
  }
  const decade = /^([1-9]\d\d)X$/.exec(value);
  return decade ? { first: `${decade[1]}0-01-01`, last: `${decade[1]}9-12-31` } : null;
}

/** 0 when there is no such month, or no year we can date (year 0). */
function daysIn(year: number, month: number): number {
  return year < 1 || month < 1 || month > 12 ? 0 : new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

/** Week 1 holds the year's first Thursday. */
function weekRange(year: number, week: number): DayRange | null {
  const fourth = Date.UTC(year, 0, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * 86_400_000 + (week - 1) * 7 * 86_400_000;
  const thursday = new Date(monday + 3 * 86_400_000);
  if (week < 1 || thursday.getUTCFullYear() !== year) return null;
  const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
  return { first: iso(monday), last: iso(monday + 6 * 86_400_000) };
}
