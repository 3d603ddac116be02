import { describe, expect, test } from 'vitest';
import { claimIds, dayRange, partyKey, partyKeys } from '../../src/record/index.ts';
import { entry } from '../support/readings.ts';

describe('claim ids', () => {
  const { reading } = entry({ id: 'a', events: ['USA meets VNM on 2021-08-06', 'USA calls VNM'] });
  test('the same reading, the same ids', () => expect(claimIds(reading)).toEqual(claimIds(structuredClone(reading))));
  test('another document, other ids', () =>
    expect(claimIds({ ...reading, id: 'b' }).events).not.toEqual(claimIds(reading).events));
  test('a better date or rule changes no id', () => {
    const events = reading.events.map((event) => ({ ...event, date: null, rule: 'other', confidence: 0.1 }));
    expect(claimIds({ ...reading, events })).toEqual(claimIds(reading));
  });
  test('the order of findings changes no id', () =>
    expect(claimIds({ ...reading, events: reading.events.toReversed() }).events).toEqual(
      claimIds(reading).events.toReversed(),
    ));
  test('a finding that stands there twice has two', () => {
    const [event] = reading.events;
    expect(new Set(claimIds({ ...reading, events: [event!, event!, event!] }).events).size).toBe(3);
  });
});

describe('whom a party counts for', () => {
  const party = (code: string | null, country: string | null, org: string | null, entity: string | null) => ({
    code,
    country,
    org,
    entity,
  });
  test('a minister for the country', () =>
    expect(partyKeys(party('VNM', 'VNM', null, 'person:ada'))).toEqual(['VNM', 'person:ada']));
  test('a state once', () => expect(partyKeys(party('VNM', 'VNM', null, 'state:VNM'))).toEqual(['VNM']));
  test('a ministry for its country, and by its name', () =>
    expect(partyKeys(party('USA', 'USA', 'State Department', 'org:state'))).toEqual([
      'USA',
      'State Department',
      'org:state',
    ]));
  test('an organisation of states for itself', () =>
    expect(partyKey(party('IGO', null, 'ASEAN', 'org:asean'))).toBe('ASEAN'));
  test('the United Nations by its code', () => expect(partyKey(party('UNO', null, 'WHO', 'org:who'))).toBe('UNO'));
  test('nobody', () => expect(partyKey(party(null, null, null, null))).toBeNull());
});

describe('days', () => {
  const check = (value: string, expected: string): void => {
    const range = dayRange(value);
    expect(range === null ? 'none' : `${range.first ?? '..'} ${range.last ?? '..'}`).toBe(expected);
  };
  test('a day', () => check('2021-08-06', '2021-08-06 2021-08-06'));
  test('a month', () => check('2024-02', '2024-02-01 2024-02-29'));
  test('a year', () => check('2021', '2021-01-01 2021-12-31'));
  test('a week', () => check('2021-W31', '2021-08-02 2021-08-08'));
  test('the first week of a year begins in the year before', () => check('2020-W01', '2019-12-30 2020-01-05'));
  test('a week the year does not have', () => check('2021-W53', 'none'));
  test('a quarter', () => check('2021-Q1', '2021-01-01 2021-03-31'));
  test('a decade', () => check('202X', '2020-01-01 2029-12-31'));
  test('an interval', () => check('2021-08-02/2021-08-06', '2021-08-02 2021-08-06'));
  test('months of an interval are whole', () => check('2021-05/2021-06', '2021-05-01 2021-06-30'));
  test('an open interval', () => check('2021-05/..', '2021-05-01 ..'));
  test('an interval that ends before it begins', () => check('2021-06/2021-05', 'none'));
  test('an impossible day', () => check('2021-02-30', 'none'));
  test('the year 0', () => check('0000-01', 'none'));
  test('words', () => check('soon', 'none'));
});
