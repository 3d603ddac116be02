import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chancery } from '../support/command.ts';

const STORIES = fileURLToPath(new URL('../../samples/stories', import.meta.url));

let data: string;
const run = async (...args: readonly string[]) => chancery(['--data', data, ...args]);
const json = async <T>(...args: readonly string[]): Promise<T> => {
  const { code, out, err } = await run(...args, '--json');
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out) as T;
};

beforeAll(async () => {
  data = join(mkdtempSync(join(tmpdir(), 'chancery-record-')), 'data');
  const { code, err } = await run('add', STORIES);
  expect([code, err.trim()]).toEqual([0, '29 added, 0 known already']);
});
afterAll(() => rmSync(data, { recursive: true }));

test('adding again adds nothing', async () => {
  expect((await run('add', STORIES)).err.trim()).toBe('0 added, 29 known already');
  expect(await json('stats')).toMatchObject({ documents: 29 });
});

test('the timeline of a pair holds facts with what stands behind them', async () => {
  const { items } = await json<{
    items: { story: string; day: string; support: { documents: string[]; origins: { max: number } } }[];
  }>('timeline', 'USA', 'CHN', '--type', 'CONSULT');
  const vientiane = items.filter(({ day }) => day === '2024-07-27');
  expect(vientiane.length).toBe(1);
  expect(vientiane[0]?.support.documents.length).toBe(3);
  expect(vientiane[0]?.support.origins.max).toBe(2);
});

test('copies share an origin, and the spun copy is marked', async () => {
  const { documents } = await json<{
    documents: {
      title: string | null;
      publisher: string | null;
      origin: string;
      copyOf: string | null;
      relation: string | null;
      grade: string;
      id: string;
    }[];
  }>('sources');
  expect(documents.length).toBe(29);
  const quellin = documents.filter(({ title }) => title?.includes('Quellin'));
  expect(new Set(quellin.map(({ origin }) => origin)).size).toBe(1);
  expect(quellin.find(({ relation }) => relation === 'spun')).toMatchObject({
    grade: 'use-with-care',
    copyOf: quellin.find(({ copyOf }) => copyOf === null)?.id,
  });
  const vientiane = documents.filter(({ title }) => title === 'Blinken, Wang meet in Vientiane');
  expect(new Set(vientiane.map(({ origin }) => origin)).size).toBe(1);
});

test('search, show, relation, doctor', async () => {
  const hits = await json<{ items: { document: { id: string } }[] }>('search', 'harbour');
  expect(hits.items.length).toBeGreaterThan(1);
  const id = hits.items[0]?.document.id as string;
  expect(await json('show', id)).toMatchObject({ id });
  const relation = await json<{ intervals: { ladder: string | null; level: string; claims: unknown[] }[] }>(
    'relation',
    'Vietnam',
    'USA',
  );
  const rungs = relation.intervals.filter(({ ladder }) => ladder !== null);
  expect(rungs.map(({ level }) => level)).toEqual(['diplomatic relations', 'comprehensive', 'comprehensive strategic']);
  expect(rungs.every(({ claims }) => claims.length > 0)).toBe(true);
  expect(await json('doctor', '--deep')).toMatchObject({ ok: true });
});

test('a second command on a record that is open is refused with one line', async () => {
  const missing = await run('show', 'no-such-id');
  expect([missing.code, missing.out]).toEqual([1, '']);
  expect(missing.err).toContain('no-such-id');
});

test('rebuild gives the same ids', async () => {
  const before = await json('timeline', '--limit', '1000');
  expect((await run('rebuild')).code).toBe(0);
  expect(await json('timeline', '--limit', '1000')).toEqual(before);
});

test('who met whom, by name', async () => {
  const { items } = await json<{ items: { counterpart: string; meetings: number; first: string }[] }>(
    'meetings',
    'Antony Blinken',
    '--from',
    '2023-01-01',
  );
  expect(items.find(({ counterpart }) => counterpart === 'person:wang-yi')).toMatchObject({
    meetings: 1,
    first: '2024-07-27',
  });
  expect(items.map(({ counterpart }) => counterpart)).not.toContain('USA');
});
test('what was planned on a day', async () => {
  const { items } = await json<{ items: { day: string; state: string }[] }>('upcoming', 'KHM', '--from', '2022-08-02');
  expect(items.map(({ day, state }) => `${day} ${state}`)).toEqual(['2022-08-03 planned']);
});
test('nothing is planned for today', async () => {
  expect((await run('upcoming')).out).toMatch(/^nothing planned from \d{4}-\d\d-\d\d on\n$/);
});

test('a claim is corrected, rejected and reopened; the list keeps who and why', async () => {
  const claims = async (): Promise<{ id: string; event: { modality: string }; review: { verdict: string } | null }[]> =>
    (
      await json<{ items: { id: string; event: { modality: string }; review: { verdict: string } | null }[] }>(
        'timeline',
        'USA',
        'CHN',
        '--claims',
      )
    ).items;
  const signed = ['--by', 'Ada Example', '--why', 'the text says so'];
  const [first, ...others] = await claims();
  const { id } = first!;
  expect((await run('review', 'correct', id, 'modality=planned', ...signed)).code).toBe(0);
  expect((await claims()).find((claim) => claim.id === id)).toMatchObject({
    event: { modality: 'planned' },
    review: { verdict: 'corrected' },
  });
  expect((await run('review', 'reject', id, ...signed)).code).toBe(0);
  expect((await claims()).map((claim) => claim.id)).toEqual(others.map((claim) => claim.id));
  expect((await run('review', 'reopen', id, ...signed)).code).toBe(0);
  expect((await claims()).find((claim) => claim.id === id)).toEqual(first);
  const { err } = await run('review', 'list');
  expect(err).toContain(`Ada Example: correction on ${id} (corrected: modality=planned): the text says so`);
  expect(await run('review', 'correct', id, 'modality=perhaps', ...signed)).toMatchObject({ code: 2, out: '' });
  expect((await run('review', 'reject', 'no-such-claim', ...signed)).err).toContain('[unknown-id]');
});
