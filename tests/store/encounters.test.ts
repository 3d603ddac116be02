import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Record, UpcomingQuery } from '../../src/store/record-api.ts';
import { entry, type Story } from '../support/readings.ts';
import { type Bench, engines } from '../support/records.ts';

const stories: readonly Story[] = [
  {
    id: 'a',
    publisher: 'The Daily',
    published: '2021-08-06',
    events: ['USA meets VNM on 2021-08-05', 'Ada Example meets VNM on 2021-08-04', 'FRA sanctions DEU on 2021-03-01'],
  },
  { id: 'b', publisher: 'The Post', published: '2021-08-07', events: ['VNM meets USA on 2021-08-06'] },
  { id: 'c', publisher: 'The Post', published: '2021-09-07', events: ['VNM meets USA on 2021-09-06'] },
  { id: 'd', publisher: 'The Rumour', published: '2021-10-08', events: ['USA meets FRA on 2021-10-06'], grade: 'hold' },
];

describe.each(engines())('encounters on %s', (_, start) => {
  let bench: Bench;
  let record: Record;
  beforeAll(async () => {
    bench = await start();
    record = (await bench.open()).record;
    const planned = entry({ id: 'p', published: '2021-08-01', events: ['USA meets DEU on 2021-11-03'] });
    const events = planned.reading.events.map((event) => ({ ...event, modality: 'planned' as const }));
    await record.add([...stories.map(entry), { ...planned, reading: { ...planned.reading, events } }]);
  });
  afterAll(() => bench.close());

  const met = async (actor?: string, from?: string): Promise<string[]> =>
    (await record.meetings({ actor, from })).map(
      ({ counterpart, meetings, first, last }) => `${counterpart} ${meetings} ${first}..${last}`,
    );
  const planned = async (query: UpcomingQuery): Promise<string[]> =>
    (await record.upcoming(query)).map(({ day, state }) => `${day} ${state}`);

  test('meetings told twice count once; sanctions, plans and held documents do not', async () => {
    expect(await met('USA')).toEqual(['VNM 2 2021-08-06..2021-09-06']);
  });
  test('of a person: the counterparts, not the own country', async () => {
    expect(await met('Ada Example')).toEqual(['VNM 1 2021-08-04..2021-08-04']);
  });
  test('of a country: countries and people', async () => {
    expect(await met('VNM')).toEqual([
      'USA 2 2021-08-06..2021-09-06',
      'EXA 1 2021-08-04..2021-08-04',
      'person:ada-example 1 2021-08-04..2021-08-04',
    ]);
  });
  test('of everybody: pairs', async () => {
    const pairs = await record.meetings();
    expect(pairs.map(({ actor, counterpart, meetings }) => `${actor} ${counterpart} ${meetings}`)).toEqual([
      'USA VNM 2',
      'EXA VNM 1',
    ]);
  });
  test('from a day on; nobody for an unknown name', async () => {
    expect(await met('USA', '2021-09-01')).toEqual(['VNM 1 2021-09-06..2021-09-06']);
    expect(await met('Nobody Known')).toEqual([]);
  });
  test('what is planned from a day on, not what is past or held', async () => {
    expect(await planned({ from: '2021-08-01' })).toEqual(['2021-11-03 planned']);
    expect(await planned({ from: '2021-11-03', actor: 'DEU' })).toEqual(['2021-11-03 planned']);
    expect(await planned({ from: '2021-11-04' })).toEqual([]);
    expect(await planned({ from: '2021-08-01', actor: 'VNM' })).toEqual([]);
    expect(await planned({ from: '2021-08-01', to: '2021-10-01' })).toEqual([]);
  });
  test('a day that is none is refused', async () => {
    await expect(record.upcoming({ from: 'soon' })).rejects.toThrow(/ISO day/);
  });
});
