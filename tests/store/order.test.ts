import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Record } from '../../src/store/record-api.ts';
import { entry, readingOf, type Story } from '../support/readings.ts';
import { type Bench, engines } from '../support/records.ts';

const day = fc.constantFrom('2021-08-05', '2021-08-06', '2021-08-07', '2021-09-20', '2021-08-02/2021-08-08');
const party = fc.constantFrom('USA', 'VNM', 'Ada Example', 'Eva Example');
const happening = fc
  .tuple(party, fc.constantFrom('meets', 'calls', 'sanctions'), fc.constantFrom('USA', 'VNM', 'FRA'), fc.option(day))
  .filter(([first, , second]) => first !== second)
  .map(([first, verb, second, on]) => `${first} ${verb} ${second}${on === null ? '' : ` on ${on}`}`);
const stories = fc
  .array(
    fc.record({
      publisher: fc.constantFrom('The Daily', 'The Post', null),
      published: fc.constantFrom('2021-08-06', '2021-08-08', '2021-09-21', null),
      grade: fc.constantFrom('usable', 'use-with-care', 'hold'),
      events: fc.array(happening, { minLength: 1, maxLength: 3 }),
    }),
    { minLength: 3, maxLength: 9 },
  )
  .map((made) => made.map((story, n): Story => ({ ...story, id: `d${n}` }) as Story));

const shown = async (record: Record): Promise<string> =>
  JSON.stringify((await record.facts({ held: true, limit: 1000 })).items);

describe.each(engines())('any documents on %s', (_, start) => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await start();
  });
  afterAll(() => bench.close());

  test('in any order and any batches, asked in between or not, and after a rebuild: the same facts', async () => {
    await fc.assert(
      fc.asyncProperty(
        stories,
        fc.infiniteStream(fc.nat()),
        fc.integer({ min: 1, max: 4 }),
        fc.boolean(),
        async (told, random, size, ask) => {
          const straight = (await bench.open()).record;
          await straight.add(told.map(entry));
          const expected = await shown(straight);

          const shuffled = told
            .map((story) => ({ story, at: random.next().value as number }))
            .sort((a, b) => a.at - b.at)
            .map(({ story }) => story);
          const { record } = await bench.open();
          for (let at = 0; at < shuffled.length; at += size) {
            await record.add(shuffled.slice(at, at + size).map(entry));
            if (ask) await record.facts();
          }
          expect(await shown(record)).toBe(expected);

          const grades = new Map(told.map(({ id, grade }) => [id, grade]));
          await record.rebuild(async ({ id, page }) => readingOf(page, grades.get(id)));
          expect(await shown(record)).toBe(expected);
        },
      ),
      { numRuns: 8 },
    );
  });
});
