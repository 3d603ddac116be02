import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addCoref, conllOf, f1OfRatio, greatestSum, NO_COREF, scoreCoref } from '../../src/eval/coref-metrics.ts';
import { averageLink } from '../../src/eval/ecb.ts';

const labels = (text: string): string[] => text.split('');
const shown = ([right, all]: readonly [number, number]): string => `${Math.round(right * 1000) / 1000}/${all}`;

// {a b c} {d e f g} against {a b} {c d} {f g} {e}, worked out by hand.
const gold = labels('xxxyyyy');
const found = labels('1122433');

test('MUC counts links', () => {
  const { muc } = scoreCoref(gold, found);
  expect([shown(muc.recall), shown(muc.precision)]).toEqual(['2/5', '2/3']);
});
test('B³ counts each mention’s company', () => {
  const { b3 } = scoreCoref(gold, found);
  expect([shown(b3.recall), shown(b3.precision)]).toEqual(['3.167/7', '6/7']);
});
test('CEAFe aligns entities one to one', () => {
  const { ceafe } = scoreCoref(gold, found);
  // {a b c} with {a b}: 4/5; {d e f g} with {f g}: 4/6.
  expect([shown(ceafe.recall), shown(ceafe.precision)]).toEqual(['1.467/2', '1.467/4']);
});
test('the same clustering under other names is perfect', () => {
  expect(conllOf(scoreCoref(labels('aabbc'), labels('33771')))).toBe(1);
});
test('all alone against all together keeps no link', () => {
  const tally = scoreCoref(labels('aaaa'), labels('1234'));
  expect(f1OfRatio(tally.muc)).toBe(0);
  expect(f1OfRatio(tally.b3)).toBeCloseTo(0.4);
});
test('separate topics add up', () => {
  const one = scoreCoref(labels('ab'), labels('12'));
  expect(addCoref(NO_COREF, one)).toEqual(one);
  expect(addCoref(one, one).b3.recall).toEqual([4, 4]);
});
test('clusterings of other mentions are refused', () => {
  expect(() => scoreCoref(['a'], [])).toThrow(RangeError);
});
test('the greatest sum takes one of each row and column', () => {
  expect(greatestSum([])).toBe(0);
  expect(
    greatestSum([
      [1, 2, 3],
      [2, 4, 6],
      [3, 6, 9],
    ]),
  ).toBe(14);
  expect(
    greatestSum([
      [5, 5],
      [5, 0],
      [0, 1],
    ]),
  ).toBe(10);
});
test('the greatest sum is that of the best permutation', () =>
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.nat(9), { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
      (matrix) => {
        const best = (row: number, free: readonly number[]): number =>
          row === matrix.length
            ? 0
            : Math.max(
                ...free.map(
                  (c) =>
                    matrix[row]![c]! +
                    best(
                      row + 1,
                      free.filter((other) => other !== c),
                    ),
                ),
              );
        expect(greatestSum(matrix)).toBe(best(0, [0, 1, 2, 3]));
      },
    ),
  ));
test('scores stay between 0 and 1, and swap sides with their arguments', () =>
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('1', '2', '3'))), (pairs) => {
      const [left, right] = [pairs.map(([one]) => one), pairs.map(([, other]) => other)];
      const [ab, ba] = [scoreCoref(left, right), scoreCoref(right, left)];
      expect(conllOf(ab)).toBeGreaterThanOrEqual(0);
      expect(conllOf(ab)).toBeLessThanOrEqual(1 + 1e-9);
      expect(conllOf(ab)).toBeCloseTo(conllOf(ba));
    }),
  ));
test('average link joins what is close on the whole', () => {
  const near = [
    [1, 0.9, 0.5, 0],
    [0.9, 1, 0.4, 0],
    [0.5, 0.4, 1, 0.2],
    [0, 0, 0.2, 1],
  ];
  expect(averageLink(4, (i, j) => near[i]![j]!, 0.6)).toEqual(['0', '0', '2', '3']);
  expect(averageLink(4, (i, j) => near[i]![j]!, 0.45)).toEqual(['0', '0', '0', '3']);
  expect(averageLink(0, () => 1, 0.5)).toEqual([]);
});
