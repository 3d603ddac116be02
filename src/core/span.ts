/** Text ranges. Everything Chancery finds stands on one. */

/** Half-open `[start, end)` in UTF-16 units of the article's text: `text.slice(start, end)` is the quote. */
export type Span = readonly [start: number, end: number];

export const quote = (text: string, span: Span): string => text.slice(span[0], span[1]);

export const contains = (outer: Span, inner: Span): boolean => outer[0] <= inner[0] && inner[1] <= outer[1];

export const overlaps = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1];

/** The smallest span that covers all of them. At least one is needed. */
export function cover(first: Span, ...rest: readonly Span[]): Span {
  let [start, end] = first;
  for (const span of rest) {
    if (span[0] < start) start = span[0];
    if (span[1] > end) end = span[1];
  }
  return [start, end];
}
