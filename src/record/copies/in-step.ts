/** Which word of one text stands where which word of another stands: words that agree, and between them words exchanged for others. */

import { mix, type Words } from './words.ts';

export interface Step {
  /** Indexes of the words. */
  readonly left: number;
  readonly right: number;
  /** The words agree; else the one stands in the other's place. */
  readonly same: boolean;
}

/** Stretches of this many words that stand once on each side hold the texts together; between them shorter ones, then word by word. */
const SEEDS = [6, 3] as const;
/** A longer stretch without a seed is left open: its table would be too large. */
const MOST_CELLS = 1_000_000;
/** Points: names and numbers stand for names and numbers, words for words. A word left out costs less than a wrong exchange. */
const [AGREES, AGREES_SHORT, LIKE, UNLIKE, OUT] = [6, 4, 2, -3, -1] as const;
/** Letters up to which a word says little by agreeing. */
const SHORT = 3;

/** In the order of both texts; each word at most once. Time is linear but for stretches without a seed. */
export function inOrder(left: Words, right: Words): Step[] {
  const steps: Step[] = [];
  between(left, 0, left.count, right, 0, right.count, 0, steps);
  return steps;
}

function between(
  a: Words,
  a0: number,
  a1: number,
  b: Words,
  b0: number,
  b1: number,
  level: number,
  steps: Step[],
): void {
  if (a0 >= a1 || b0 >= b1) return;
  const seed = SEEDS[level];
  if (seed === undefined) {
    if ((a1 - a0 + 1) * (b1 - b0 + 1) <= MOST_CELLS) wordByWord(a, a0, a1, b, b0, b1, steps);
    return;
  }
  let [i, j] = [a0, b0];
  for (const [x, y] of rising(onceInBoth(a, a0, a1, b, b0, b1, seed))) {
    if (x < i || y < j) continue; // within the stretch before
    between(a, i, x, b, j, y, level + 1, steps);
    [i, j] = [x, y];
    while (i < a1 && j < b1 && a.hashes[i] === b.hashes[j]) steps.push({ left: i++, right: j++, same: true });
  }
  between(a, i, a1, b, j, b1, level + 1, steps);
}

function onceInBoth(
  a: Words,
  a0: number,
  a1: number,
  b: Words,
  b0: number,
  b1: number,
  seed: number,
): [number, number][] {
  const places = (words: Words, from: number, to: number): Map<number, number> => {
    const found = new Map<number, number>();
    for (let i = from; i + seed <= to; i++) {
      let key = 0;
      for (let n = 0; n < seed; n++) key = mix(Math.imul(key, 0x9e3779b1) ^ (words.hashes[i + n] as number));
      found.set(key, found.has(key) ? -1 : i);
    }
    return found;
  };
  const there = places(b, b0, b1);
  const pairs: [number, number][] = [];
  for (const [key, i] of places(a, a0, a1)) {
    const j = there.get(key) ?? -1;
    if (i >= 0 && j >= 0) pairs.push([i, j]);
  }
  return pairs.sort((x, y) => x[0] - y[0]);
}

/** The longest run of pairs that rise on both sides. */
function rising(pairs: readonly [number, number][]): [number, number][] {
  const ends: number[] = []; // for each length the pair it best ends with
  const before = new Int32Array(pairs.length).fill(-1);
  pairs.forEach(([, j], n) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] as number] as [number, number])[1] < j) low = middle + 1;
      else high = middle;
    }
    before[n] = low > 0 ? (ends[low - 1] as number) : -1;
    ends[low] = n;
  });
  const chain: [number, number][] = [];
  for (let n = ends.at(-1) ?? -1; n >= 0; n = before[n] as number) chain.push(pairs[n] as [number, number]);
  return chain.reverse();
}

/** The best alignment of two stretches, by dynamic programming. */
function wordByWord(a: Words, a0: number, a1: number, b: Words, b0: number, b1: number, steps: Step[]): void {
  const [n, m] = [a1 - a0, b1 - b0];
  const width = m + 1;
  const best = new Int32Array((n + 1) * width);
  for (let i = n; i >= 0; i--) {
    for (let j = m; j >= 0; j--) {
      if (i === n && j === m) continue;
      const at = i * width + j;
      const down = i < n ? (best[at + width] as number) + OUT : Number.NEGATIVE_INFINITY;
      const along = j < m ? (best[at + 1] as number) + OUT : Number.NEGATIVE_INFINITY;
      const across =
        i < n && j < m ? (best[at + width + 1] as number) + points(a, a0 + i, b, b0 + j) : Number.NEGATIVE_INFINITY;
      best[at] = Math.max(down, along, across);
    }
  }
  for (let i = 0, j = 0; i < n && j < m; ) {
    const at = i * width + j;
    if (best[at] === (best[at + width + 1] as number) + points(a, a0 + i, b, b0 + j)) {
      steps.push({ left: a0 + i, right: b0 + j, same: a.hashes[a0 + i] === b.hashes[b0 + j] });
      i++;
      j++;
    } else if (best[at] === (best[at + width] as number) + OUT) i++;
    else j++;
  }
}

function points(a: Words, i: number, b: Words, j: number): number {
  if (a.hashes[i] === b.hashes[j])
    return (a.ends[i] as number) - (a.starts[i] as number) > SHORT ? AGREES : AGREES_SHORT;
  return a.anchors[i] === b.anchors[j] ? LIKE : UNLIKE;
}
