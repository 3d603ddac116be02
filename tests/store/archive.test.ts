import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { describeError } from '../../src/core/index.ts';
import { type Archive, type ArchiveOptions, openArchive, START } from '../../src/store/archive.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chancery-archive-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Note {
  readonly kind: 'note';
  readonly text: string;
}
const note = (text: string): Note => ({ kind: 'note', text });
const segment = (n = 1): string => join(folder, `${String(n).padStart(6, '0')}.jsonl.gz`);

/** Writes each text as a member of its own. */
async function write(texts: readonly string[], options?: ArchiveOptions): Promise<void> {
  const archive = await openArchive(folder, options);
  for (const text of texts) await archive.append([note(text)], 1);
  await archive.close();
}
async function texts(archive: Archive): Promise<string[]> {
  const found: string[] = [];
  for await (const member of archive.scan()) found.push(...member.records.map((record) => (record as Note).text));
  return found;
}
async function reopen(): Promise<{ found: string[]; notices: string[] }> {
  const notices: string[] = [];
  const archive = await openArchive(folder, { notice: (line) => notices.push(line) });
  const found = await texts(archive);
  await archive.close();
  return { found, notices };
}
const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'opened',
    (error: unknown) => `${describeError(error).code}: ${describeError(error).message}`,
  );

describe('what is appended', () => {
  test('comes back in order', async () => {
    await write(['one', 'two']);
    await write(['three']);
    expect(await reopen()).toEqual({ found: ['one', 'two', 'three'], notices: [] });
  });
  test('whatever it says', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), { maxLength: 5 }),
        async (batches) => {
          const archive = await openArchive(join(folder, String(Math.random())));
          for (const batch of batches) await archive.append(batch.map(note), batch.length);
          expect(await texts(archive)).toEqual(batches.flat());
          expect((await archive.totals()).pages).toBe(batches.flat().length);
          await archive.close();
        },
      ),
      { numRuns: 25 },
    );
  });
  test('can be read by zcat', async () => {
    await write(['one', 'two']);
    const lines = execFileSync('gzip', ['-dc', segment()], { encoding: 'utf8' });
    expect(lines).toBe('{"kind":"note","text":"one"}\n{"kind":"note","text":"two"}\n');
  });
  test('goes on in a new segment once one is full', async () => {
    await write(['one', 'two', 'three'], { segmentBytes: 60 });
    expect(readdirSync(folder)).toEqual(['000001.jsonl.gz', '000002.jsonl.gz', '000003.jsonl.gz']);
    expect(await reopen()).toEqual({ found: ['one', 'two', 'three'], notices: [] });
  });
  test('is found at its position', async () => {
    const archive = await openArchive(folder, { segmentBytes: 60 });
    await archive.append([note('one')], 1);
    const at = await archive.append([note('two')], 1);
    expect((await archive.read(at)).records).toEqual([note('two')]);
    expect((await archive.read(START)).records).toEqual([note('one')]);
    await archive.close();
  });
  test('the same records make the same bytes', async () => {
    await write(['one']);
    const first = readFileSync(segment());
    rmSync(segment());
    await write(['one']);
    expect(readFileSync(segment()).equals(first)).toBe(true);
  });
});

describe('a torn end', () => {
  test('cut at any byte loses nothing before it', async () => {
    await write(['one', 'two']);
    const whole = readFileSync(segment());
    await write(['three']);
    const all = readFileSync(segment());
    for (let length = whole.length; length < all.length; length++) {
      for (const name of readdirSync(folder)) rmSync(join(folder, name));
      writeFileSync(segment(), all.subarray(0, length));
      const { found, notices } = await reopen();
      expect([length, found]).toEqual([length, ['one', 'two']]);
      expect(notices.length).toBe(length === whole.length ? 0 : 1);
      expect(readFileSync(segment()).equals(whole)).toBe(true);
    }
  });
  test('is told and set aside', async () => {
    await write(['one', 'two']);
    truncateSync(segment(), readFileSync(segment()).length - 3);
    const { notices } = await reopen();
    expect(notices[0]).toMatch(/^the archive ended in \d+ bytes of an unfinished write; they were set aside$/);
    expect(readdirSync(folder)).toHaveLength(2);
  });
  test('zeros, as some file systems leave them, are cut', async () => {
    await write(['one']);
    appendFileSync(segment(), Buffer.alloc(4096));
    expect((await reopen()).found).toEqual(['one']);
  });
  test('a last member whose body did not reach the disk is cut', async () => {
    await write(['one', 'two']);
    const bytes = readFileSync(segment());
    bytes.fill(0, bytes.length - 20);
    writeFileSync(segment(), bytes);
    expect((await reopen()).found).toEqual(['one']);
  });
  test('what is written afterwards stands behind the cut', async () => {
    await write(['one', 'two']);
    truncateSync(segment(), readFileSync(segment()).length - 3);
    await write(['three']);
    expect((await reopen()).found).toEqual(['one', 'three']);
  });
  test('an empty last segment is begun', async () => {
    await write(['one']);
    writeFileSync(segment(2), '');
    await write(['two']);
    expect((await reopen()).found).toEqual(['one', 'two']);
  });
});

describe('damage before the end', () => {
  test('in a header: nothing is cut', async () => {
    await write(['one', 'two', 'three']);
    const bytes = readFileSync(segment());
    bytes[bytes.indexOf('\x1f\x8b', 5, 'latin1')] = 0;
    writeFileSync(segment(), bytes);
    expect(await refusal(reopen())).toMatch(
      /^record-damaged: archive segment 000001\.jsonl\.gz is damaged at byte \d+; restore it from a copy$/,
    );
    expect(readFileSync(segment()).equals(bytes)).toBe(true);
  });
  test('in a body: reading it says so', async () => {
    await write(['one', 'two']);
    const bytes = readFileSync(segment());
    bytes[30]! ^= 0xff;
    writeFileSync(segment(), bytes);
    expect(await refusal(reopen())).toMatch(/^record-damaged: /);
  });
  test('a missing segment', async () => {
    await write(['one', 'two', 'three'], { segmentBytes: 60 });
    rmSync(segment(2));
    expect(await refusal(reopen())).toBe('record-damaged: archive segment 000002.jsonl.gz is missing');
  });
});
