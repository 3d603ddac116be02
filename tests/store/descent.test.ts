import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Record } from '../../src/store/record-api.ts';
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
    });
  });
});
