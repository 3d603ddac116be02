/** What stood in a spun text before it was spun, where the record holds its original: read off the alignment, word by word. */

import type { Restoration, Span } from '../../core/index.ts';
import { type Words, wordsOf } from './words.ts';

/** The table of the alignment has at most this many cells; longer texts are aligned as far as it reaches. */
const MOST_CELLS = 4_000_000;
/** A longer gap on either side is another passage, not an exchange. */
const MOST_EXCHANGED = 5;

/**
 * Restorations of `spun` from `original`: stretches of up to five words that differ between words that agree. `name` says in the basis whose
 * text the original is. Nothing where fewer than half of the words agree. Spans are of `spun`, left to right. Pure.
 */
export function restoreFromOriginal(spun: string, original: string, name: string): Restoration[] {
  const side = Math.floor(Math.sqrt(MOST_CELLS));
  const [a, b] = [wordsOf(spun), wordsOf(original)];
  const [n, m] = [Math.min(a.count, side), Math.min(b.count, side)];
  const pairs = agreeing(a, n, b, m);
  if (pairs.length * 2 < Math.min(n, m)) return [];
  const found: Restoration[] = [];
  let [i, j] = [-1, -1];
  for (const [nextI, nextJ] of pairs) {
    const [here, there] = [nextI - i - 1, nextJ - j - 1];
    if (i >= 0 && here > 0 && there > 0 && here <= MOST_EXCHANGED && there <= MOST_EXCHANGED) {
      const span: Span = [a.starts[i + 1] as number, a.ends[nextI - 1] as number];
      const from = spun.slice(...span);
      const to = original.slice(b.starts[j + 1] as number, b.ends[nextJ - 1] as number);
      // A gap that runs over the end of a sentence is no exchange of words.
      if (!/[.!?]\s|\n/.test(`${from} ${to}`)) {
        const names = /^\p{Lu}/u.test(to) && /\s\p{Lu}/u.test(to);
        found.push({
          span,
          from,
          to,
          kind: names ? 'organization' : 'term',
          basis: `aligned with ${name}`,
          confidence: here === there ? 0.95 : 0.85,
        });
      }
    }
    [i, j] = [nextI, nextJ];
  }
  return found;
}

/** The longest common run of words in order (gaps allowed), as pairs of indexes. */
function agreeing(a: Words, n: number, b: Words, m: number): [number, number][] {
  const width = m + 1;
  const best = new Uint16Array((n + 1) * width);
  for (let i = n - 1; i >= 0; i--) {
    for (let j = m - 1; j >= 0; j--) {
      best[i * width + j] =
        a.hashes[i] === b.hashes[j]
          ? (best[(i + 1) * width + j + 1] as number) + 1
          : Math.max(best[(i + 1) * width + j] as number, best[i * width + j + 1] as number);
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < n && j < m; ) {
    if (a.hashes[i] === b.hashes[j]) pairs.push([i++, j++]);
    else if ((best[(i + 1) * width + j] as number) >= (best[i * width + j + 1] as number)) i++;
    else j++;
  }
  return pairs;
}
