/** Marked text: spans may overlap and nest, so a paragraph is cut wherever one begins or ends, and each piece knows its marks. */

import type { Span } from '../../index.ts';

/** What a piece of text is marked as. `id` names the finding, several marks may share it. */
export interface Mark {
  readonly span: Span;
  readonly kind: string;
  readonly id: string;
  /** Said when the pointer rests on it. */
  readonly hint?: string;
}

export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Longest first: the last one is the innermost. */
  readonly marks: readonly Mark[];
}

/** Paragraphs of a text: what stands between line breaks, with their place. */
export function paragraphsOf(text: string): Span[] {
  const spans: Span[] = [];
  for (const { index, 0: line } of text.matchAll(/[^\n]+/g))
    if (line.trim() !== '') spans.push([index, index + line.length]);
  return spans;
}

/**
 * Cuts `[from, to)` of the text into segments. Together they are exactly that part of the text.
 *
 * Marks that lie outside or are empty leave no trace.
 */
export function segmentsOf(text: string, [from, to]: Span, marks: readonly Mark[]): Segment[] {
  const inside = marks
    .filter(({ span: [start, end] }) => start < end && start < to && end > from)
    .sort((a, b) => b.span[1] - b.span[0] - (a.span[1] - a.span[0]));
  const cuts = new Set([from, to]);
  for (const { span } of inside) for (const at of span) if (at > from && at < to) cuts.add(at);
  const points = [...cuts].sort((a, b) => a - b);
  const segments: Segment[] = [];
  for (let i = 0; i + 1 < points.length; i++) {
    const [start, end] = [points[i] as number, points[i + 1] as number];
    segments.push({
      start,
      end,
      text: text.slice(start, end),
      marks: inside.filter(({ span }) => span[0] <= start && span[1] >= end),
    });
  }
  return segments;
}
