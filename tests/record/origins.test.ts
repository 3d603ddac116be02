import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Descent, findOrigins, type KinEdge, sameName } from '../../src/record/origins.ts';

const doc = (id: string, more: Partial<Descent> = {}): Descent => ({
  id,
  publisher: id,
  published: null,
  credits: [],
  spun: false,
  words: 300,
  ...more,
});
const edge = (left: string, right: string, aligned = 200, relation: KinEdge['relation'] = 'abridged'): KinEdge => ({
  left,
  right,
  relation,
  aligned,
  why: 'aligned',
});
const credit = (name: string) => ({
  name,
  relation: 'first-published' as const,
  status: 'stated' as const,
  text: name,
});

const check = (documents: readonly Descent[], edges: readonly KinEdge[], expected: Record<string, string>): void => {
  expect(Object.fromEntries(findOrigins(documents, edges).originOf)).toEqual(expected);
};

test('the earlier of two copies is the origin', () =>
  check([doc('a', { published: '2031-05-02' }), doc('b', { published: '2031-05-01' })], [edge('a', 'b')], {
    a: 'b',
    b: 'b',
  }));

test('a stated credit outweighs the dates', () =>
  check(
    [
      doc('a', { published: '2031-05-01', credits: [credit('The B')] }),
      doc('b', { publisher: 'B', published: '2031-05-02' }),
    ],
    [edge('a', 'b')],
    { a: 'b', b: 'b' },
  ));

test('a spun text is never the origin of a clean one', () =>
  check([doc('a', { spun: true, published: '2031-05-01' }), doc('b')], [edge('a', 'b', 100, 'spun')], {
    a: 'b',
    b: 'b',
  }));

test('a shared quotation joins nothing', () =>
  check([doc('a'), doc('b')], [edge('a', 'b', 0, 'quotes')], { a: 'a', b: 'b' }));

test('a later round-up of two stories does not make them one', () =>
  check(
    [
      doc('a', { published: '2031-05-01' }),
      doc('b', { published: '2031-05-01' }),
      doc('r', { published: '2031-05-03', words: 900 }),
    ],
    [edge('r', 'a', 150), edge('r', 'b', 140)],
    { a: 'a', b: 'b', r: 'a' },
  ));

test('what a root names as its source is kept', () => {
  const { named } = findOrigins([doc('a', { credits: [{ ...credit('Orrin Wire'), relation: 'agency' }] })], []);
  expect([...named]).toEqual([['a', 'Orrin Wire']]);
});

test('names are one with and without article, space and case', () => {
  expect(sameName('The Tavel Daily', 'tavel daily')).toBe(true);
  expect(sameName('Tavel Post', 'Tavel Daily')).toBe(false);
  expect(sameName('', null)).toBe(false);
});

test('any documents and edges in any order: the same forest, every origin a root', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  const document = fc.record({
    published: fc.option(fc.constantFrom('2031-05-01', '2031-05-02', '2031-05-03')),
    spun: fc.boolean(),
    words: fc.constantFrom(100, 200),
    credits: fc.array(fc.constantFrom(...ids).map(credit), { maxLength: 2 }),
  });
  const edges = fc.array(
    fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids), fc.nat(300)).filter(([l, r]) => l !== r),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(fc.tuple(...ids.map(() => document)), edges, fc.integer(), (records, pairs, seed) => {
      const documents = ids.map((id, i) => doc(id, records[i]));
      const list = pairs.map(([l, r, n]) => edge(l, r, n));
      const found = findOrigins(documents, list);
      const turned = findOrigins(shuffled(documents, seed), shuffled(list, seed));
      expect(new Map(turned.originOf)).toEqual(new Map(found.originOf));
      for (const root of found.originOf.values()) expect(found.derivations.has(root)).toBe(false);
    }),
  );
});

function shuffled<T>(items: readonly T[], seed: number): T[] {
  return items
    .map((item, i) => [Math.imul(seed + i, 0x9e3779b1) >>> 0, item] as const)
    .sort((a, b) => a[0] - b[0])
    .map(([, item]) => item);
}
