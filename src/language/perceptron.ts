/** Yes-or-no decisions by a linear model over hashed features: no dictionary, so nothing to load but the weights. */

export const BUCKETS = 1 << 17;

/** Mixes a feature's number with up to three values into a bucket. */
export function bucket(feature: number, a: number, b: number, c: number): number {
  let h = Math.imul(feature + 0x9e37, 0x9e3779b1) ^ Math.imul(a + 0x7f4a7c15, 0x85ebca6b);
  h = (Math.imul(h ^ (h >>> 15), 0x2c1b3ce5) + b) | 0;
  h = (Math.imul(h ^ (h >>> 13), 0x297a2d39) + c) | 0;
  h = Math.imul(h ^ (h >>> 16), 0x45d9f3b);
  return (h ^ (h >>> 15)) & (BUCKETS - 1);
}

/** The features of one decision, reused for each. */
export class Features {
  readonly buckets = new Int32Array(48);
  count = 0;

  clear(): void {
    this.count = 0;
  }

  add(a: number, b = 0, c = 0): void {
    this.buckets[this.count] = bucket(this.count, a, b, c);
    this.count++;
  }

  /** Positive for yes. */
  score(weights: Int16Array | Float32Array): number {
    let sum = 0;
    for (let i = 0; i < this.count; i++) sum += weights[this.buckets[i]!]!;
    return sum;
  }
}
