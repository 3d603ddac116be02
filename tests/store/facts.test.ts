import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FactQuery, Record } from '../../src/store/record-api.ts';
import { entry, readingOf, type Story } from '../support/readings.ts';
import { type Bench, engines } from '../support/records.ts';

const stories: readonly Story[] = [
  {
    id: 'a',
    publisher: 'The Daily',
    published: '2021-08-06',
    events: ['USA meets VNM on 2021-08-05', 'FRA sanctions DEU on 2021-03-01'],
  },
  { id: 'b', publisher: 'The Post', published: '2021-08-07', events: ['VNM meets USA on 2021-08-06'] },
  {
    id: 'c',
    publisher: 'The Post',
    published: '2021-09-07',
    events: ['VNM meets USA on 2021-09-06', 'Ada Example meets VNM on 2021-09-06'],
  },
  { id: 'd', publisher: 'The Rumour', published: '2021-09-08', events: ['USA meets VNM on 2021-09-06'], grade: 'hold' },
  { id: 'e', events: ['FRA calls DEU'] },
];

describe.each(engines())('facts on %s', (_, start) => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await start();
  });
  afterAll(() => bench.close());

  async function facts(record: Record, query: FactQuery = {}): Promise<string[]> {
    return (await record.facts(query)).items.map(
      ({ story, day, claims, support, state }) =>
        `${day} ${story} ${state} ${claims
          .map(({ document }) => document)
          .sort()
          .join('')} d${support.documents.length} p${support.publishers.length} r${support.registers.length}`,
    );
  }
  async function filled(): Promise<Record> {
    const { record } = await bench.open();
    await record.add(stories.map(entry));
    return record;
  }
  const whole = [
    '2021-09-06 CONSULT occurred cd d1 p1 r0',
    '2021-09-06 CONSULT occurred c d1 p1 r0',
    '2021-08-06 CONSULT occurred ab d2 p2 r0',
    '2021-03-01 SANCTION occurred a d1 p1 r0',
    'null CONSULT occurred e d1 p0 r0',
  ];

  test('claims of many documents are one fact; held ones are listed and not counted', async () => {
    const record = await filled();
    const found = await facts(record);
    expect(found.toSorted()).toEqual(whole.toSorted());
  });
  test('newest first, in pages', async () => {
    const record = await filled();
    const all = (await record.facts()).items;
    const days = all.map(({ day }) => day);
    expect(days).toEqual(['2021-09-06', '2021-09-06', '2021-08-06', '2021-03-01', null]);
    const paged = [];
    for (let cursor: string | undefined; ; ) {
      const { items, next } = await record.facts({ limit: 2, cursor });
      paged.push(...items);
      if (next === null) break;
      cursor = next;
    }
    expect(paged).toEqual(all);
  });
  test('of one party, of a pair, of a person, by story, state and days', async () => {
    const record = await filled();
    const count = async (query: FactQuery): Promise<number> => (await facts(record, query)).length;
    expect(await count({ actor: 'VNM' })).toBe(3);
    expect(await count({ actor: 'USA', other: 'VNM' })).toBe(2);
    expect(await count({ actor: 'ada example', other: 'VNM' })).toBe(1);
    expect(await count({ stories: ['sanction'] })).toBe(1);
    expect(await count({ states: ['cancelled'] })).toBe(0);
    expect(await count({ from: '2021-08-01', to: '2021-08-31' })).toBe(1);
    expect(await count({ disagreeing: true })).toBe(1);
  });
  test('a fact is found by any of its claims, and tells both sides of a difference', async () => {
    const record = await filled();
    const [fact] = (await record.facts({ from: '2021-08-01', to: '2021-08-31' })).items;
    for (const { id } of fact!.claims) expect(await record.fact(id)).toEqual(fact);
    expect(fact?.disagreements.map(({ slot, verdict }) => `${slot} ${verdict}`)).toEqual(['date compatible']);
    expect(await record.fact('nothing')).toBeNull();
  });
  test('a person’s judgment parts what rules joined, and a rebuild keeps it', async () => {
    const record = await filled();
    const [fact] = (await record.facts({ from: '2021-08-01', to: '2021-08-31' })).items;
    const about = fact!.claims.map(({ id }) => id);
    await record.decide({ kind: 'judgment', by: 'Ada', about, why: 'two rounds', body: { verdict: 'different' } });
    expect(await facts(record)).toHaveLength(6);
    await record.rebuild(async (archived) => readingOf(archived.page, archived.id === 'd' ? 'hold' : 'usable'));
    expect(await facts(record)).toHaveLength(6);
    await record.decide({ kind: 'judgment', by: 'Eva', about, why: 'it was one', body: { verdict: 'same' } });
    expect(await facts(record)).toHaveLength(5);
  });
  test('a changed document takes its claims along', async () => {
    const record = await filled();
    await facts(record);
    await record.add([entry({ ...stories[1], events: ['FRA meets ITA on 2021-08-06'] })]);
    const found = await facts(record);
    expect(found).toContain('2021-08-05 CONSULT occurred a d1 p1 r0');
    expect(found).toContain('2021-08-06 CONSULT occurred b d1 p1 r0');
  });
  test('a register confirms', async () => {
    const record = await filled();
    await facts(record);
    const item = {
      person: 'Ada Example',
      role: 'Minister',
      country: 'EXA',
      host: 'VNM',
      place: 'Port Amber',
      from: '2021-09-05',
      to: '2021-09-07',
      text: 'Met.',
      source: null,
    };
    await record.addRegister({ id: 'travels', name: 'Travels', kind: 'travel', entries: [{ id: '1', ...item }] });
    const named = (await record.facts({ actor: 'EXA' })).items.map(({ support, register }) => [
      support.registers,
      register?.verdict,
    ]);
    // The reader of these tests writes names as the text has them.
    expect(named).toEqual([[['travels/1'], 'confirmed']]);
  });
  test('the order and the batches documents come in make no difference', async () => {
    let first: string | null = null;
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
        fc.integer({ min: 1, max: 5 }),
        fc.boolean(),
        async (order, size, ask) => {
          const { record } = await bench.open();
          for (let at = 0; at < order.length; at += size) {
            await record.add(order.slice(at, at + size).map((n) => entry(stories[n])));
            if (ask) await record.facts();
          }
          const found = JSON.stringify((await record.facts({ held: true })).items);
          first ??= found;
          expect(found).toBe(first);
        },
      ),
      { numRuns: 8 },
    );
  });
});
