/** Counts by day agree with the lists they stand for. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { histogramOf } from '../../src/store/histogram.ts';
import { entry } from '../support/readings.ts';
import { type Bench, engines } from '../support/records.ts';

test('few days are bars of days, many are months, very many years', () => {
  const on = (...days: string[]) =>
    histogramOf(days.map((day) => ({ day, type: 'AID', modality: 'occurred', count: 2 })));
  expect(on('2021-08-06', '2021-08-02')).toEqual({
    unit: 'day',
    bars: [
      { day: '2021-08-02', count: 2 },
      { day: '2021-08-06', count: 2 },
    ],
    undated: 0,
    total: 4,
    types: { AID: 4 },
    modalities: { occurred: 4 },
  });
  expect(on('2021-08-06', '2022-08-31', '2022-08-01').bars).toEqual([
    { day: '2021-08-01', count: 2 },
    { day: '2022-08-01', count: 4 },
  ]);
  expect(on('1950-05-05', '2022-08-31').bars.map(({ day }) => day)).toEqual(['1950-01-01', '2022-01-01']);
  expect(on('-infinity')).toMatchObject({ bars: [], undated: 2, total: 2 });
});

describe.each(engines())('%s', (_, start) => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await start();
  });
  afterAll(async () => bench.close());

  test('a histogram counts what the list shows, under the same filters', async () => {
    const { record } = await bench.open();
    await record.add([
      entry({ id: 'a', events: ['USA meets VNM on 2021-08-06', 'USA calls VNM'] }),
      entry({ id: 'b', events: ['USA meets VNM on 2021-08-06', 'USA meets KHM on 2021-08-02'] }),
    ]);
    for (const query of [
      {},
      { actor: 'KHM' },
      { actor: 'USA', other: 'VNM' },
      { from: '2021-08-05' },
      { undated: true },
    ]) {
      const [events, facts] = [await record.timeline(query), await record.facts(query)];
      expect((await record.histogram(query)).total).toBe(events.items.length);
      expect((await record.factHistogram(query)).total).toBe(facts.items.length);
    }
    expect((await record.histogram({ actor: 'nobody' })).total).toBe(0);
    expect((await record.factHistogram({ actor: 'KHM' })).bars).toEqual([{ day: '2021-08-02', count: 1 }]);
  });

  test('facts are found by the words of their documents', async () => {
    const { record } = await bench.open();
    await record.add([entry({ id: 'a', events: ['USA meets VNM on 2021-08-06'] })]);
    expect((await record.facts({ text: 'meets' })).items).toHaveLength(1);
    expect((await record.facts({ text: 'ferry' })).items).toHaveLength(0);
  });
});
