/** The body metric of the scrapinghub article benchmark: multisets of 4-grams, each page counting the same. */

export interface Match {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
}

const TOKEN = /[\p{L}\p{N}_]+/gu;

function shingles(text: string, size: number): Map<string, number> {
  const tokens = text.match(TOKEN) ?? [];
  const counts = new Map<string, number>();
  // A text shorter than a shingle is one shingle; an empty one has none.
  const last = Math.max(1, tokens.length - size + 1);
  for (let start = 0; start < last; start++) {
    const shingle = tokens.slice(start, start + size).join(' ');
    if (shingle !== '') counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

/** Compares one body with the true one; the three parts sum to 1, or are all 0 when both are empty. */
export function matchShingles(truth: string, found: string, size = 4): Match {
  const expected = shingles(truth, size);
  const actual = shingles(found, size);
  let tp = 0;
  let fp = 0;
  let fn = 0;
  for (const key of new Set([...expected.keys(), ...actual.keys()])) {
    const want = expected.get(key) ?? 0;
    const have = actual.get(key) ?? 0;
    tp += Math.min(want, have);
    fp += Math.max(0, have - want);
    fn += Math.max(0, want - have);
  }
  const sum = tp + fp + fn;
  return sum === 0 ? { tp, fp, fn } : { tp: tp / sum, fp: fp / sum, fn: fn / sum };
}

const share = (hits: number, misses: number, other: number): number =>
  misses === 0 && other === 0 ? 1 : hits === 0 && misses === 0 ? 0 : hits / (hits + misses);

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Mean precision and mean recall over pages, and the F1 of those two means. */
export function scoreMatches(matches: readonly Match[]): { precision: number; recall: number; f1: number } {
  const precision = mean(matches.filter((m) => m.tp + m.fp > 0).map((m) => share(m.tp, m.fp, m.fn)));
  const recall = mean(matches.filter((m) => m.tp + m.fn > 0).map((m) => share(m.tp, m.fn, m.fp)));
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}
