import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeError } from '../../src/core/index.ts';
import type { ArchivedPage, Corrections, Record, ReviewBody } from '../../src/store/record-api.ts';
import { entry, readingOf } from '../support/readings.ts';
import { type Bench, engines } from '../support/records.ts';

const readAgain = async (archived: ArchivedPage) => readingOf(archived.page);

describe.each(engines())('reviews on %s', (_, start) => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await start();
  });
  afterAll(() => bench.close());

  async function filled(): Promise<{ record: Record; claims: string[] }> {
    const { record } = await bench.open();
    await record.add([
      entry({ id: 'a', events: ['USA meets VNM on 2021-08-06', 'FRA sanctions DEU on 2021-09-01'] }),
      entry({ id: 'b', events: ['USA meets VNM on 2021-08-06'] }),
    ]);
    const claims = (await record.timeline({ document: 'a' })).items.map(({ id }) => id).reverse();
    return { record, claims };
  }
  const review = (record: Record, claim: string, verdict: ReviewBody['verdict'], set?: Corrections): Promise<string> =>
    record.decide({
      kind: 'correction',
      by: 'Ada',
      about: [claim],
      why: 'read again',
      body: set === undefined ? { verdict } : { verdict, set },
    });
  const facts = async (record: Record): Promise<string[]> =>
    (await record.facts()).items.map(
      ({ day, story, claims }) =>
        `${day} ${story} ${claims
          .map(({ document, review: of }) => `${document}${of ? '*' : ''}`)
          .sort()
          .join('')}`,
    );

  test('a rejected claim counts nowhere and is kept in its document', async () => {
    const { record, claims } = await filled();
    expect(await facts(record)).toEqual(['2021-09-01 SANCTION a', '2021-08-06 CONSULT ab']);
    await review(record, claims[1]!, 'rejected');
    expect(await facts(record)).toEqual(['2021-08-06 CONSULT ab']);
    expect((await record.timeline({ actor: 'FRA' })).items).toEqual([]);
    expect((await record.timeline({ document: 'a' })).items).toHaveLength(1);
    const document = await record.document('a');
    expect(document?.reading.events).toHaveLength(2);
    expect(document?.reviews).toMatchObject([
      { claim: claims[1], findings: 'events', index: 1, verdict: 'rejected', by: 'Ada', why: 'read again' },
    ]);
    expect((await record.event(claims[1]!))?.review?.verdict).toBe('rejected');
  });

  test('of a fact with two claims the other one stays', async () => {
    const { record, claims } = await filled();
    await review(record, claims[0]!, 'rejected');
    expect(await facts(record)).toEqual(['2021-09-01 SANCTION a', '2021-08-06 CONSULT b']);
    await review(record, claims[0]!, 'open');
    expect(await facts(record)).toEqual(['2021-09-01 SANCTION a', '2021-08-06 CONSULT ab']);
  });

  test('a corrected claim counts as corrected; the document keeps what was read', async () => {
    const { record, claims } = await filled();
    await review(record, claims[1]!, 'corrected', { 'recipients.0': 'ITA', date: '2021-10-02' });
    expect((await record.timeline({ actor: 'FRA', other: 'ITA' })).items).toMatchObject([
      { day: '2021-10-02', review: { verdict: 'corrected', set: { date: '2021-10-02' } } },
    ]);
    expect((await record.timeline({ actor: 'DEU' })).items).toEqual([]);
    expect(await facts(record)).toEqual(['2021-10-02 SANCTION a*', '2021-08-06 CONSULT ab']);
    expect((await record.document('a'))?.reading.events[1]?.recipients[0]?.code).toBe('DEU');
    await review(record, claims[1]!, 'accepted');
    expect((await record.timeline({ actor: 'FRA', other: 'DEU' })).items).toMatchObject([
      { day: '2021-09-01', review: { verdict: 'accepted' } },
    ]);
  });

  test('statements, figures and relations can be rejected as well', async () => {
    const { record } = await filled();
    const [said] = (await record.statements()).items;
    await review(record, said!.id, 'rejected');
    expect((await record.statements()).items.map(({ id }) => id)).not.toContain(said!.id);
  });

  test('rebuilding and adding again keep every review', async () => {
    const { record, claims } = await filled();
    await review(record, claims[0]!, 'accepted');
    await review(record, claims[1]!, 'corrected', { type: 'COERCE' });
    const before = [await facts(record), await record.document('a'), await record.decisions()];
    await record.rebuild(readAgain);
    expect([await facts(record), await record.document('a'), await record.decisions()]).toEqual(before);
  });

  test('saying the same twice adds nothing; saying it again after another said otherwise counts', async () => {
    const { record, claims } = await filled();
    const first = await review(record, claims[1]!, 'rejected');
    expect(await review(record, claims[1]!, 'rejected')).toBe(first);
    await review(record, claims[1]!, 'open');
    expect(await review(record, claims[1]!, 'rejected')).not.toBe(first);
    expect(await facts(record)).toEqual(['2021-08-06 CONSULT ab']);
    expect(await record.decisions('correction')).toHaveLength(3);
  });

  test.each([
    ['unknown-id', 'no-such-claim', 'rejected', undefined],
    ['bad-argument', null, 'corrected', {}],
    ['bad-argument', null, 'corrected', { type: 'CHAT' }],
    ['bad-argument', null, 'corrected', { mood: 'bad' }],
    ['bad-argument', null, 'perhaps', undefined],
  ])('%s: %s %s %o is refused and not archived', async (code, claim, verdict, set) => {
    const { record, claims } = await filled();
    const asked = review(record, claim ?? claims[1]!, verdict as ReviewBody['verdict'], set as Corrections | undefined);
    expect(
      await asked.then(
        () => 'done',
        (error: unknown) => describeError(error).code,
      ),
    ).toBe(code);
    expect(await record.decisions()).toEqual([]);
  });
});
