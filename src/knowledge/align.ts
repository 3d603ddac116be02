/** How close two names are: every word of the shorter must find its own word in the longer. */

/** Edit distance, given up beyond `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const value = Math.min(
        (previous[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (previous[j - 1] as number) + cost,
      );
      row.push(value);
      if (value < best) best = value;
    }
    if (best > limit) return limit + 1;
    previous = row;
  }
  return previous[b.length] as number;
}

/** Letters that may differ in one word: 1, or 2 from 9 letters; none below 4, where one letter is another name. */
const allowance = (word: string): number => (word.length >= 9 ? 2 : word.length >= 4 ? 1 : 0);

export type Alignment = 'same' | 'part' | 'near' | 'none';

/**
 * same: the same words in any order; part: all words of the shorter (two at least) stand in the longer;
 * near: they do within a letter or two, one of them exactly; none: anything else, a shared family name included.
 */
export function alignNames(a: readonly string[], b: readonly string[]): Alignment {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  if (shorter.length < 2) return 'none';
  const free = [...longer];
  let edits = 0;
  const left: string[] = [];
  for (const word of shorter) {
    const at = free.indexOf(word);
    if (at >= 0) free.splice(at, 1);
    else left.push(word);
  }
  for (const word of left) {
    const at = free.findIndex((other) => editDistance(word, other, allowance(word)) <= allowance(word));
    if (at < 0) return 'none';
    edits++;
    free.splice(at, 1);
  }
  if (edits > 0) return edits === shorter.length ? 'none' : 'near';
  return free.length === 0 ? 'same' : 'part';
}
