/** Publication dates as callers write them: ISO, or what RSS, e-mail and spreadsheets use. */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The day as written, in ISO 8601 ("2021-08-06"); a time and its zone are left off, not converted. A month or a year stays one.
 * Null when it is no date, or one that can be read two ways ("05/06/2021").
 */
export function givenDate(value: string): string | null {
  const text = value.trim();
  const iso =
    /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ].*)?)?)?$/.exec(text) ?? /^(\d{4})(\d\d)(\d\d)(?:T.*|\d{6})?$/.exec(text);
  if (iso) return check(iso[1]!, iso[2], iso[3]);
  // "Fri, 06 Aug 2021 10:00:00 GMT", "6 August 2021", "August 6, 2021"
  const dayFirst = /^(?:[a-z]{3,9},?\s+)?(\d{1,2})\s+([a-z]{3,9})\.?,?\s+(\d{4})\b/i.exec(text);
  if (dayFirst) return check(dayFirst[3]!, monthNumber(dayFirst[2]!), dayFirst[1]!);
  const monthFirst = /^(?:[a-z]{3,9},?\s+)?([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})\b/i.exec(text);
  if (monthFirst) return check(monthFirst[3]!, monthNumber(monthFirst[1]!), monthFirst[2]!);
  return null;
}

function monthNumber(name: string): string {
  return String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}

function check(year: string, month?: string, day?: string): string | null {
  if (month === undefined) return year;
  const m = Number(month);
  if (m < 1 || m > 12) return null;
  const mm = month.padStart(2, '0');
  if (day === undefined) return `${year}-${mm}`;
  const d = Number(day);
  if (d < 1 || d > new Date(Date.UTC(Number(year), m, 0)).getUTCDate()) return null;
  return `${year}-${mm}-${day.padStart(2, '0')}`;
}
