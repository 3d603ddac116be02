import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Record } from '../../src/store/record-api.ts';
import { entry } from '../support/readings.ts';
import { type Bench, engines } from '../support/records.ts';

/** The story's person as a document knows people that no table has. */
function told(id: string, name: string) {
  const made = entry({ id, published: '2021-08-06', events: [`${name} meets VNM on 2021-08-0${id.length}`] });
  const local = `person:~${name.toLowerCase().replace(' ', '-')}`;
  const rename = <T extends { entity: string | null }>(one: T): T =>
    one.entity?.startsWith('person:') ? { ...one, entity: local } : one;
  const { reading } = made;
  return {
    ...made,
    reading: {
      ...reading,
      mentions: reading.mentions.map(rename),
      events: reading.events.map((event) => ({ ...event, actors: event.actors.map(rename) })),
    },
  };
}

describe.each(engines())('people on %s', (_, start) => {
  let bench: Bench;
  let record: Record;
  beforeAll(async () => {
    bench = await start();
    record = (await bench.open()).record;
    await record.add([told('a', 'Yerzhan Tolegen'), told('bb', 'Erzhan Tolegen'), told('ccc', 'Ines Belmonte')]);
  });
  afterAll(() => bench.close());

  const found = async (name?: string): Promise<string[]> =>
    (await record.people(name === undefined ? {} : { name })).map(
      ({ id, aliases, documents }) => `${id} ${aliases.length} ${documents}`,
    );

  test('spellings are one person, with the reason', async () => {
    expect(await found()).toEqual(['person:~erzhan-tolegen 2 2', 'person:~ines-belmonte 1 1']);
    const [person] = await record.people({ name: 'Tolegen' });
    expect(person?.entities.map(({ why }) => why)).toEqual([null, 'the same name in another spelling; both of EXA']);
  });
  test('a part of a name finds, another name does not', async () => {
    expect(await found('belmonte')).toEqual(['person:~ines-belmonte 1 1']);
    expect(await found('Nobody')).toEqual([]);
    expect(await record.people({ country: 'VNM' })).toEqual([]);
  });
  test('the timeline of a person has what other spellings did', async () => {
    const days = async (actor: string) => (await record.timeline({ actor })).items.map(({ day }) => day);
    expect(await days('Yerzhan Tolegen')).toEqual(['2021-08-02', '2021-08-01']);
    expect(await days('person:~erzhan-tolegen')).toEqual(['2021-08-02', '2021-08-01']);
    expect(await days('Ines Belmonte')).toEqual(['2021-08-03']);
  });
  test('a person’s judgment parts them, and another joins them again', async () => {
    const about = ['person:~erzhan-tolegen', 'person:~yerzhan-tolegen'];
    const decide = (verdict: string) =>
      record.decide({ kind: 'judgment', by: 'Ada', about, why: `they are ${verdict}`, body: { verdict } });
    await decide('different');
    expect((await found('Tolegen')).length).toBe(2);
    await decide('same');
    expect((await found('Tolegen')).length).toBe(1);
  });
});
