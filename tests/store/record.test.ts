import { cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeError } from '../../src/core/index.ts';
import type { ArchivedPage, Record, Results, TimelineQuery } from '../../src/store/record-api.ts';
import { entry, readingOf, type Story } from '../support/readings.ts';
import { type Bench, engines } from '../support/records.ts';

const readAgain = async (archived: ArchivedPage) => readingOf(archived.page);
const refusal = async (work: Promise<unknown>): Promise<string> =>
  await work.then(
    () => 'done',
    (error: unknown) => describeError(error).code,
  );

describe.each(engines())('a record on %s', (_, start) => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await start();
  });
  afterAll(() => bench.close());

  async function filled(...stories: readonly Story[]): Promise<Record> {
    const { record } = await bench.open();
    await record.add(stories.map(entry));
    return record;
  }
  /** Everything that can be asked, as text. */
  async function everything(record: Record): Promise<string> {
    const documents = (await record.documents({ limit: 1000 })).items;
    const whole = await Promise.all(documents.map(({ id }) => record.document(id)));
    const events = (await record.timeline({ limit: 1000, held: true })).items;
    const { archive: _archive, ...stats } = await record.stats();
    return JSON.stringify([whole, events, stats, await record.decisions(), await record.registerEntries()]);
  }
  async function sentences(record: Record, query: TimelineQuery): Promise<string[]> {
    return (await record.timeline(query)).items.map(({ quote }) => quote);
  }

  describe('adding', () => {
    test('new, known and changed documents are counted', async () => {
      const { record } = await bench.open();
      const first = entry({ id: 'a', text: 'USA meets VNM.' });
      expect(await record.add([first])).toEqual({ added: 1, known: 0, changed: 0 });
      expect(await record.add([first, entry({ id: 'b' })])).toEqual({ added: 1, known: 1, changed: 0 });
      expect(await record.add([entry({ id: 'a', text: 'USA calls VNM.' })])).toEqual({
        added: 0,
        known: 0,
        changed: 1,
      });
      expect(await record.add([first])).toEqual({ added: 0, known: 1, changed: 0 });
      expect(await sentences(record, { document: 'a' })).toEqual(['USA calls VNM']);
    });
    test('adding again changes nothing that can be asked', async () => {
      const stories = [{ id: 'a' }, { id: 'b', events: ['FRA calls DEU on 2022-01-01', 'FRA sanctions DEU'] }];
      const record = await filled(...stories);
      const before = await everything(record);
      await record.add(stories.map(entry));
      expect(await everything(record)).toBe(before);
    });
    test('a document twice in one batch is one', async () => {
      const { record } = await bench.open();
      expect(await record.add([entry({ id: 'a' }), entry({ id: 'a' })])).toEqual({ added: 1, known: 1, changed: 0 });
      expect((await record.stats()).archive.pages).toBe(1);
    });
    test('of two versions in one batch the later is shown, and none waits', async () => {
      const { record } = await bench.open();
      await record.add([entry({ id: 'a', text: 'USA meets VNM.' }), entry({ id: 'a', text: 'USA calls VNM.' })]);
      expect(await sentences(record, { document: 'a' })).toEqual(['USA calls VNM']);
      expect(await record.waiting()).toBe(0);
    });
    test('the same bytes under two ids are two documents, archived once', async () => {
      const text = `USA meets VNM. ${'Long words about it. '.repeat(500)}`;
      const record = await filled({ id: 'a', text });
      const once = (await record.stats()).archive.bytes;
      await record.add([entry({ id: 'b', text })]);
      const { documents, archive } = await record.stats();
      expect(documents).toBe(2);
      expect(archive.bytes - once).toBeLessThan(500);
      expect((await record.page('b'))?.page.content).toBe(text);
    });
    test('whether a page is there can be asked before reading it', async () => {
      const record = await filled({ id: 'a' });
      const pages = [entry({ id: 'a' }), entry({ id: 'b' }), entry({ id: 'a', title: 'Other' })].map(
        ({ page }) => page,
      );
      expect(await record.has(pages)).toEqual([true, false, false]);
    });
    test('bytes that are not the page are refused, and nothing is kept', async () => {
      const { record } = await bench.open();
      expect(await refusal(record.add([{ ...entry({ id: 'a' }), bytes: Buffer.from('other') }]))).toBe('bad-argument');
      expect((await record.stats()).archive.pages).toBe(0);
    });
    test('zero characters, lone surrogates and backslashes are kept out of harm', async () => {
      const { record } = await bench.open();
      const odd = entry({ id: 'a', title: 'T\0\\u0000\\\\\ud800 "x"', text: 'USA meets VNM. A\\u0000B\\' });
      await record.add([
        { ...odd, reading: { ...odd.reading, article: { ...odd.reading.article, byline: ['\0', '\\\0', '\ud800'] } } },
      ]);
      const stored = await record.document('a');
      expect(stored?.title).toBe('T\uFFFD\\u0000\\\\\uFFFD "x"');
      expect(stored?.reading.article.text).toBe('USA meets VNM. A\\u0000B\\');
      expect(stored?.reading.article.byline).toEqual(['\uFFFD', '\\\uFFFD', '\uFFFD']);
    });
    test('huge and odd contents are kept', async () => {
      const { record } = await bench.open();
      const many = Array.from({ length: 300_000 }, (_, i) => `w${i.toString(36)}`).join(' ');
      const long = 'Ω'.repeat(9000);
      const big = entry({ id: 'a', text: `USA meets VNM. ${many}`, publisher: long, title: long });
      const [event] = big.reading.events;
      const actors = event!.actors.map((actor) => ({
        ...actor,
        code: long,
        org: long,
        name: long,
        entity: `person:${long}`,
      }));
      const odd = { ...event!, actors, confidence: Number.NaN, date: { ...event!.date!, value: '0000' } };
      const mentions = [
        {
          span: [0, 3] as const,
          kind: 'person' as const,
          value: null,
          name: long,
          entity: `person:${long}`,
          country: null,
          role: null,
          sector: null,
        },
      ];
      const relation = {
        parties: [long, `${long}b`] as const,
        ladder: null,
        level: 'x',
        change: 'holds' as const,
        since: null,
        date: '000X',
        evidence: [0, 3] as const,
        rule: 'x',
      };
      await record.add([{ ...big, reading: { ...big.reading, events: [odd], mentions, relations: [relation] } }]);
      expect((await record.search('usa')).items).toHaveLength(1);
      expect((await record.facts()).items).toHaveLength(1);
    });
    test('what the database refuses is not passed over: it waits, and the rest goes on', async () => {
      const { record } = await bench.open();
      const bad = entry({ id: 'bad' });
      const broken = { ...bad, reading: { ...bad.reading, grade: null as unknown as 'usable' } };
      expect(await refusal(record.add([broken]))).toBe('internal');
      expect(await record.waiting()).toBe(1);
      expect(await record.add([entry({ id: 'a' })])).toEqual({ added: 1, known: 0, changed: 0 });
      expect(await record.add([bad])).toEqual({ added: 1, known: 0, changed: 0 });
      expect((await record.doctor({ deep: true })).filter(({ ok }) => !ok)).toEqual([]);
    });
    test('many at once from several callers', async () => {
      const { record } = await bench.open();
      const batches = Array.from({ length: 5 }, (_, i) =>
        Array.from({ length: 20 }, (_, j) => entry({ id: `${(i * 15 + j) % 80}` })),
      );
      const totals = await Promise.all(batches.map((batch) => record.add(batch)));
      expect(totals.reduce((sum, { added }) => sum + added, 0)).toBe(80);
      expect((await record.stats()).documents).toBe(80);
    });
  });

  describe('documents', () => {
    test('a reading comes back as it went in', async () => {
      const one = entry({
        id: 'a',
        title: 'Talks',
        publisher: 'The Daily',
        published: '2021-08-07',
        url: 'https://daily.example/a',
      });
      const { record } = await bench.open();
      await record.add([one]);
      const stored = await record.document('a');
      expect(JSON.stringify(stored?.reading)).toBe(JSON.stringify(one.reading));
      expect(stored).toMatchObject({
        title: 'Talks',
        firstSeen: '2024-01-02T03:04:05.000Z',
        origin: 'a',
        copyOf: null,
        counts: { events: 1, statements: 1, figures: 0, relations: 0 },
      });
      expect(await record.document('b')).toBeNull();
    });
    test('newest first, undated last, in pages', async () => {
      const record = await filled(
        { id: 'a', published: '2021-01-01' },
        { id: 'b' },
        { id: 'c', published: '2022' },
        { id: 'd', published: '2021-01-01' },
      );
      const ids = await walk((cursor) => record.documents({ limit: 1, cursor }));
      expect(ids.map(({ id }) => id)).toEqual(['c', 'd', 'a', 'b']);
    });
    test('by publisher, grade, language, entity and time', async () => {
      const record = await filled(
        { id: 'a', publisher: 'The Daily', published: '2021-01-01', events: ['USA meets VNM'] },
        { id: 'b', publisher: 'The Post', published: '2021-02-01', events: ['FRA meets DEU'], grade: 'hold' },
        { id: 'c', events: ['Ada Example meets VNM'] },
      );
      const ids = async (query: Parameters<Record['documents']>[0]) =>
        (await record.documents(query)).items.map(({ id }) => id);
      expect(await ids({ publisher: 'The Daily' })).toEqual(['a']);
      expect(await ids({ grade: 'hold' })).toEqual(['b']);
      expect(await ids({ language: 'fr' })).toEqual([]);
      expect(await ids({ entity: 'state:VNM' })).toEqual(['a', 'c']);
      expect(await ids({ from: '2021-01-15' })).toEqual(['b']);
      expect(await ids({ to: '2021-01-15' })).toEqual(['a']);
    });
    test.each([
      { limit: 0 },
      { limit: 1.5 },
      { limit: 5000 },
      { cursor: 'x' },
      { from: 'yesterday' },
      { to: '2021-02-30' },
    ])('%j is misuse', async (query) => {
      const { record } = await bench.open();
      expect(await refusal(record.documents(query))).toBe('bad-argument');
    });
  });

  describe('timelines', () => {
    const stories: readonly Story[] = [
      {
        id: 'a',
        published: '2021-08-07',
        events: ['USA meets VNM on 2021-08-06', 'Ada Example meets VNM on 2021-09-01', 'USA calls ASEAN on 2021-07'],
      },
      { id: 'b', published: '2021-08-09', events: ['VNM sanctions USA', 'FRA meets DEU on 2020-01-01/2020-01-03'] },
      { id: 'c', events: ['VNM calls USA'], grade: 'hold' },
      { id: 'd', events: ['Ada Example calls USA'] },
    ];
    let record: Record;
    beforeAll(async () => {
      record = await filled(...stories);
    });
    const check = async (query: TimelineQuery, expected: readonly string[]): Promise<void> =>
      expect(await sentences(record, query)).toEqual(expected);

    test('everybody, newest first, undated last', () =>
      check({}, [
        'Ada Example meets VNM on 2021-09-01',
        'VNM sanctions USA',
        'USA meets VNM on 2021-08-06',
        'USA calls ASEAN on 2021-07',
        'FRA meets DEU on 2020-01-01/2020-01-03',
        'Ada Example calls USA',
      ]));
    test('one party in any role', () => check({ actor: 'FRA' }, ['FRA meets DEU on 2020-01-01/2020-01-03']));
    test('a pair in any order', async () => {
      const expected = ['VNM sanctions USA', 'USA meets VNM on 2021-08-06'];
      await check({ actor: 'USA', other: 'VNM' }, expected);
      await check({ actor: 'VNM', other: 'USA' }, expected);
    });
    test('small letters and names', () =>
      check({ actor: 'usa', other: 'Vnm' }, ['VNM sanctions USA', 'USA meets VNM on 2021-08-06']));
    test('an organisation', () => check({ actor: 'USA', other: 'ASEAN' }, ['USA calls ASEAN on 2021-07']));
    test('a person by entity', () =>
      check({ actor: 'person:ada-example', other: 'VNM' }, ['Ada Example meets VNM on 2021-09-01']));
    test('a person by name', () =>
      check({ actor: 'VNM', other: 'ada example' }, ['Ada Example meets VNM on 2021-09-01']));
    test('a person alone', () =>
      check({ actor: 'Ada Example' }, ['Ada Example meets VNM on 2021-09-01', 'Ada Example calls USA']));
    test('a person counts under the country, too', () =>
      check({ actor: 'EXA' }, ['Ada Example meets VNM on 2021-09-01', 'Ada Example calls USA']));
    test('nobody', () => check({ actor: 'Nobody Known' }, []));
    test('from a day', () =>
      check({ from: '2021-08-07' }, ['Ada Example meets VNM on 2021-09-01', 'VNM sanctions USA']));
    test('a range touches what it overlaps', () =>
      check({ from: '2020-01-02', to: '2020-01-02' }, ['FRA meets DEU on 2020-01-01/2020-01-03']));
    test('a month is touched by its days', () =>
      check({ from: '2021-07-31', to: '2021-07-31' }, ['USA calls ASEAN on 2021-07']));
    test('types', () => check({ types: ['sanction'] }, ['VNM sanctions USA']));
    test('modality', () => check({ modality: ['planned'] }, []));
    test('confidence', () => check({ minConfidence: 0.95 }, []));
    test('words of the document', () =>
      check({ text: 'sanctions' }, ['VNM sanctions USA', 'FRA meets DEU on 2020-01-01/2020-01-03']));
    test('held documents only when asked for', () =>
      check({ actor: 'USA', other: 'VNM', held: true }, [
        'VNM sanctions USA',
        'USA meets VNM on 2021-08-06',
        'VNM calls USA',
      ]));
    test('in pages', async () => {
      for (const query of [
        {},
        { actor: 'USA' },
        { actor: 'USA', other: 'VNM', held: true },
        { actor: 'Ada Example' },
      ]) {
        const all = (await record.timeline(query)).items;
        expect(await walk((cursor) => record.timeline({ ...query, limit: 1, cursor }))).toEqual(all);
      }
    });
    test('the basis of a day is told', async () => {
      const bases = (await record.timeline({ actor: 'USA' })).items.map(({ day, dayBasis }) => [day, dayBasis]);
      expect(bases).toEqual([
        ['2021-08-09', 'published'],
        ['2021-08-06', 'event'],
        ['2021-07-01', 'event'],
        [null, null],
      ]);
    });
    test('one event by its id', async () => {
      const [first] = (await record.timeline({ limit: 1 })).items;
      expect(await record.event(first!.id)).toEqual(first);
      expect(await record.event('nothing')).toBeNull();
    });
  });

  describe('search', () => {
    test('words by stem, names as they are, spans exact', async () => {
      const record = await filled(
        { id: 'a', text: 'Ministers were negotiating in Hue.\nUSA meets VNM.', title: 'Talks' },
        { id: 'b', text: 'Nothing here.' },
      );
      const { items } = await record.search('negotiate');
      expect(items.map(({ document }) => document.id)).toEqual(['a']);
      expect(
        items[0]?.spans.map(([from, to]) => 'Ministers were negotiating in Hue.\nUSA meets VNM.'.slice(from, to)),
      ).toEqual(['negotiating']);
      expect((await record.search('talks')).items.length).toBe(1);
      expect((await record.search('"in hue" -vnm')).items.length).toBe(0);
      expect((await record.search('')).items.length).toBe(0);
    });
    test.each(['"', "'; drop table documents; --", '& | !', '((', '\0', 'a'.repeat(5000)])(
      '%j finds nothing and harms nothing',
      async (text) => {
        const record = await filled({ id: 'a', text: 'Ministers met.' });
        expect((await record.search(text)).items).toEqual([]);
        expect((await record.stats()).documents).toBe(1);
      },
    );
  });

  describe('what people decide and registers list', () => {
    test('is kept once, through a rebuild', async () => {
      const record = await filled({ id: 'a' });
      const decision = {
        kind: 'judgment',
        by: 'Ada',
        about: ['x', 'y'],
        why: 'same day',
        body: { verdict: 'same' },
      } as const;
      const id = await record.decide(decision);
      expect(await record.decide(decision)).toBe(id);
      const item = {
        person: 'person:ada-example',
        role: null,
        country: 'VNM',
        host: null,
        place: 'Hanoi',
        from: '2021-08-01',
        to: '2021-08-03',
        text: 'Met.',
        source: null,
      };
      expect(
        await record.addRegister({
          id: 'r',
          name: 'Travels',
          kind: 'travel',
          entries: [
            { id: '1', ...item },
            { id: '1', ...item },
          ],
        }),
      ).toBe(1);
      expect(await record.registerEntries({ person: 'person:ada-example', from: '2021-08-03' })).toHaveLength(1);
      expect(await record.registerEntries({ from: '2021-08-04' })).toHaveLength(0);
      const before = await everything(record);
      await record.rebuild(readAgain);
      expect(await everything(record)).toBe(before);
      expect(await record.decisions('judgment')).toMatchObject([{ ...decision, id }]);
    });
  });

  test('a person’s grade stands above the readers’', async () => {
    const record = await filled({ id: 'a' }, { id: 'b' });
    const decision = { kind: 'override', by: 'Ada', about: ['a'], why: 'known hoax', body: { grade: 'hold' } } as const;
    await record.decide(decision);
    const shown = async (): Promise<unknown> => [
      (await record.document('a'))?.grade,
      (await record.timeline()).items.length,
      (await record.facts()).items[0]?.support.documents,
    ];
    expect(await shown()).toEqual(['hold', 1, ['b']]);
    await record.rebuild(readAgain);
    expect(await shown()).toEqual(['hold', 1, ['b']]);
    await record.decide({ ...decision, why: 'it was not', body: { grade: 'usable' } });
    expect(await shown()).toEqual(['usable', 2, ['a', 'b']]);
  });

  describe('the archive is the truth', () => {
    test('a rebuild gives the same ids and rows, twice', async () => {
      const { record } = await bench.open();
      for (let i = 0; i < 60; i += 20)
        await record.add(
          Array.from({ length: 20 }, (_, j) => entry({ id: `${i + j}`, published: '2021-08-06', title: `T${i + j}` })),
        );
      await record.add([entry({ id: '3', text: 'FRA sanctions DEU.' })]);
      const before = await everything(record);
      const progress: number[] = [];
      expect(await record.rebuild(readAgain, (done) => progress.push(done))).toEqual({ documents: 60, failed: [] });
      expect(progress.at(-1)).toBe(61);
      expect(await everything(record)).toBe(before);
      await record.rebuild(readAgain);
      expect(await everything(record)).toBe(before);
    });
    test('a page that cannot be read again is named, and waits', async () => {
      const record = await filled({ id: 'a' }, { id: 'b', title: 'T' });
      const rebuilt = await record.rebuild(async (archived) => (archived.id === 'a' ? null : readingOf(archived.page)));
      expect(rebuilt).toEqual({ documents: 1, failed: ['a'] });
      expect(await record.waiting()).toBe(1);
      await record.catchUp(readAgain);
      expect([await record.waiting(), (await record.stats()).documents]).toEqual([0, 2]);
    });
    test('opening again finds everything', async () => {
      const { record, dir } = await bench.open();
      await record.add([entry({ id: 'a' })]);
      const before = await everything(record);
      await record.close();
      const again = await bench.open(dir);
      expect(await everything(again.record)).toBe(before);
    });
    test('what the database has not seen is entered on opening, and waits to be read', async () => {
      const { record, dir } = await bench.open();
      await record.add([entry({ id: 'a' })]);
      await record.close();
      const copy = `${dir}-before`;
      cpSync(dir, copy, { recursive: true });
      // An archive that went on without its database.
      const later = await bench.open(dir);
      await later.record.add([entry({ id: 'b' })]);
      const after = await everything(later.record);
      await later.record.rebuild(async (archived) => (archived.id === 'b' ? null : readingOf(archived.page)));
      await later.record.close();
      const notices: string[] = [];
      const again = await bench.open(dir, (line) => notices.push(line));
      expect(notices).toEqual(['1 archived pages wait to be read']);
      expect(await again.record.add([entry({ id: 'b' })])).toEqual({ added: 1, known: 0, changed: 0 });
      expect(await everything(again.record)).toBe(after);
      rmSync(copy, { recursive: true });
    });
    test('the bytes of a page come back', async () => {
      const record = await filled({ id: 'a', text: 'Đà Nẵng. USA meets VNM.', title: 'T', url: 'https://x.example/' });
      const page = await record.page('a');
      expect(page?.page).toEqual(
        entry({ id: 'a', text: 'Đà Nẵng. USA meets VNM.', title: 'T', url: 'https://x.example/' }).page,
      );
      expect(await record.page('b')).toBeNull();
    });
  });

  describe('health', () => {
    test('all is well', async () => {
      const record = await filled({ id: 'a' }, { id: 'b' });
      for (const deep of [false, true]) expect((await record.doctor({ deep })).filter(({ ok }) => !ok)).toEqual([]);
    });
    test('waiting pages are told', async () => {
      const record = await filled({ id: 'a' });
      await record.rebuild(async () => null);
      expect((await record.doctor()).filter(({ ok }) => !ok)).toEqual([
        { name: 'waiting', ok: false, detail: '1 archived pages are not read yet' },
      ]);
    });
    test('a changed byte in the archive is found', async () => {
      const { record, dir } = await bench.open();
      await record.add([entry({ id: 'a' })]);
      await record.add([entry({ id: 'b' })]);
      const [segment] = readdirSync(join(dir, 'archive')).filter((name) => name.endsWith('.gz'));
      const path = join(dir, 'archive', segment!);
      const { readFileSync } = await import('node:fs');
      const bytes = readFileSync(path);
      bytes[bytes.length - 60]! ^= 1;
      writeFileSync(path, bytes);
      const [check] = (await record.doctor({ deep: true })).filter(({ name }) => name === 'archive');
      expect(check).toMatchObject({
        ok: false,
        detail: expect.stringMatching(/^archive segment 000001\.jsonl\.gz is damaged at byte \d+/),
      });
    });
    test('a closed record says so', async () => {
      const { record } = await bench.open();
      await record.close();
      await record.close();
      expect(await refusal(record.stats())).toBe('bad-argument');
      expect(await refusal(record.add([entry()]))).toBe('bad-argument');
    });
    test('a second opener is refused and told who has it', async () => {
      const { record, dir } = await bench.open();
      await record.announce('http://127.0.0.1:8377');
      const { openRecord } = await import('../../src/store/index.ts');
      const message = await openRecord({ dir }).then(
        () => 'opened',
        (error: unknown) => `${describeError(error).code}: ${describeError(error).message}`,
      );
      expect(message).toBe(
        `record-locked: the record in ${dir} is open in this process (${process.pid}), which serves it at http://127.0.0.1:8377; close it there first`,
      );
    });
  });
});

async function walk<T>(ask: (cursor: string | undefined) => Promise<Results<T>>): Promise<T[]> {
  const all: T[] = [];
  let cursor: string | undefined;
  do {
    const { items, next } = await ask(cursor);
    all.push(...items);
    cursor = next ?? undefined;
  } while (cursor !== undefined);
  return all;
}
