import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chancery, linesOf, MAIN } from '../support/command.ts';

const SENTENCE = 'The foreign ministers of Laos and Thailand met in Vientiane on Friday to discuss trade. ';

let dir: string;
const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(dir, name), content);
  return join(dir, name);
};
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'chancery-hostile-'));
});
afterAll(() => rmSync(dir, { recursive: true }));

interface Read {
  readonly article: { readonly text: string };
  readonly flags: readonly { readonly code: string; readonly reason: string }[];
  readonly error?: { readonly code: string };
}

test('odd bytes, deep markup, pages of script: a Reading or one line, and the rest is read', async () => {
  symlinkSync('/nowhere', join(dir, 'dangling.txt'));
  const paths = [
    file('wide.txt', Buffer.from(SENTENCE.repeat(3), 'utf16le')),
    file('deep.html', `${'<div>'.repeat(20_000)}${SENTENCE.repeat(4)}`),
    file('script.html', '<html><head><script>x()</script></head><body><div id="root"></div></body></html>'),
    file('pdf.txt', '%PDF-1.4\n'),
    file('white.txt', ' \n\t'),
    join(dir, 'dangling.txt'),
    file('last.txt', SENTENCE),
  ];
  const { code, out, err } = await chancery(['read', '--jsonl', '--jobs', '1', ...paths]);
  expect(code).toBe(1);
  const readings = linesOf(out) as Read[];
  expect(readings.map(({ flags }) => flags[0]?.code)).toEqual(['no-date', 'too-deep', 'script-only', 'no-date']);
  expect(err.trim().split('\n').length).toBe(3);
  for (const name of ['pdf.txt', 'white.txt', 'dangling.txt']) expect(err).toContain(join(dir, name));
  expect(err).not.toContain('    at ');
}, 60_000);

test('JSON lines with a byte-order mark, carriage returns and ids of every type', async () => {
  const text = JSON.stringify(SENTENCE);
  const ids = ['"a"', '"a"', '7', 'true', '[1,2]', '{"x":1}', '1.5'];
  const input = `\ufeff${ids.map((id) => `{"id":${id},"text":${text}}`).join('\r\n')}\r\n`;
  const { code, out } = await chancery(['read', '--jsonl-in', '-', '--jobs', '1'], input);
  expect(code).toBe(0);
  expect((linesOf(out) as { id: unknown }[]).map(({ id }) => JSON.stringify(id))).toEqual(ids);
}, 60_000);

test('global options stand before or behind the command', async () => {
  const none = join(dir, 'record');
  const before = await chancery(['--data', none, 'stats', '--json']);
  const behind = await chancery(['stats', '--json', '--data', none]);
  expect([before.code, behind.code]).toEqual([0, 0]);
  expect(JSON.parse(behind.out)).toMatchObject({ documents: 0 });
}, 60_000);

test('parse refuses what is no text and what is no CoNLL-U, and says nothing of an empty text', async () => {
  const pdf = await chancery(['parse', file('b.txt', '%PDF-1.4\n')]);
  expect([pdf.code, pdf.out]).toEqual([1, '']);
  expect(pdf.err).toContain('[binary]');
  const junk = await chancery(['parse', '--conllu-in', file('junk.conllu', 'no\nwords\n')]);
  expect([junk.code, junk.out]).toEqual([1, '']);
  expect(await chancery(['parse'], '')).toMatchObject({ code: 0, out: '' });
}, 60_000);

test('the office-holders are asked at public addresses only', async () => {
  const { code, out, err } = await chancery([
    'knowledge',
    'refresh',
    '--country',
    'Laos',
    '--endpoint',
    'http://127.0.0.1:9/',
    '--quiet',
  ]);
  expect([code, out]).toEqual([1, '']);
  expect(err.trim()).toBe('chancery: http://127.0.0.1:9/: 127.0.0.1 is not a public address [refused-address]');
}, 60_000);

test('Ctrl-C during add ends it cleanly; the same command again adds the rest', async () => {
  const record = join(dir, 'interrupted');
  const lines = Array.from({ length: 300 }, (_, n) => JSON.stringify({ id: `n${n}`, text: `${SENTENCE}Round ${n}.` }));
  const path = file('many.jsonl', lines.join('\n'));
  const child = spawn(process.execPath, [MAIN, '--data', record, 'add', path, '--jobs', '1']);
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    err += chunk;
  });
  const code = await new Promise<number | null>((resolve) => {
    child.on('close', resolve);
    // As soon as the record is there, the adding has begun; three hundred stories take far longer than that.
    const begun = setInterval(() => {
      if (!existsSync(join(record, 'db'))) return;
      clearInterval(begun);
      child.kill('SIGINT');
    }, 50);
  });
  expect(err).toContain('interrupted');
  expect(code).toBe(1);
  const again = await chancery(['--data', record, 'add', path]);
  expect(again.code).toBe(0);
  expect(again.err).not.toContain('not closed properly');
  expect(JSON.parse((await chancery(['--data', record, 'stats', '--json'])).out)).toMatchObject({ documents: 300 });
}, 90_000);
