/** Which runs of words two texts share, in linear time. Quotations are left out: quoting the same speech is not copying. */

import type { Span } from '../../core/index.ts';
import { mix, type Words } from './words.ts';

export interface Run {
  /** The run's words in the left and the right text, as spans of their texts. */
  readonly left: Span;
  readonly right: Span;
  readonly words: number;
}

export interface Alignment {
  /** Non-overlapping, in left order; each at least four words. */
  readonly runs: readonly Run[];
  readonly aligned: number;
  readonly longest: number;
  /** Words outside quotations on each side. */
  readonly leftWords: number;
  readonly rightWords: number;
  /** Words inside quotations that both share, in runs of at least eight. */
  readonly sharedQuoted: number;
}

const SEED = 4;
const QUOTE_SEED = 8;

export function align(left: Words, right: Words): Alignment {
  const openLeft = indices(left, 0);
  const openRight = indices(right, 0);
  const runs = match(left, openLeft, right, openRight, SEED);
  const quotes = match(left, indices(left, 1), right, indices(right, 1), QUOTE_SEED);
  const words = (list: readonly Run[]): number => list.reduce((sum, run) => sum + run.words, 0);
  return {
    runs,
    aligned: words(runs),
    longest: runs.reduce((most, run) => Math.max(most, run.words), 0),
    leftWords: openLeft.length,
    rightWords: openRight.length,
    sharedQuoted: words(quotes),
  };
}

function indices(words: Words, quoted: 0 | 1): number[] {
  const list: number[] = [];
  for (let i = 0; i < words.count; i++) if (words.quoted[i] === quoted) list.push(i);
  return list;
}

/** Greedy: at each left word the longest run that starts there with a seed found on the right, right words used once. */
function match(left: Words, a: readonly number[], right: Words, b: readonly number[], seed: number): Run[] {
  if (a.length < seed || b.length < seed) return [];
  const places = new Map<number, number[]>();
  for (let j = 0; j + seed <= b.length; j++) {
    const key = seedKey(right, b, j, seed);
    const list = places.get(key);
    if (!list) places.set(key, [j]);
    else if (list.length < 16) list.push(j); // a phrase repeated more often aligns nothing
  }
  const taken = new Uint8Array(b.length);
  const runs: Run[] = [];
  for (let i = 0; i + seed <= a.length; ) {
    let best = 0;
    let bestAt = -1;
    for (const j of places.get(seedKey(left, a, i, seed)) ?? []) {
      let length = 0;
      while (
        i + length < a.length &&
        j + length < b.length &&
        taken[j + length] === 0 &&
        left.hashes[a[i + length] as number] === right.hashes[b[j + length] as number]
      ) {
        length++;
      }
      if (length > best) {
        best = length;
        bestAt = j;
      }
    }
    if (best < seed) {
      i++;
      continue;
    }
    taken.fill(1, bestAt, bestAt + best);
    runs.push({
      left: [left.starts[a[i] as number] as number, left.ends[a[i + best - 1] as number] as number],
      right: [right.starts[b[bestAt] as number] as number, right.ends[b[bestAt + best - 1] as number] as number],
      words: best,
    });
    i += best;
  }
  return runs;
}

function seedKey(words: Words, list: readonly number[], from: number, seed: number): number {
  let key = 0;
  for (let j = 0; j < seed; j++)
    key = mix(Math.imul(key, 0x9e3779b1) ^ (words.hashes[list[from + j] as number] as number));
  return key;
}

/** How much of the smaller text's word pairs the larger one holds: of kept words (names, numbers), and of all words. */
export function containment(
  left: Words,
  right: Words,
): { readonly anchors: number; readonly anchorPairs: number; readonly pairs: number } {
  const [small, large] = left.count <= right.count ? [left, right] : [right, left];
  const of = (onlyAnchors: boolean): { share: number; items: number } => {
    const mine = pairs(small, onlyAnchors);
    const theirs = pairs(large, onlyAnchors);
    let shared = 0;
    for (const key of mine) if (theirs.has(key)) shared++;
    return { share: mine.size === 0 ? 0 : shared / mine.size, items: mine.size };
  };
  const anchors = of(true);
  return { anchors: anchors.share, anchorPairs: anchors.items, pairs: of(false).share };
}

function pairs(words: Words, onlyAnchors: boolean): Set<number> {
  const set = new Set<number>();
  let before = 0;
  let any = false;
  for (let i = 0; i < words.count; i++) {
    if (words.quoted[i] !== 0 || (onlyAnchors && words.anchors[i] === 0)) continue;
    const hash = words.hashes[i] as number;
    if (any) set.add(mix(Math.imul(before, 0x9e3779b1) ^ hash));
    before = hash;
    any = true;
  }
  return set;
}

/** Offsets between the two texts are counted in steps of this many words. */
const STEP = 24;

/**
 * Words outside quotations in runs of two or more that stand at nearly one offset in both texts: what is left in its place when single words
 * were exchanged. Linear time.
 */
export function inStep(left: Words, right: Words): number {
  const a = indices(left, 0);
  const b = indices(right, 0);
  const places = new Map<number, number[]>();
  for (let j = 0; j + 2 <= b.length; j++) {
    const key = seedKey(right, b, j, 2);
    const list = places.get(key);
    if (!list) places.set(key, [j]);
    else if (list.length < 8) list.push(j);
  }
  // By step: how many left words it covers, and the last of them, so that none counts twice.
  const steps = new Map<number, { words: number; last: number }>();
  for (let i = 0; i + 2 <= a.length; i++) {
    const here = new Set<number>();
    for (const j of places.get(seedKey(left, a, i, 2)) ?? []) {
      const step = Math.floor((i - j) / STEP);
      here.add(step).add(step + 1); // each offset lies in two overlapping steps
    }
    for (const step of here) {
      const sum = steps.get(step) ?? { words: 0, last: -1 };
      steps.set(step, { words: sum.words + (sum.last === i ? 1 : 2), last: i + 1 });
    }
  }
  let most = 0;
  for (const { words } of steps.values()) most = Math.max(most, words);
  return most;
}
