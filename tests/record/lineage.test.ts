import { describe, expect, test } from 'vitest';
import { type LineageMember, lineageOf } from '../../src/record/lineage.ts';

const member = (document: string, from: string | null, published: string | null = null): LineageMember => ({
  document,
  title: null,
  publisher: `Courier ${document}`,
  published,
  grade: 'usable',
  spun: false,
  from,
  relation: from === null ? null : 'abridged',
  status: from === null ? null : 'aligned',
  why: null,
});
const drawn = (...args: Parameters<typeof lineageOf>): string[] =>
  lineageOf(...args).map(
    ({ document, publisher, depth, hidden }) =>
      `${'.'.repeat(depth)}${document ?? `(${publisher})`}${hidden === 0 ? '' : ` +${hidden}`}`,
  );

const FAMILY = [
  member('late', 'root', '2023-03-09'),
  member('root', null, '2023-03-07'),
  member('undated', 'root'),
  member('copy', 'early', '2023-03-10'),
  member('early', 'root', '2023-03-08'),
];

describe('the lines of a lineage', () => {
  test('each below what it comes from, the earlier first, the undated last', () => {
    const lines = ['root', '.early', '..copy', '.late', '.undated'];
    expect(drawn(FAMILY, 'copy', null)).toEqual(lines);
    expect(drawn([...FAMILY].reverse(), 'root', null)).toEqual(lines);
  });
  test('one document alone', () => expect(drawn([member('a', null)], 'a', null)).toEqual(['a']));
  test('a source whose text is not in the record stands before the origin', () => {
    const named = { name: 'Harbour Wire', status: 'inferred' } as const;
    expect(drawn(FAMILY.slice(1, 2), 'root', named)).toEqual(['(Harbour Wire)', '.root']);
    expect(lineageOf(FAMILY.slice(1, 2), 'root', named)[1]).toMatchObject({ status: 'inferred', relation: null });
  });
  test('of many the own chain, the own copies and the earliest; the rest is counted where it hangs', () => {
    const many = Array.from({ length: 100 }, (_, i) =>
      member(
        `m${String(i).padStart(3, '0')}`,
        i === 99 ? 'm098' : 'root',
        `2023-04-${String((i % 28) + 1).padStart(2, '0')}`,
      ),
    );
    const lines = lineageOf([...FAMILY, ...many], 'm099', null, 10);
    expect(lines).toHaveLength(10);
    expect(lines.map(({ document }) => document)).toEqual(expect.arrayContaining(['root', 'm098', 'm099', 'early']));
    expect(lines.reduce((sum, { hidden }) => sum + hidden, 0)).toBe(95);
    expect(lines[0]?.hidden).toBe(95);
  });
  test('an origin that is not there hides nothing', () =>
    expect(drawn([member('a', 'gone')], 'a', null)).toEqual(['a']));
});
