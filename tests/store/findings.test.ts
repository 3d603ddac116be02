import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Record, Results } from '../../src/store/record-api.ts';
import { entry } from '../support/readings.ts';
import { type Bench, engines } from '../support/records.ts';

describe.each(engines())('lists of findings on %s', (_, start) => {
  let bench: Bench;
  let record: Record;
  beforeAll(async () => {
    bench = await start();
    ({ record } = await bench.open());
    const a = entry({ id: 'a', published: '2021-08-06', events: ['Ada Example meets VNM'] });
    const b = entry({ id: 'b', published: '2021-08-08', events: ['USA meets VNM'] });
    const c = entry({ id: 'c', events: ['USA calls VNM'], grade: 'hold' });
    const figure = {
      value: 3,
      bound: 'exactly',
      unit: 'dose',
      currency: null,
      currencyBasis: null,
      partOf: null,
      item: 'Vaccine',
      status: 'pledged',
      span: [0, 3],
      evidence: [0, 13],
      event: null,
    } as const;
    const relation = {
      parties: ['VNM', 'USA'],
      ladder: 'vn',
      level: 'comprehensive',
      change: 'holds',
      since: '2013',
      date: null,
      evidence: [0, 13],
      rule: 'x',
    } as const;
    await record.add([a, { ...b, reading: { ...b.reading, figures: [figure], relations: [relation] } }, c]);
  });
  afterAll(() => bench.close());

  type Found = { readonly quote: string; readonly document: { readonly id: string } };
  const check = async (work: Promise<Results<Found>>, expected: readonly string[]): Promise<void> =>
    expect((await work).items.map(({ document, quote }) => `${document.id} ${quote}`)).toEqual(expected);
  const [ada, usa, held] = ['a Ada Example meets VNM', 'b USA meets VNM', 'c USA calls VNM'] as const;

  test('statements, newest first', () => check(record.statements(), [usa, ada]));
  test('of held documents when asked for', () => check(record.statements({ held: true }), [usa, ada, held]));
  test('by a person’s name', () => check(record.statements({ speaker: 'ada example' }), [ada]));
  test('by a person’s entity', () => check(record.statements({ speaker: 'person:ada-example' }), [ada]));
  test('by country', () => check(record.statements({ speaker: 'usa' }), [usa]));
  test('by act', () => check(record.statements({ acts: ['deny'] }), []));
  test('by days', () => check(record.statements({ from: '2021-08-07', to: '2021-08-09' }), [usa]));
  test('by words', () => check(record.statements({ text: 'ada' }), [ada]));
  test('figures by unit, thing, status, size', async () => {
    await check(record.figures({ unit: 'dose' }), [usa]);
    await check(record.figures({ item: 'vaccine' }), [usa]);
    await check(record.figures({ status: 'donated' }), []);
    await check(record.figures({ atLeast: 4 }), []);
    await check(record.figures({ currency: 'usd' }), []);
  });
  test('what documents say of a pair, in any order', async () => {
    for (const [a, b] of [
      ['USA', 'VNM'],
      ['VNM', 'USA'],
    ] as const) {
      expect((await record.relationClaims(a, b)).map(({ document, quote }) => `${document} ${quote}`)).toEqual([usa]);
    }
    expect(await record.relationClaims('VNM', 'FRA')).toEqual([]);
  });
  test('in pages', async () => {
    const { items, next } = await record.statements({ limit: 1 });
    expect(items).toHaveLength(1);
    await check(record.statements({ limit: 1, cursor: next ?? '' }), [ada]);
  });
});
