import { expect, test } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/index.ts';
import { world } from './invented.ts';

const known = loadKnowledge();

test('membership has dates', () => {
  expect(world.membersOf('lumen', '2009-01-01')).toEqual(['ZZA']);
  expect(world.membersOf('lumen', '2012-01-01')).toEqual(['ZZA', 'ZZB']);
  expect(world.membersOf('lumen', '2015-06-01')).toEqual(['ZZA']);
  expect(world.membersOf('unheard-of', '2015-06-01')).toBeNull();
});

test.each([
  ['asean', '2021-08-01', 10],
  ['asean', '2025-11-01', 11],
  ['eu', '2019-01-01', 28],
  ['eu', '2021-01-01', 27],
  ['nato', '2019-01-01', 29],
  ['nato', '2024-04-01', 32],
  ['un', '2012-01-01', 193],
  ['unsc', '2009-06-01', 15],
  ['unsc', '2021-06-01', 15],
  ['unsc', '2026-06-01', 15],
  ['g7', '2021-01-01', 7],
  ['quad', '2021-09-01', 4],
  ['au', '2020-01-01', 55],
  ['arab-league', '2020-01-01', 22],
  ['gcc', '2020-01-01', 6],
  ['pif', '2020-01-01', 18],
  ['apec', '2020-01-01', 21],
  ['oecd', '2022-01-01', 38],
  ['opec', '2024-06-01', 12],
  ['sco', '2024-08-01', 10],
  ['cptpp', '2025-01-01', 12],
  ['lower-mekong', '2021-01-01', 5],
  ['mekong-us', '2021-01-01', 6],
])('%s on %s had %i members', (group, date, size) => {
  expect(known.groupSize(group, date)).toBe(size);
});

test('all UN members, both observers, and those beside', () => {
  const by = (status: string) => [...known.countries.values()].filter((country) => country.status === status).length;
  expect(by('member')).toBe(193);
  expect(by('observer')).toBe(2);
  for (const code of ['TWN', 'XKX', 'HKG', 'PSE', 'MAC']) expect(known.countries.has(code)).toBe(true);
});

test.each([
  ['Viet Nam', 'VNM'],
  ['Burma', 'MMR'],
  ['Laotian', 'LAO'],
  ['Lao PDR', 'LAO'],
  ['ROK', 'KOR'],
  ['DPRK', 'PRK'],
  ['PRC', 'CHN'],
  ['Holy See', 'VAT'],
  ['Filipino', 'PHL'],
  ['Philippine', 'PHL'],
  ['Turkey', 'TUR'],
  ['Türkiye', 'TUR'],
  ['American', 'USA'],
  ['Ivory Coast', 'CIV'],
  ['Swaziland', 'SWZ'],
  ['Niger', 'NER'],
  ['Nigerien', 'NER'],
  ['Nigerian', 'NGA'],
  ['Dominican', 'DOM'],
])('%s is %s', (name, iso3) => {
  expect(known.country(name)?.iso3).toBe(iso3);
});

test('a name of two countries is neither', () => {
  expect(known.country('Congolese')).toBeNull();
});

test('a sea means what its speaker means', () => {
  expect(known.water('East Sea', 'VNM')?.id).toBe('south-china-sea');
  expect(known.water('East Sea', 'KOR')?.id).toBe('sea-of-japan');
  expect(known.water('East Sea', 'USA')).toBeNull();
  expect(known.places('East Sea')).toEqual([]);
});

test('every member state has a capital with coordinates', () => {
  for (const country of known.countries.values()) {
    if (country.status === 'member') expect(known.capitalOf(country.iso3), country.iso3).not.toBeNull();
  }
});

test('summit towns by hand, the largest of a name first', () => {
  expect(known.places('Karuizawa')[0]).toMatchObject({ country: 'JPN', kind: 'venue' });
  expect(known.places('Đà Nẵng')[0]).toMatchObject({ country: 'VNM' });
  expect(
    known
      .places('Valencia')
      .map((place) => place.country)
      .slice(0, 2),
  ).toEqual(['VEN', 'ESP']);
  expect(known.capitalOf('PSE')?.name).toBe('Ramallah');
});

test('an outlet is known by its address', () => {
  expect(known.outlet('https://en.vietnamplus.vn/story.vnp')).toMatchObject({ country: 'VNM', kind: 'agency' });
  expect(known.outlet('Bangkok Post')?.country).toBe('THA');
  expect(known.outlet('https://example.org/')).toBeNull();
});

test('a title names an office where its country is known', () => {
  expect(known.officeOf('Secretary of State', 'USA')).toBe('fm');
  expect(known.officeOf('Foreign Secretary', 'GBR')).toBe('fm');
  expect(known.officeOf('Foreign Secretary', 'IND')).toBe('dfm');
  expect(known.officeOf('Foreign Secretary')).toBeNull();
  expect(known.officeOf('Defense Minister', 'JPN')).toBe('dm');
  expect(known.officeOf('Premier', 'CHN')).toBe('hog');
  expect(known.officeOf('Chancellor', 'DEU')).toBe('hog');
  expect(known.officeOf('US top diplomat')).toBe('fm');
  expect(known.officeOf('Party General Secretary', 'VNM')).toBe('party');
  expect(known.titleOf('USA', 'fm')).toBe('Secretary of State');
});

test('the rung of a pair on a day', () => {
  const level = (a: string, b: string, date: string) => known.relationOn(a, b, date).map((step) => step.level);
  expect(level('VNM', 'USA', '2021-07-31')).toEqual(['comprehensive']);
  expect(level('USA', 'VNM', '2023-09-10')).toEqual(['comprehensive strategic']);
  expect(level('USA', 'VNM', '2012-01-01')).toEqual([]);
  expect(level('ASEAN', 'USA', '2021-07-31')).toEqual(['strategic']);
  expect(level('ASEAN', 'USA', '2022-12-01')).toEqual(['comprehensive strategic']);
  expect(level('USA', 'AFG', '2015-01-01')).toEqual([]);
  expect(world.relationOn('ZZB', 'ZZA', '2012-01-01').map((step) => step.rank)).toEqual([1]);
});

test('role nouns carry a sector', () => {
  expect(known.role('lawmakers')?.sector).toBe('LEG');
  expect(known.role('rebels')?.sector).toBe('REB');
  expect(known.role('police')?.sector).toBe('COP');
  expect(known.role('Farmers')?.sector).toBe('AGR');
});

test('explaining a name shows its lines', () => {
  const lines = known.explainName('Antony Blinken', '2021-07-31').join('\n');
  expect(lines).toContain('Secretary of State of USA, 2021-01-26 to 2025-01-20');
  expect(lines).toContain('On 2021-07-31: Antony Blinken, Secretary of State (United States)');
  expect(known.explainName('Zzyzx Nobody', '2021-07-31')).toEqual(['"Zzyzx Nobody" is in none of the tables.']);
});

test('how many comprehensive strategic partners Vietnam counted', () => {
  const partners = (date: string) =>
    [...known.countries.keys()].filter((code) =>
      known
        .relationOn('VNM', code, date)
        .some((step) => step.ladder === 'vn' && step.level === 'comprehensive strategic'),
    ).length;
  expect([partners('2023-04-01'), partners('2025-08-31'), partners('2025-10-30')]).toEqual([4, 13, 14]);
});
