/** Dates as people read them. All are ISO values without a zone: a day, month, year, week, or an interval with both ends included. */

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
// biome-ignore format: a year in two lines
const LONG = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
] as const;

/** "2024-07-27" → "27 Jul 2024"; "2021-08-02/2021-08-06" → "2–6 Aug 2021"; what is no such date comes back as it is. */
export function showDate(value: string): string {
  const [from, to] = value.split('/', 2) as [string, string?];
  if (to === undefined || to === from) return one(from);
  const [y1, m1, d1] = from.split('-');
  const [y2, m2, d2] = to.split('-');
  if (y1 === y2 && m1 === m2 && d1 && d2 && month(m1)) return `${Number(d1)}–${Number(d2)} ${month(m1)} ${y1}`;
  if (y1 === y2 && d1 && d2 && month(m1) && month(m2)) {
    return `${Number(d1)} ${month(m1)} – ${Number(d2)} ${month(m2)} ${y1}`;
  }
  return `${one(from)} – ${one(to)}`;
}

function one(value: string): string {
  const parts = /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(value);
  if (parts !== null) {
    const [, year, m, d] = parts;
    if (m === undefined) return year as string;
    if (month(m) === undefined) return value;
    return d === undefined ? `${month(m)} ${year}` : `${Number(d)} ${month(m)} ${year}`;
  }
  const week = /^(\d{4})-W(\d\d)$/.exec(value);
  return week === null ? value : `week ${Number(week[2])} of ${week[1]}`;
}

function month(number: string | undefined): string | undefined {
  return MONTHS[Number(number) - 1];
}

/** "2024-07-27" → "July 2024". */
export function showMonth(day: string): string {
  return `${LONG[Number(day.slice(5, 7)) - 1] ?? ''} ${day.slice(0, 4)}`.trim();
}

/** A basis in words, its ISO days as people read them: "Wednesday from 2024-07-31" → "Wednesday, from 31 Jul 2024". */
export function showBasis(basis: string): string {
  return basis
    .replace(/(\d{4}-\d\d-\d\d) to \1/g, '$1')
    .replace(/ from (?=\d{4}-)/, ', from ')
    .replace(/\d{4}-\d\d(?:-\d\d)?(?:\/\d{4}-\d\d(?:-\d\d)?)?/g, (value) => showDate(value).replaceAll(' ', '\u00a0'));
}

/** Today where the reader is. */
export function today(now: Date = new Date()): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

const DAY = 86_400_000;

export function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY);
}

export function dayOf(number: number): string {
  return new Date(number * DAY).toISOString().slice(0, 10);
}

/** First and last day of the bar that starts on `day`. */
export function barDays(day: string, unit: 'day' | 'month' | 'year'): { from: string; to: string } {
  if (unit === 'day') return { from: day, to: day };
  const year = Number(day.slice(0, 4));
  const monthIndex = Number(day.slice(5, 7)) - 1;
  const next = unit === 'year' ? Date.UTC(year + 1, 0, 1) : Date.UTC(year, monthIndex + 1, 1);
  return { from: day, to: dayOf(Math.round(next / DAY) - 1) };
}
