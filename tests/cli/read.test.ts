import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readingSchema } from '../../src/reading/schema.ts';
import { chancery, linesOf } from '../support/command.ts';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'chancery-cli-'));
  writeFileSync(join(dir, 'a.txt'), 'The foreign ministers of Laos and Thailand met in Vientiane on Friday.\n');
  writeFileSync(join(dir, 'empty.txt'), '');
  writeFileSync(join(dir, 'image.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]));
});
afterAll(() => rmSync(dir, { recursive: true }));

test('one input: one Reading that the published schema accepts', async () => {
  const { code, out } = await chancery([
    'read',
    '--json',
    '--as-plain',
    '--published',
    '2031-05-02',
    join(dir, 'a.txt'),
  ]);
  expect(code).toBe(0);
  const reading = readingSchema.parse(JSON.parse(out));
  expect(reading.article.text).toBe('The foreign ministers of Laos and Thailand met in Vientiane on Friday.\n');
  expect(reading.article).toMatchObject({ published: '2031-05-02', publishedBasis: 'given' });
  expect(reading.events[0]?.actors.map((actor) => actor.code)).toEqual(['LAO', 'THA']);
  expect(reading.events[0]?.date?.value).toBe('2031-05-02');
});

test('bulk: as many lines out as in, in order, ids echoed, each bad line answered by itself', async () => {
  const lines = [
    '{"id":7,"text":"Laos met Thailand."}',
    'no json',
    '{"id":"x"}',
    '',
    '{"id":"last","html":"<p>Laos thanked Japan for the grant of rice.</p>"}',
  ];
  const { code, out, err } = await chancery(['read', '--jsonl-in', '-', '--jobs', '2'], lines.join('\n'));
  const answers = linesOf(out) as { id: unknown; error?: { code: string } }[];
  expect(answers.map(({ id }) => id)).toEqual([7, null, 'x', null, 'last']);
  expect(answers.map(({ error }) => error?.code ?? null)).toEqual([null, 'bad-json', 'bad-line', 'bad-json', null]);
  expect(code).toBe(1);
  expect(err).toContain('standard input:2');
});

test('failing inputs are named in one line each, and the rest is read', async () => {
  const paths = ['empty.txt', 'image.png', 'missing.txt', 'a.txt'].map((name) => join(dir, name));
  const { code, out, err } = await chancery(['read', '--jsonl', ...paths]);
  expect(code).toBe(1);
  expect(linesOf(out).length).toBe(1);
  const complaints = err.trim().split('\n');
  expect(complaints.length).toBe(3);
  for (const [i, path] of paths.slice(0, 3).entries()) expect(complaints[i]).toContain(path);
  expect(err).not.toContain('    at ');
});

test('a folder without documents, and nothing to read at all', async () => {
  const folder = mkdtempSync(join(dir, 'none-'));
  const none = await chancery(['read', folder]);
  expect([none.code, none.out]).toEqual([1, '']);
  expect(none.err).toContain(folder);
  expect((await chancery(['read'])).code).toBe(2);
  expect((await chancery(['read', '--jobs', '0', join(dir, 'a.txt')])).code).toBe(2);
  expect((await chancery(['no-such-command'])).code).toBe(2);
  expect(await chancery(['figures', '--at-least', 'many'])).toMatchObject({
    code: 2,
    err: 'chancery: --at-least takes a number, not "many"\n',
  });
});

test('lone surrogates come out as valid JSON with exact spans', async () => {
  const { out } = await chancery(
    ['read', '--jsonl-in', '-', '--as-plain'],
    '{"id":"s","text":"Laos \\ud800 met Thailand in Vientiane on Friday."}',
  );
  const [reading] = linesOf(out) as [
    { article: { text: string }; mentions: { span: [number, number]; name: string | null }[] },
  ];
  expect(reading.article.text).toContain('\ufffd');
  expect(reading.mentions.map(({ span }) => reading.article.text.slice(...span))).toContain('Thailand');
});

test('every command explains itself', async () => {
  const { out } = await chancery(['--help']);
  for (const command of [
    'read',
    'add',
    'parse',
    'timeline',
    'relation',
    'search',
    'show',
    'sources',
    'doctor',
    'stats',
    'serve',
    'export',
    'rebuild',
    'eval',
    'register',
    'explain',
    'knowledge',
  ]) {
    expect(out).toContain(command);
    expect((await chancery([command, '--help'])).code).toBe(0);
  }
});
