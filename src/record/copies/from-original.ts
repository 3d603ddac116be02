/** What stood in a spun text before it was spun, where the record holds its original: read off the alignment, names first. */

import type { Restoration, Span } from '../../core/index.ts';
import { inOrder, type Step } from './in-step.ts';
import { type Words, wordsOf } from './words.ts';

/** A name of the original, by its words. */
export interface OriginalName {
  readonly span: Span;
  readonly kind: AlignedRestoration['kind'];
}

/** A document of the record whose words the spun one has. */
export interface Original {
  readonly id: string;
  /** How a reader knows it: title and publisher. */
  readonly name: string;
  readonly text: string;
  readonly names: readonly OriginalName[];
}

export interface AlignedRestoration extends Omit<Restoration, 'kind'> {
  /** As in a reading, and `place` for states and places. */
  readonly kind: Restoration['kind'] | 'place';
  /** The document it is read from. */
  readonly document: string;
}

/** A longer stretch on either side is another passage, not an exchange. */
const MOST_EXCHANGED = 5;
/** A name is told by its capitals within longer ones. */
const MOST_AROUND_NAME = 12;
/** Words that stand in a name without any of the original in their place: "Minister Of Religion". */
const MOST_PUT_IN = 3;
/** Of the shorter text's words that many must agree. */
const LEAST_AGREEING = 0.3;
/** Around an exchange, so many words to each side are looked at, and so many of them must agree. */
const WINDOW = 6;
const LEAST_AROUND = 0.4;
/** Originals that are compared, those with most in common first. */
export const MOST_ORIGINALS = 4;

/**
 * Restorations of `spun` from its originals: names and terms of which a word differs between words that agree. A name is restored whole.
 * Where originals differ, the one with which most words agree is believed; the others fill what it leaves open. Spans are of `spun`, left
 * to right, without overlap. Nothing from a text with which too few words agree. Pure; the order of the originals makes no difference.
 */
export function restoreFromOriginals(spun: string, originals: readonly Original[]): AlignedRestoration[] {
  const words = wordsOf(spun);
  const found: AlignedRestoration[] = [];
  const read = originals
    .map((original) => restoreFrom(spun, words, original))
    .sort((a, b) => b.agreeing - a.agreeing || (a.id < b.id ? -1 : 1));
  for (const { restorations } of read.slice(0, MOST_ORIGINALS))
    found.push(...restorations.filter(({ span }) => found.every((other) => !overlap(span, other.span))));
  return found.sort((a, b) => a.span[0] - b.span[0]);
}

interface Read {
  readonly id: string;
  readonly agreeing: number;
  readonly restorations: readonly AlignedRestoration[];
}

function restoreFrom(spun: string, a: Words, original: Original): Read {
  const b = wordsOf(original.text);
  const steps = inOrder(a, b);
  const agreeing = steps.reduce((sum, { same }) => sum + Number(same), 0);
  const nothing = { id: original.id, agreeing, restorations: [] };
  if (agreeing < LEAST_AGREEING * Math.min(a.count, b.count) || agreeing === 0) return nothing;
  const around = agreement(a, steps);
  const gaps = gapsOf(a, b, steps).filter((gap) => around(gap) >= LEAST_AROUND);
  const restorations: AlignedRestoration[] = [];
  const push = (left: Range, right: Range, kind: AlignedRestoration['kind'], confidence: number): boolean => {
    const span: Span = [a.starts[left[0]] as number, a.ends[left[1] - 1] as number];
    const from = spun.slice(...span);
    const to = original.text.slice(b.starts[right[0]] as number, b.ends[right[1] - 1] as number);
    // What runs over the end of a sentence is no exchange of words.
    if (ENDS.test(from) || ENDS.test(to) || from.toLowerCase() === to.toLowerCase()) return false;
    if (restorations.some((other) => overlap(span, other.span))) return false;
    restorations.push({
      span,
      from,
      to,
      kind,
      basis: `aligned with ${original.name}`,
      confidence,
      document: original.id,
    });
    return true;
  };
  const there = partners(b, steps);
  const paired = new Set(steps.map(({ left }) => left));
  const taken: { left: Range; right: Range }[] = [];
  for (const { span, kind } of original.names) {
    const right = rangeOf(b, span);
    const left = right === null ? null : placeOf(right, a, there, paired, gaps);
    if (right === null || left === null) continue;
    const shared = there.slice(...right).filter((step) => step?.same === true).length;
    const capital = a.anchors.slice(...left).includes(1);
    const even = left[1] - left[0] === right[1] - right[0];
    const confidence = (shared > 0 ? 0.95 : capital ? 0.9 : 0.75) - (even ? 0 : 0.05);
    if (push(left, right, kind, Math.round(confidence * 100) / 100)) taken.push({ left, right });
  }
  for (const gap of gaps)
    for (const { left, right } of without(gap, taken)) {
      const [here, other] = [left[1] - left[0], right[1] - right[0]];
      if (here > 0 && other > 0 && here <= MOST_EXCHANGED && other <= MOST_EXCHANGED)
        push(left, right, 'term', here === other ? 0.9 : 0.8);
    }
  return { id: original.id, agreeing, restorations };
}

/** Half-open, in words. */
type Range = readonly [start: number, end: number];

/** A stretch on each side between two words that agree; the right one may be empty. */
interface Gap {
  readonly left: Range;
  readonly right: Range;
}

/** "… said. The" but not "the U.S. envoy" or "Mr. Oru". */
const ENDS = /\p{L}{3}[.!?]["”’)]*\s|[!?]\s|\n/u;

const overlap = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1];

function gapsOf(a: Words, b: Words, steps: readonly Step[]): Gap[] {
  const gaps: Gap[] = [];
  let [i, j] = [0, 0];
  const push = (left: number, right: number): void => {
    const [here, there] = [left - i, right - j];
    if (here > 0 && here <= (there === 0 ? MOST_PUT_IN : MOST_AROUND_NAME) && there <= MOST_AROUND_NAME)
      gaps.push({ left: [i, left], right: [j, right] });
  };
  for (const { left, right, same } of steps) {
    if (!same) continue;
    push(left, right);
    [i, j] = [left + 1, right + 1];
  }
  push(a.count, b.count);
  return gaps;
}

/** How much of the words beside a gap agrees with the other text. */
function agreement(a: Words, steps: readonly Step[]): (gap: Gap) => number {
  const sums = new Uint32Array(a.count + 1);
  for (const { left, same } of steps) if (same) sums[left + 1] = 1;
  for (let i = 1; i <= a.count; i++) sums[i] = (sums[i] as number) + (sums[i - 1] as number);
  return ({ left: [start, end] }) => {
    const [from, to] = [Math.max(0, start - WINDOW), Math.min(a.count, end + WINDOW)];
    const beside = start - from + (to - end);
    return beside === 0 ? 0 : ((sums[to] as number) - (sums[from] as number)) / beside;
  };
}

/** By word of the original, what stands in its place. */
function partners(b: Words, steps: readonly Step[]): (Step | undefined)[] {
  const there = new Array<Step | undefined>(b.count);
  for (const step of steps) there[step.right] = step;
  return there;
}

/** The words that lie in the span; null when there are none. */
function rangeOf(words: Words, span: Span): Range | null {
  let [low, high] = [0, words.count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words.starts[middle] as number) < span[0]) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < words.count && (words.ends[end] as number) <= span[1]) end++;
  return end > low ? [low, end] : null;
}

/** Where the name stands in the spun text; null when no word of it was exchanged, or its place is not sure. */
function placeOf(
  name: Range,
  a: Words,
  there: readonly (Step | undefined)[],
  paired: ReadonlySet<number>,
  gaps: readonly Gap[],
): Range | null {
  const touched = gaps.filter(({ right: [from, to] }) =>
    from === to ? name[0] <= from && from <= name[1] : from < name[1] && name[0] < to,
  );
  if (touched.length === 0) return null;
  let [start, end] = [Number.POSITIVE_INFINITY, -1];
  const cover = ([from, to]: Range): void => {
    [start, end] = [Math.min(start, from), Math.max(end, to)];
  };
  for (let j = name[0]; j < name[1]; j++) {
    const step = there[j];
    const sure = step?.same === true || touched.some(({ right }) => right[0] <= j && j < right[1]);
    if (step !== undefined && sure) cover([step.left, step.left + 1]);
  }
  const inside = (j: number): boolean => name[0] < j && j < name[1];
  for (const { left, right } of touched) {
    // All that the original has here is of the name, so all that stands here is.
    if (name[0] <= right[0] && right[1] <= name[1] && (right[0] < right[1] || inside(right[0]))) cover(left);
    else {
      // One word became several: they have the name's capitals and no word of the original of their own.
      const free = (i: number): boolean => left[0] <= i && i < left[1] && !paired.has(i) && a.anchors[i] === 1;
      while (end >= 0 && free(end)) end++;
      while (end >= 0 && free(start - 1)) start--;
    }
  }
  return end > start && end - start <= 2 * (name[1] - name[0]) + 2 ? [start, end] : null;
}

/** What is left of a gap beside the names in it. */
function without(gap: Gap, names: readonly Gap[]): Gap[] {
  const inside = names
    .filter(({ left }) => left[0] < gap.left[1] && gap.left[0] < left[1])
    .sort((x, y) => x.left[0] - y.left[0]);
  const rest: Gap[] = [];
  let [i, j] = [gap.left[0], gap.right[0]];
  for (const { left, right } of inside) {
    rest.push({ left: [i, left[0]], right: [j, right[0]] });
    [i, j] = [left[1], right[1]];
  }
  rest.push({ left: [i, gap.left[1]], right: [j, gap.right[1]] });
  return rest;
}
