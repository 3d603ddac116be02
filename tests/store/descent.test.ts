import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RecordedReading } from '../../src/record/index.ts';
import type { Entry, Record } from '../../src/store/record-api.ts';
import { entry, readingOf, type Story } from '../support/readings.ts';
import { type Bench, engines } from '../support/records.ts';

// Invented: neither the places nor the talks exist.
const FERRY =
  'The ministers of Examplia and Testland opened the new ferry line between Port Amber and Saint Oriel on Tuesday after nine years of quarrels about its cost. Some four hundred guests watched the first boat leave the harbour under a grey sky while two brass bands played against each other from opposite quays. The line will carry lorries by night and walkers by day, and both governments promised to keep the fares below those of the bridge further north. A joint office in Port Amber will settle complaints within thirty days, an arrangement that neither side had wanted when the talks began in the spring.';
const GRAIN =
  'Farmers along the upper Velin have asked the assembly in Castle Morrow to reopen the grain market that was closed during the long drought, saying that buyers from three neighbouring provinces now set prices among themselves. The head of the growers union told a packed hall that storage had doubled since the summer but that nobody knew who owned the largest silos. An inquiry is to report before the first frost, and the treasurer hinted that fines could follow for those who hid their stocks from the inspectors.';

const stories: readonly Story[] = [
  { id: 'wire', text: FERRY, publisher: 'Amber Agency', published: '2023-03-07' },
  { id: 'copy', text: `${FERRY}`, publisher: 'Oriel Post', published: '2023-03-08' },
  { id: 'short', text: FERRY.slice(0, 430), publisher: 'Morrow Times', published: '2023-03-09' },
  { id: 'other', text: GRAIN, publisher: 'Morrow Times', published: '2023-03-07' },
];

const line = (document: string, publisher: string, published: string, depth: number) => ({
  document,
  title: null,
  publisher,
  published,
  grade: 'usable',
  spun: false,
  relation: null,
  status: null,
  why: null,
  depth,
  hidden: 0,
});

const spunReading = (reading: RecordedReading): RecordedReading => ({
  ...reading,
  flags: [
    { code: 'spun', ledger: 'integrity', strength: 'medium', rule: 'test/spun', reason: 'words exchanged', spans: [] },
  ],
});

describe.each(engines())('descent on %s', (_, start) => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await start();
  });
  afterAll(() => bench.close());

  async function origins(record: Record): Promise<string[]> {
    const { items } = await record.documents();
    return items.map(({ id, origin, copyOf, relation }) => `${id} < ${origin} ${copyOf} ${relation}`).sort();
  }
  const expected = ['copy < wire wire identical', 'other < other null null', 'short < wire'];

  test('copies share an origin, others do not, in whatever order and batches they come', async () => {
    const orders = [
      [[0, 1, 2, 3]],
      [[3], [2], [1], [0]],
      [
        [2, 3],
        [1, 0],
      ],
      [[1], [3, 0], [2]],
    ];
    const seen = new Set<string>();
    for (const batches of orders) {
      const { record } = await bench.open();
      for (const batch of batches) await record.add(batch.map((n) => entry(stories[n])));
      const found = await origins(record);
      for (const [i, line] of expected.entries()) expect(found[i]).toMatch(new RegExp(`^${line}`));
      seen.add(found.join('\n'));
    }
    expect(seen.size).toBe(1);
  });
  test('a record opened again knows its old documents', async () => {
    const { record, dir } = await bench.open();
    await record.add([entry(stories[0])]);
    await record.close();
    const again = await bench.open(dir);
    await again.record.add([entry(stories[1])]);
    expect(await origins(again.record)).toEqual(['copy < wire wire identical', 'wire < wire null null']);
  });
  test('a rebuild finds the same', async () => {
    const { record } = await bench.open();
    for (const story of stories) await record.add([entry(story)]);
    const before = await origins(record);
    await record.rebuild(async (archived) => readingOf(archived.page));
    expect(await origins(record)).toEqual(before);
  });
  test('a document that is changed leaves its family', async () => {
    const { record } = await bench.open();
    await record.add(stories.slice(0, 2).map(entry));
    await record.add([entry({ ...stories[0], text: GRAIN })]);
    expect(await origins(record)).toEqual(['copy < copy null null', 'wire < wire null null']);
  });
  test('a document tells its kin and why', async () => {
    const { record } = await bench.open();
    await record.add(stories.map(entry));
    const descent = await record.descent('copy');
    expect(descent).toMatchObject({
      origin: 'wire',
      source: null,
      family: ['short', 'wire'],
      derivation: { document: 'copy', from: 'wire', relation: 'identical' },
    });
    expect(descent?.kin.map(({ document }) => document)).toEqual(['wire', 'short']);
    expect(descent?.kin[0]?.why).toMatch(/words in the same order/);
    expect(await record.descent('nothing')).toBeNull();
    expect(await record.descent('other')).toEqual({
      origin: 'other',
      source: null,
      derivation: null,
      kin: [],
      family: [],
      lineage: [line('other', 'Morrow Times', '2023-03-07', 0)],
    });
  });
  test('the lineage can be drawn: each document below its parent, the earlier first', async () => {
    const { record } = await bench.open();
    await record.add([...stories].reverse().map(entry));
    const lineage = (await record.descent('short'))?.lineage;
    expect(lineage?.map(({ document, depth }) => `${depth} ${document}`)).toEqual(['0 wire', '1 copy', '1 short']);
    expect(lineage?.[1]).toMatchObject({
      relation: 'identical',
      status: 'aligned',
      publisher: 'Oriel Post',
      hidden: 0,
    });
  });
  test('a spun document has the names of its original beside it, whatever came first, and after a rebuild', async () => {
    const spunText = FERRY.replaceAll('ministers', 'clergymen')
      .replaceAll('opened', 'unlocked')
      .replaceAll('Saint Oriel', 'Holy Oriel')
      .replaceAll('nine years', 'nine twelvemonths')
      .replaceAll('boat', 'vessel');
    const spun = (one: Entry): Entry => ({ ...one, reading: spunReading(one.reading) });
    const wire = entry(stories[0]);
    const garbled = spun(entry({ id: 'garbled', text: spunText, publisher: 'Autofeed', published: '2023-03-10' }));
    const seen: unknown[] = [];
    for (const batches of [[[wire, garbled]], [[garbled], [wire]], [[wire], [garbled]]]) {
      const { record } = await bench.open();
      for (const batch of batches) await record.add(batch);
      const document = await record.document('garbled');
      expect(document?.reading.article.text).toBe(spunText);
      expect(document?.reading.restorations).toEqual([]);
      seen.push(document?.aligned);
      expect((await record.document('wire'))?.aligned).toEqual([]);
      if (batches.length === 1) {
        await record.rebuild(async ({ id, page }) =>
          id === 'garbled' ? spunReading(readingOf(page)) : readingOf(page),
        );
        seen.push((await record.document('garbled'))?.aligned);
      }
    }
    expect(seen[0]).toMatchObject([
      { from: 'clergymen', to: 'ministers', kind: 'term', document: 'wire', basis: 'aligned with Amber Agency' },
      { from: 'unlocked', to: 'opened' },
      { from: 'Holy Oriel', to: 'Saint Oriel', kind: 'title' },
      { from: 'twelvemonths', to: 'years' },
      { from: 'vessel', to: 'boat' },
    ]);
    for (const other of seen) expect(other).toEqual(seen[0]);
  });
});
