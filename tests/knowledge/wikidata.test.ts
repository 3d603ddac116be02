import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareHolders, holdersQuery, readHolders } from '../../src/knowledge/wikidata.ts';
import { world } from './invented.ts';

const row = (name: string, id: string, from?: string, to?: string, precision = '11') => ({
  iso: { value: 'ZZA' },
  person: { value: `http://www.wikidata.org/entity/${id}` },
  personLabel: { value: name },
  ...(from === undefined ? {} : { from: { value: `${from}T00:00:00Z` }, fromPrecision: { value: precision } }),
  ...(to === undefined ? {} : { to: { value: `${to}T00:00:00Z` }, toPrecision: { value: '11' } }),
});
const answer = (...rows: unknown[]) => ({ head: {}, results: { bindings: rows } });

test('a question names the countries and the property of the office', () => {
  const query = holdersQuery(['VNM', 'LAO'], 'hog', '2009-01-01') ?? '';
  expect(query).toContain('VALUES ?iso { "VNM" "LAO" }');
  expect(query).toContain('wdt:P1313 ?position');
  expect(query).toContain('wikibase:DeprecatedRank');
});

test('no question without a property, without countries, or for too many', () => {
  expect(holdersQuery(['VNM'], 'fm', '2009-01-01')).toBeNull();
  expect(holdersQuery(['"} DROP'], 'hog', '2009-01-01')).toBeNull();
  expect(
    holdersQuery(
      Array.from({ length: 21 }, () => 'VNM'),
      'hog',
      '2009-01-01',
    ),
  ).toBeNull();
});

test('dates are as precise as the statement', () => {
  const read = (precision: string) =>
    readHolders(answer(row('Ada Noone', 'Q1', '2014-06-01', undefined, precision)), 'hog')[0]?.from;
  expect([read('11'), read('10'), read('9'), read('7')]).toEqual(['2014-06-01', '2014-06', '2014', null]);
});

test('people without a label are left out, the same row counts once', () => {
  expect(readHolders(answer(row('Q12', 'Q12', '2014-06-01')), 'hog')).toEqual([]);
  expect(
    readHolders(answer(row('Ada Noone', 'Q1', '2014-06-01'), row('Ada Noone', 'Q1', '2014-06-01')), 'hog'),
  ).toHaveLength(1);
});

test('differences are told, agreement is not', () => {
  const kinds = (...rows: unknown[]) =>
    compareHolders(readHolders(answer(...rows), 'hog'), world).map((one) => one.kind);
  expect(kinds(row('Almo Doran', 'Q1', '2010-03-01', '2014-07-02'))).toEqual([]);
  expect(kinds(row('Almo Doran', 'Q1', '2010-03-01', '2013-01-01'))).toEqual(['other-end']);
  expect(kinds(row('Almo Doran', 'Q1', '2009-03-01', '2014-07-02'))).toEqual(['other-start']);
  expect(kinds(row('Brinna Castellane', 'Q2', '2014-06-30', '2021-01-01'))).toEqual(['ended']);
  expect(kinds(row('Ada Noone', 'Q3', '2021-01-01'))).toEqual(['new-holder']);
});

test('any answer is read', () => {
  fc.assert(fc.property(fc.anything(), (anything) => Array.isArray(readHolders(anything, 'hos'))));
  fc.assert(fc.property(fc.array(fc.anything()), (rows) => Array.isArray(readHolders(answer(...rows), 'hos'))));
});
