/** Stretches of running text that sentences never cross. */

import type { Span } from '../core/index.ts';

/**
 * Paragraphs of a plain text, with the white space around them left out.
 *
 * Blank lines always part. Single line breaks part too, unless the lines look wrapped by a machine: most of them
 * about as long as the longest, and not ending like sentences.
 */
export function paragraphsOf(text: string): Span[] {
  const out: Span[] = [];
  let from = 0;
  for (const part of text.split(/(\n[^\S\n]*\n\s*)/)) {
    const to = from + part.length;
    if (part.trim()) out.push(...linesOf(text, from, to));
    from = to;
  }
  return out;
}

function linesOf(text: string, from: number, to: number): Span[] {
  const lines: Span[] = [];
  for (let at = from; at < to; ) {
    const end = text.indexOf('\n', at);
    const stop = end < 0 || end > to ? to : end;
    const span = trimmed(text, at, stop);
    if (span) lines.push(span);
    at = stop + 1;
  }
  const inner = lines.slice(0, -1);
  const longest = Math.max(0, ...inner.slice(0, 200).map(([s, e]) => e - s));
  const wrapped = inner.filter(([s, e]) => e - s > longest * 0.7 && !/[.!?:"”’)]$/.test(text.slice(e - 1, e))).length;
  if (lines.length > 1 && longest >= 40 && longest <= 120 && wrapped >= inner.length * 0.6) {
    return [[lines[0]![0], lines[lines.length - 1]![1]]];
  }
  return lines;
}

/** The span without white space at its ends; null when nothing is left. */
export function trimmed(text: string, start: number, end: number): Span | null {
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return start < end ? [start, end] : null;
}
