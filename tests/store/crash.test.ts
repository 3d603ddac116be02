import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeError } from '../../src/core/index.ts';
import { openRecord } from '../../src/store/index.ts';
import type { Record } from '../../src/store/record-api.ts';
import { entry, readingOf } from '../support/readings.ts';

const ADDER = fileURLToPath(new URL('../support/adder.ts', import.meta.url));

let dir = '';
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'chancery-crash-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** Runs the adder until it has acknowledged some batches, then kills it after a moment. Returns what it acknowledged last. */
async function addAndKill(from: number, batches: number, moment: number): Promise<number> {
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', ADDER, dir, String(from)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let acknowledged = from;
  let heard = '';
  child.stdout!.on('data', (chunk: Buffer) => {
    heard += chunk.toString();
    const lines = heard.split('\n').slice(0, -1);
    const last = lines.at(-1);
    if (last !== undefined && last !== 'open') acknowledged = Number(last);
    if (lines.length === batches + 1) setTimeout(() => child.kill('SIGKILL'), moment);
  });
  await new Promise((resolve) => child.on('exit', resolve));
  return acknowledged;
}

async function check(record: Record, acknowledged: number): Promise<number> {
  await record.catchUp(async (archived) => readingOf(archived.page));
  const { documents, events, archive } = await record.stats();
  // Nothing lost: all that was acknowledged, and perhaps the batch that was under way.
  expect(documents).toBeGreaterThanOrEqual(acknowledged);
  expect(documents).toBeLessThanOrEqual(acknowledged + 5);
  // Nothing doubled.
  expect([events, archive.pages]).toEqual([documents * 2, documents]);
  expect((await record.doctor({ deep: true })).filter(({ ok }) => !ok)).toEqual([]);
  return documents;
}

describe('a program killed while it adds', () => {
  test('ten times: nothing acknowledged is lost, nothing is doubled, and the record opens again', async () => {
    let acknowledged = 0;
    for (let run = 0; run < 10; run++) {
      // Each run begins with the last documents of the one before, which must be known or completed.
      const last = await addAndKill(Math.max(0, acknowledged - 5), 1 + (run % 4), (run * 7) % 23);
      acknowledged = Math.max(acknowledged, last);
    }
    const notices: string[] = [];
    const record = await openRecord({ dir, notice: (line) => notices.push(line) });
    expect(notices[0]).toBe('the record was not closed properly the last time; checking it');
    const documents = await check(record, acknowledged);
    expect(documents).toBeGreaterThan(50);
    // And adding all of it again adds nothing.
    const all = Array.from({ length: documents }, (_, n) =>
      entry({ id: `${n}`, events: ['USA meets VNM on 2021-08-06', 'USA calls VNM'] }),
    );
    expect(await record.add(all)).toEqual({ added: 0, known: documents, changed: 0 });
    await record.close();
  }, 600_000);

  test('a second program is refused while the first lives', async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', ADDER, dir, '0'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => child.stdout!.once('data', resolve));
    const message = await openRecord({ dir }).then(
      () => 'opened',
      (error: unknown) => describeError(error).message,
    );
    child.kill('SIGKILL');
    await new Promise((resolve) => child.on('exit', resolve));
    expect(message).toBe(`the record in ${dir} is open in process ${child.pid}; close it there first`);
  });

  test('a ruined database is made again from the archive', async () => {
    const { writeFileSync } = await import('node:fs');
    const first = await openRecord({ dir });
    await first.catchUp(async (archived) => readingOf(archived.page));
    const { documents } = await first.stats();
    await first.close();
    writeFileSync(join(dir, 'db/global/pg_control'), 'ruined');
    const notices: string[] = [];
    const record = await openRecord({ dir, notice: (line) => notices.push(line) });
    expect(notices[0]).toMatch(
      /^the database could not be opened and is made again from the archive; the old one is in /,
    );
    expect(await record.waiting()).toBe(documents);
    await record.catchUp(async (archived) => readingOf(archived.page));
    expect((await record.stats()).documents).toBe(documents);
    await record.close();
  });
});
