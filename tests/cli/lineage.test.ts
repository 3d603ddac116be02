import { describe, expect, test } from 'vitest';
import { branches, drawLineage, listRestored } from '../../src/cli/lineage.ts';
import type { LineageLine } from '../../src/index.ts';

const line = (document: string | null, depth: number, more: Partial<LineageLine> = {}): LineageLine => ({
  document,
  title: null,
  publisher: `Courier ${document ?? 'Wire'}`,
  published: '2023-03-07',
  grade: 'usable',
  spun: false,
  relation: depth === 0 ? null : 'abridged',
  status: depth === 0 ? null : 'aligned',
  why: null,
  depth,
  hidden: 0,
  ...more,
});

describe('a lineage in text', () => {
  test('branches go on where something follows', () =>
    expect(
      branches([line('a', 0), line('b', 1), line('c', 2), line('d', 2), line('e', 1)]).map(({ before }) => before),
    ).toEqual(['', '├─ ', '│  ├─ ', '│  └─ ', '└─ ']));
  test('says how each is known, which is spun or held, and where we are', () =>
    expect(
      drawLineage(
        [
          line(null, 0),
          line('a', 1, { relation: null, status: 'inferred' }),
          line('b', 2, { relation: 'spun', status: 'suspected', spun: true, grade: 'hold', published: null }),
        ],
        'b',
      ),
    ).toEqual([
      'Courier Wire (named as the source, not in the record)',
      '└─ Courier a 2023-03-07 (the first in the record, inferred)  a',
      '   └─ Courier b no date (spun, suspected, held)  b  ← this document',
    ]));
  test('what is left out is counted after the copies that are shown', () =>
    expect(
      drawLineage([line('a', 0, { hidden: 7 }), line('b', 1), line('c', 0)], 'a').map((one) => one.slice(0, 12)),
    ).toEqual(['Courier a 20', '├─ Courier b', '└─ and 7 mor', 'Courier c 20']));
  test('names before terms, no control characters', () => {
    const one = { span: [0, 1] as const, confidence: 0.9, basis: 'aligned with “X\u001b[2J”', document: 'a' };
    expect(
      listRestored([
        { ...one, from: 'advised', to: 'told', kind: 'term' },
        { ...one, from: 'Invoice Benning', to: 'Bill Benning', kind: 'person' },
      ]),
    ).toEqual([
      'Invoice Benning → Bill Benning  person, aligned with “X[2J”, 0.90',
      'advised → told  term, aligned with “X[2J”, 0.90',
    ]);
  });
});
