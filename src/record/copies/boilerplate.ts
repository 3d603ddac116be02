/** Lines that a publisher prints under story after story: "X is a news service of …". They are taken out before texts are compared. */

import { hashWord, type Words } from './words.ts';

/** In this many documents of one publisher a line is furniture. */
const FURNITURE = 3;
/** A longer line is a paragraph of a story, however often it stands. */
const MOST_CHARS = 900;
const LEAST_CHARS = 30;
/** Lines remembered for one publisher; beyond that the oldest are forgotten. */
const MOST_LINES = 20_000;

export class Boilerplate {
  private readonly seen = new Map<string, Map<number, number>>();

  /** Counts the lines of one more document. */
  learn(publisher: string | null, text: string): void {
    if (publisher === null) return;
    const counts = this.seen.get(publisher) ?? new Map<number, number>();
    this.seen.set(publisher, counts);
    for (const key of new Set(linesOf(text).map(({ key }) => key))) {
      const count = counts.get(key) ?? 0;
      counts.delete(key); // to the end: the oldest are those not seen for longest
      counts.set(key, count + 1);
    }
    for (const key of counts.keys()) {
      if (counts.size <= MOST_LINES) break;
      counts.delete(key);
    }
  }

  /** The words with those of furniture lines marked as quoted, so that nothing is concluded from them. The same object when there are none. */
  without(publisher: string | null, text: string, words: Words): Words {
    const counts = publisher === null ? undefined : this.seen.get(publisher);
    if (counts === undefined) return words;
    const lines = linesOf(text).filter(({ key }) => (counts.get(key) ?? 0) >= FURNITURE);
    // A text that consists of known lines is a copy of itself, not furniture.
    if (lines.length === 0 || lines.reduce((sum, { end, start }) => sum + end - start, 0) * 2 > text.length)
      return words;
    const quoted = words.quoted.slice();
    let line = 0;
    for (let i = 0; i < words.count; i++) {
      const at = words.starts[i] as number;
      while (line < lines.length && (lines[line] as Line).end <= at) line++;
      if (line < lines.length && (lines[line] as Line).start <= at) quoted[i] = 2;
    }
    return { ...words, quoted };
  }
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly key: number;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const length = end - start;
    if (length >= LEAST_CHARS && length <= MOST_CHARS) {
      const letters = text
        .slice(start, end)
        .toLowerCase()
        .replace(/[^\p{L}]+/gu, ' ');
      lines.push({ start, end, key: hashWord(letters) });
    }
    start = end + 1;
  }
  return lines;
}
