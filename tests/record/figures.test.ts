import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Figure } from '../../src/core/index.ts';
import { compareFigures, findFacts, type ToldFigure } from '../../src/record/facts/index.ts';
import { eventClaim } from '../support/claims.ts';

type Part = Partial<Figure> & { readonly quote?: string };

const told = ({ quote, ...figure }: Part): ToldFigure => ({
  figure: {
    value: 23_000_000,
    bound: 'exactly',
    unit: 'dose',
    currency: null,
    currencyBasis: null,
    item: null,
    partOf: null,
    status: 'donated',
    span: [0, 1],
    evidence: [0, 1],
    event: 0,
    ...figure,
  },
  quote: quote ?? '',
});
const verdict = (a: Part, b: Part): string | null => compareFigures(told(a), told(b))?.verdict ?? null;

test('the same figure agrees, and so does a rounded one', () => {
  expect(verdict({}, {})).toBe('agree');
  expect(verdict({}, { value: 23_400_000 })).toBe('agree');
});
test('two exact figures of one thing conflict', () => expect(verdict({}, { value: 20_000_000 })).toBe('conflict'));
test('at least and more than leave room upwards, at most downwards', () => {
  expect(verdict({}, { value: 20_000_000, bound: 'at-least' })).toBe('compatible');
  expect(verdict({}, { value: 30_000_000, bound: 'less-than' })).toBe('compatible');
  expect(verdict({}, { value: 30_000_000, bound: 'at-least' })).toBe('conflict');
});
test('about covers a tenth', () => {
  expect(verdict({}, { value: 25_000_000, bound: 'about' })).toBe('compatible');
  expect(verdict({}, { value: 40_000_000, bound: 'about' })).toBe('conflict');
});
test('other units, currencies and items are not compared', () => {
  expect(verdict({}, { unit: 'person' })).toBeNull();
  expect(verdict({ unit: null, currency: 'USD' }, { unit: null, currency: 'EUR' })).toBeNull();
  expect(verdict({ item: 'Moderna vaccine' }, { item: 'rice', value: 5 })).toBeNull();
});
test('a shared word of the item is enough, and none may be any', () => {
  expect(verdict({ item: 'Moderna vaccine' }, { item: 'COVID-19 vaccines', value: 5_000_000 })).toBe('conflict');
  expect(verdict({ item: 'Moderna vaccine' }, { value: 5_000_000 })).toBe('conflict');
});
test('a total and an addition are two things', () => {
  expect(
    verdict(
      { quote: 'has sent a total of 23 million doses' },
      { value: 3_000_000, quote: 'sent another 3 million doses' },
    ),
  ).toBeNull();
  expect(verdict({ quote: 'has sent 23 million doses so far' }, { value: 3_000_000 })).toBe('compatible');
});
test('a part and its whole are two things', () => expect(verdict({}, { value: 3, partOf: 23_000_000 })).toBeNull());
test('a pledge that became a smaller gift is progress', () =>
  expect(verdict({ status: 'pledged' }, { value: 15_000_000 })).toBe('updates'));

const aid = (id: string, ...figures: readonly Part[]) =>
  eventClaim({ id, type: 'AID', date: '2031-05-02', figures: figures.map(told) });
const differences = (...claims: ReturnType<typeof aid>[]): string[] =>
  findFacts(claims).flatMap((fact) =>
    fact.disagreements.map(({ slot, verdict: one, why }) => `${slot} ${one}: ${why}`),
  );

test('documents of one fact that count differently are shown', () =>
  expect(differences(aid('a', {}), aid('b', { value: 20_000_000 }))).toEqual(['number (dose) conflict: 13 % apart']));
test('23 million doses given and 500 million doses to the world are no conflict', () =>
  expect(
    differences(
      aid('a', { value: 23_000_000, quote: 'The country has received 23 million doses in total.' }),
      aid('b', {
        value: 500_000_000,
        status: 'pledged',
        item: 'doses worldwide',
        quote: 'It pledged 500 million more.',
      }),
    ).filter((line) => line.includes('conflict')),
  ).toEqual([]));
test('a document that gives the other’s figure beside its own contradicts nothing', () =>
  expect(differences(aid('a', { value: 5 }), aid('b', { value: 5 }, { value: 9 }))).toEqual([]));
test('one document alone never disagrees with itself', () =>
  expect(differences(aid('a', { value: 5 }, { value: 9 }))).toEqual([]));
test('comparing is symmetric', () => {
  const part = fc.record({
    value: fc.integer({ min: 0, max: 50 }),
    bound: fc.constantFrom('exactly', 'about', 'at-least', 'more-than', 'at-most', 'less-than'),
    unit: fc.constantFrom('dose', 'person'),
    item: fc.constantFrom(null, 'green tea', 'tea leaves', 'rice'),
    status: fc.constantFrom('donated', 'pledged', 'planned', 'reported'),
    quote: fc.constantFrom('', 'a total of', 'another'),
  });
  fc.assert(
    fc.property(part, part, (a, b) => {
      expect(verdict(a as Part, b as Part)).toBe(verdict(b as Part, a as Part));
    }),
  );
});
