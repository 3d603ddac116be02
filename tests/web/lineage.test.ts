/** Where the lines of a lineage are drawn, without a browser. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LineageLine } from '../../src/index.ts';
import { describeLineage, lineageRows, wayHere } from '../../src/web/words/lineage.ts';

const line = (document: string | null, depth: number, published: string | null, more: Partial<LineageLine> = {}) => ({
  document,
  title: null,
  publisher: `Courier ${document ?? 'Wire'}`,
  published,
  grade: 'usable' as const,
  spun: false,
  relation: depth === 0 ? null : ('excerpt' as const),
  status: depth === 0 ? null : ('aligned' as const),
  why: null,
  depth,
  hidden: 0,
  ...more,
});

test('a day has a column, a copy of the same day stands right of its source, the undated as well', () =>
  expect(
    lineageRows([
      [line('a', 0, '2023-03-07'), line('b', 1, '2023-03-07'), line('c', 1, '2023-03-09'), line('d', 1, null)],
    ]).map(({ line: { document }, column, parent }) => [document, column, parent]),
  ).toEqual([
    ['a', 0, null],
    ['b', 1, 0],
    ['c', 1, 0],
    ['d', 1, 0],
  ]));

test('left-out documents stand behind the copies that are shown, of their own source', () =>
  expect(
    lineageRows([[line('a', 0, null, { hidden: 3 }), line('b', 1, null, { hidden: 2 }), line('c', 2, null)]]).map(
      ({ line: { document }, more, parent }) => [document, more, parent],
    ),
  ).toEqual([
    ['a', 0, null],
    ['b', 0, 0],
    ['c', 0, 1],
    ['b', 2, 1],
    ['a', 3, 0],
  ]));

test('in words: a source that is not there, how each is known, what is spun', () => {
  const rows = lineageRows([
    [
      line(null, 0, null),
      line('a', 1, '2023-03-07', { relation: null, status: 'inferred' }),
      line('b', 2, null, { relation: 'spun', status: 'suspected', spun: true, grade: 'hold' }),
    ],
  ]);
  expect(describeLineage(rows)).toBe(
    'Courier Wire: named as the source, its text is not in the record. ' +
      'Courier a, 7 Mar 2023: names as its source Courier Wire, inferred. ' +
      'Courier b: a machine’s rewriting of Courier a, suspected only, spun, held.',
  );
  expect(rows.map(wayHere)).toEqual([
    'named as the source; not in the record',
    'the first in the record · inferred',
    'a machine’s rewriting · suspected only',
  ]);
});

test('any tree: parents stand above and to the left, columns have no holes', () => {
  const day = fc.option(
    fc.integer({ min: 1, max: 9 }).map((n) => `2023-03-0${n}`),
    { nil: null },
  );
  const tree = fc.array(fc.tuple(fc.nat(5), day, fc.nat(3)), { minLength: 1, maxLength: 40 }).map((list) => {
    let last = -1;
    return list.map(([wish, published, hidden], n) => {
      last = Math.min(wish, last + 1);
      return line(`d${n}`, last, published, { hidden });
    });
  });
  fc.assert(
    fc.property(fc.array(tree, { maxLength: 4 }), (lineages) => {
      const rows = lineageRows(lineages);
      expect(rows.filter(({ more }) => more === 0).map(({ line: own }) => own)).toEqual(lineages.flat());
      rows.forEach(({ parent, column }, n) => {
        if (parent === null) return;
        expect(parent).toBeLessThan(n);
        expect(rows[parent]?.column).toBeLessThan(column);
      });
      expect(new Set(rows.map(({ column }) => column)).size).toBe(
        Math.max(-1, ...rows.map(({ column }) => column)) + 1,
      );
    }),
  );
});
