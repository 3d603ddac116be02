import { expect, test } from 'vitest';
import type { Actor } from '../../src/core/index.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';
import { splitTitle } from '../../src/record/registers/historyatstate.ts';
import { checkAgainst, type RegisterEntry, type Registers, readRegister } from '../../src/record/registers/index.ts';
import { sameName } from '../../src/record/registers/match.ts';

const knowledge = loadKnowledge();

const trip = (id: number, from: string, to: string, country: string, remarks: string): string =>
  `<trip><id>${id}</id><role>secretary</role><name>Ada J. Orrin</name><start-date>${from}</start-date><end-date>${to}</end-date>
   <country>${country}</country><locale>Hanoi</locale><remarks>${remarks}</remarks></trip>`;

test('trips with their days, host country and remark; the same trip twice is one entry, the fuller remark kept', () => {
  const xml = `<trips>${trip(1, '2031-05-02', '2031-05-03', 'Vietnam', 'Met.')}${trip(2, '2031-05-02', '2031-05-03', 'Vietnam', 'Met with officials.')}</trips>`;
  expect(readRegister('historyatstate', xml, knowledge)).toEqual([
    {
      id: 'secretary-1',
      person: 'Ada J. Orrin',
      role: 'Secretary of State',
      country: 'USA',
      host: 'VNM',
      place: 'Hanoi',
      from: '2031-05-02',
      to: '2031-05-03',
      text: 'Met with officials.',
      source: 'Office of the Historian, US Department of State (CC0)',
    },
  ]);
});

test('visits with the visitor’s title apart from the name', () => {
  const xml =
    '<visits><visit><id>9</id><start-date>2031-01-01</start-date><end-date>2031-01-02</end-date><visitor>Prime Minister Tavel Maro</visitor><from>Thailand</from><description>Working visit.</description></visit></visits>';
  const [entry] = readRegister('historyatstate', xml, knowledge);
  expect([entry?.person, entry?.role, entry?.country, entry?.host]).toEqual([
    'Tavel Maro',
    'Prime Minister',
    'THA',
    'USA',
  ]);
});

test('a file of something else, or an unknown kind, is refused', () => {
  expect(() => readRegister('historyatstate', '<html>', knowledge)).toThrow('no <trip> or <visit>');
  expect(() => readRegister('other', '', knowledge)).toThrow('no register importer named other');
});

test('titles of many kinds', () => {
  expect(splitTitle('King Tavel II').title).toBe('King');
  expect(splitTitle('Deputy Prime Minister Oru Benning').name).toBe('Oru Benning');
  expect(splitTitle('President-elect Maro Tavel').name).toBe('Maro Tavel');
  expect(splitTitle('Tavel Maro').title).toBeNull();
});

test('names: initials and short forms agree, a family name alone or another given name does not', () => {
  expect(sameName('Ada Orrin', 'Ada J. Orrin')).toBe(true);
  expect(sameName('Joe Orrin', 'Joseph R. Orrin')).toBe(true);
  expect(sameName('Orrin', 'Ada J. Orrin')).toBe(false);
  expect(sameName('Ben Orrin', 'Ada J. Orrin')).toBe(false);
});

const entry: RegisterEntry = {
  id: 'secretary-1',
  person: 'Ada J. Orrin',
  role: 'Secretary of State',
  country: 'USA',
  host: 'VNM',
  place: 'Hanoi',
  from: '2031-05-02',
  to: '2031-05-03',
  text: '',
  source: null,
};
const registers: Registers = {
  entries: [entry],
  coverage: [{ register: 'travels', person: 'Ada J. Orrin', role: null, from: '2031-01-01', to: '2031-12-31' }],
};
const actor = (name: string | null, country: string): Actor => ({
  text: name ?? country,
  span: [0, 1],
  country,
  code: country,
  sector: 'GOV',
  org: null,
  name,
  role: null,
  entity: null,
});
const verdict = (
  date: string,
  place: string | null,
  more: { modality?: 'occurred' | 'planned'; channel?: 'virtual' } = {},
  other = 'VNM',
) =>
  checkAgainst(
    {
      id: 'c',
      document: 'd',
      quote: '',
      publisher: null,
      published: null,
      grade: 'usable',
      origin: 'd',
      source: null,
      event: {
        type: 'CONSULT',
        mode: null,
        contexts: [],
        alt: [],
        actors: [actor('Ada Orrin', 'USA'), actor(null, other)],
        recipients: [],
        date: { value: date, precision: 'day', basis: 'test', span: null },
        place: place === null ? null : { name: place, country: place, lat: null, lon: null, span: [0, 1] },
        channel: more.channel ?? null,
        modality: more.modality ?? 'occurred',
        trigger: [0, 1],
        evidence: [0, 1],
        attributedTo: null,
        rule: 'test',
        confidence: 0.9,
      },
    },
    registers,
  )?.verdict ?? null;

test('a meeting on the days and in the country of a trip is confirmed', () =>
  expect(verdict('2031-05-03', 'VNM')).toBe('confirmed'));
test('without a place the counterpart’s country decides', () => {
  expect(verdict('2031-05-02', null)).toBe('confirmed');
  expect(verdict('2031-05-02', null, {}, 'THA')).toBeNull();
});
test('a trip the complete register does not have is contradicted', () =>
  expect(verdict('2031-07-09', 'THA', {}, 'THA')).toBe('contradicted'));
test('beyond the covered days the register says nothing', () =>
  expect(verdict('2032-07-09', 'THA', {}, 'THA')).toBeNull());
test('plans and video calls are not the register’s to say', () => {
  expect(verdict('2031-05-03', 'VNM', { modality: 'planned' })).toBeNull();
  expect(verdict('2031-07-09', 'THA', { channel: 'virtual' })).toBeNull();
});
test('a month dates nothing firmly', () => expect(verdict('2031-07', 'THA')).toBeNull());
