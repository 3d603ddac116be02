/** The best tree, against trying them all. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bestTree } from '../../src/language/spanning-tree.ts';

const isTree = (heads: readonly number[]): boolean => {
  if (heads.filter((h) => h === -1).length !== 1) return false;
  return heads.every((_, i) => {
    let at = i;
    for (let steps = 0; steps <= heads.length; steps++) {
      if (at === -1) return true;
      at = heads[at]!;
    }
    return false;
  });
};

const total = (heads: ArrayLike<number>, arcs: Float32Array, roots: Float32Array, n: number): number => {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += heads[i]! < 0 ? roots[i]! : arcs[i * n + heads[i]!]!;
  return sum;
};

function everyTree(n: number): number[][] {
  let out: number[][] = [[]];
  for (let i = 0; i < n; i++) {
    out = out.flatMap((heads) => Array.from({ length: n + 1 }, (_, h) => [...heads, h - 1]).filter((h) => h[i] !== i));
  }
  return out.filter(isTree);
}
const TREES = [1, 2, 3, 4].map(everyTree);

const scores = fc
  .integer({ min: 1, max: 4 })
  .chain((n) =>
    fc.tuple(
      fc.constant(n),
      fc.array(fc.integer({ min: -50, max: 50 }), { minLength: n * n, maxLength: n * n }),
      fc.array(fc.integer({ min: -50, max: 50 }), { minLength: n, maxLength: n }),
    ),
  );

test('one root, no circle, and the best of all trees below that root', () => {
  fc.assert(
    fc.property(scores, ([n, a, r]) => {
      const [arcs, roots] = [Float32Array.from(a), Float32Array.from(r)];
      const heads = [...bestTree(arcs, roots, n)];
      expect(isTree(heads)).toBe(true);
      const root = heads.indexOf(-1);
      const best = Math.max(...TREES[n - 1]!.filter((t) => t[root] === -1).map((t) => total(t, arcs, roots, n)));
      expect(total(heads, arcs, roots, n)).toBe(best);
    }),
    { numRuns: 500 },
  );
});

test('a tree for any scores, finite or not', () => {
  const value = fc.oneof(fc.float(), fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY));
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.array(value, { minLength: 156, maxLength: 156 }), (n, values) => {
      const heads = bestTree(
        Float32Array.from(values.slice(0, n * n)),
        Float32Array.from(values.slice(144, 144 + n)),
        n,
      );
      expect(isTree([...heads])).toBe(true);
    }),
  );
});
