import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inventedNames } from '../../src/eval/offices.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';
import { world } from './invented.ts';

const known = loadKnowledge();
const check = (name: string, who: string, title: string, date: string, knowledge = world): string =>
  knowledge.checkOffice(name, { who, title }, date).verdict;

test('in office', () => {
  expect(check('Almo Doran', 'ZZA', 'First Consul', '2012-01-01')).toBe('held');
  expect(check('Doran', 'ZZA', 'First Consul', '2012-01-01')).toBe('held');
  expect(check('A. Doran', 'ZZA', 'First Consul', '2012-01-01')).toBe('held');
  expect(world.checkOffice('Doran', {}, '2012-01-01').verdict).toBe('not-covered');
  expect(check('J. Doran', 'ZZA', 'First Consul', '2012-01-01')).not.toBe('held');
  expect(check('Doran Almo', 'ZZA', 'Premier', '2012-01-01')).toBe('held');
});

test('titles lag a handover by some weeks', () => {
  expect(check('Almo Doran', 'ZZA', 'First Consul', '2014-07-20')).toBe('held');
  expect(check('Almo Doran', 'ZZA', 'First Consul', '2014-09-01')).toBe('anachronistic');
});

test('another office on that day', () => {
  expect(check('Tovi Marsk', 'ZZA', 'First Consul', '2016-01-01')).toBe('other-office');
});

test('one letter off is a near name, a shared family name is nothing', () => {
  expect(check('Brina Castellane', 'ZZA', 'foreign minister', '2012-01-01')).toBe('near-name');
  expect(check('Brinna Kastelane', 'ZZA', 'foreign minister', '2012-01-01')).toBe('near-name');
  expect(check('Oskar Castellane', 'ZZA', 'foreign minister', '2012-01-01')).toBe('not-in-complete-list');
});

test('absence counts inside a declared window only', () => {
  expect(check('Oskar Vane', 'ZZA', 'First Consul', '2012-01-01')).toBe('not-in-complete-list');
  expect(check('Oskar Vane', 'ZZA', 'First Consul', '2022-01-01')).toBe('not-covered');
  expect(check('Oskar Vane', 'ZZB', 'prime minister', '2012-01-01')).toBe('not-covered');
  expect(check('Almo Doran', 'ZZA', 'First Consul', '2022-01-01')).toBe('not-covered');
});

test('a register entry counts on its own days', () => {
  expect(check('Una Treel', 'ZZB', 'prime minister', '2012-02-04')).toBe('held');
  expect(check('Una Treel', 'ZZB', 'prime minister', '2012-03-04')).toBe('not-covered');
});

test('the evidence is a line with its source', () => {
  expect(world.checkOffice('Almo Doran', { who: 'ZZA', office: 'hog' }, '2012-01-01').evidence).toBe(
    'Àlmo Đoran, First Consul (Orsenia) from 2010-03-01 to 2014-06-30 [invented]',
  );
});

test('the one holder of a day', () => {
  expect(world.holder('ZZA', 'hog', '2012-01-01')?.person).toBe('almo-doran');
  expect(world.holder('ZZA', 'hog', '2009-01-01')).toBeNull();
  expect(world.holder('ZZB', 'hog', '2012-02-04')).toBeNull();
});

test('short forms lead to who was in office', () => {
  expect(world.peopleCalled('Đoran', '2012-01-01').map((person) => person.id)).toEqual(['almo-doran']);
  expect(world.peopleCalled('Doran', '2016-01-01')).toEqual([]);
  expect(world.peopleCalled('Doran', null)).toHaveLength(1);
  expect(world.peopleCalled('Mr', null)).toEqual([]);
  expect(world.peopleCalled('X', null)).toEqual([]);
});

test('titles the registers document', () => {
  expect(check('Antony Blinken', 'USA', 'Secretary of State', '2021-03-15', known)).toBe('held');
  expect(check('Toshimitsu Motegi', 'JPN', 'Minister for Foreign Affairs', '2021-03-16', known)).toBe('held');
  expect(check('Donald Trump', 'USA', 'President', '2021-08-01', known)).toBe('anachronistic');
  expect(check('Nguyen Tan Dung', 'VNM', 'Prime Minister', '2022-05-12', known)).toBe('anachronistic');
  expect(check('Kyriakos Mitsotakis', 'GRC', 'Prime Minister', '2020-01-07', known)).toBe('held');
});

test('nobody invented ever held an office', () => {
  const names = inventedNames(known, 200);
  expect(names).toHaveLength(200);
  const pairs = [
    ...new Set([...known.people.keys()].flatMap((id) => known.termsOf(id).map((term) => `${term.who} ${term.office}`))),
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.constantFrom(...pairs),
      fc.integer({ min: 2009, max: 2026 }),
      fc.integer({ min: 1, max: 12 }),
      (name, pair, year, month) => {
        const [who = '', office = ''] = pair.split(' ');
        const date = `${year}-${String(month).padStart(2, '0')}-15`;
        expect(known.checkOffice(name, { who, office: office as 'hos' }, date).verdict).not.toBe('held');
        expect(known.checkOffice(name, {}, date).verdict).not.toBe('held');
      },
    ),
    { numRuns: 3000 },
  );
});

test('any words are answered', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (name, who, title) => {
      expect(world.checkOffice(name, { who, title }, '2012-01-01').evidence).not.toBe('');
    }),
  );
});
