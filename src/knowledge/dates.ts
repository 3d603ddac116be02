/** Days of partly known dates: "2024-11" lies between its first and its last day. */

const pad = (value: number): string => String(value).padStart(2, '0');

/** First day that an ISO year, month or day can mean. */
export function firstDay(date: string): string {
  if (date.length === 4) return `${date}-01-01`;
  if (date.length === 7) return `${date}-01`;
  return date;
}

/** Last day that it can mean. */
export function lastDay(date: string): string {
  if (date.length === 4) return `${date}-12-31`;
  if (date.length === 7) {
    const [year, month] = date.split('-').map(Number) as [number, number];
    return `${date}-${pad(new Date(Date.UTC(year, month, 0)).getUTCDate())}`;
  }
  return date;
}

/** Whole days from a to b, negative when b is earlier. */
export const daysBetween = (a: string, b: string): number =>
  Math.round((Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / 86_400_000);

/** Whether a day lies in from..to, both ends included and read generously; null ends are open. */
export const within = (date: string, from: string | null, to: string | null): boolean =>
  (from === null || firstDay(from) <= date) && (to === null || date <= lastDay(to));

/** An ISO day, month or year that exists. */
export const isDate = (text: string): boolean =>
  /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(text) && !Number.isNaN(Date.parse(firstDay(text)));
