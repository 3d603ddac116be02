import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { describeError } from '../../src/core/index.ts';
import { type Owner, readOwner, takeLock } from '../../src/store/lock.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'chancery-lock-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const owner = (change: Partial<Owner>): Owner => ({
  pid: process.pid,
  started: null,
  host: hostname(),
  since: '2024-01-01T00:00:00.000Z',
  address: null,
  ...change,
});
const leave = (content: string): void => writeFileSync(join(dir, 'lock'), content);
const take = (): Promise<string> =>
  takeLock(dir).then(
    ({ tookOver }) => (tookOver ? 'took over' : 'took'),
    (error: unknown) => describeError(error).message.replace(dir, '~'),
  );

describe('a lock', () => {
  test('is taken when free, and free when released', async () => {
    const lock = await takeLock(dir);
    expect((await readOwner(dir))?.pid).toBe(process.pid);
    await lock.release();
    expect(readdirSync(dir)).toEqual([]);
    expect(await take()).toBe('took');
  });
  test('is not taken twice', async () => {
    await takeLock(dir);
    expect(await take()).toBe(`the record in ~ is open in this process (${process.pid}); close it there first`);
  });
  test('of another living process is respected', async () => {
    const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 30000)']);
    leave(JSON.stringify(owner({ pid: child.pid! })));
    expect(await take()).toBe(`the record in ~ is open in process ${child.pid}; close it there first`);
    child.kill('SIGKILL');
    await new Promise((resolve) => child.on('exit', resolve));
    expect(await take()).toBe('took over');
  });
  test('says where its owner serves the record', async () => {
    const lock = await takeLock(dir);
    await lock.announce('http://127.0.0.1:8377');
    expect(await take()).toMatch(/, which serves it at http:\/\/127\.0\.0\.1:8377; /);
    await lock.release();
    expect(existsSync(join(dir, 'lock'))).toBe(false);
  });
  test('of a later process with the same id is stale', async () => {
    if (!existsSync('/proc/self/stat')) return expect(await take()).toBe('took');
    leave(JSON.stringify(owner({ started: 'another-boot/1' })));
    expect(await take()).toBe('took over');
  });
  test('of another machine cannot be judged', async () => {
    leave(JSON.stringify(owner({ host: 'elsewhere', pid: 1 })));
    expect(await take()).toBe('the record in ~ is open in process 1 on elsewhere; close it there first');
  });
  test('that cannot be read is respected while it is young', async () => {
    leave('{"pid":');
    expect(await take()).toBe('the record in ~ is open in another process; close it there first');
    utimesSync(join(dir, 'lock'), new Date(0), new Date(0));
    expect(await take()).toBe('took over');
  });
  test('left behind is taken over by one of many', async () => {
    leave(JSON.stringify(owner({ pid: 2 ** 22 + 1 })));
    const results = await Promise.all(Array.from({ length: 12 }, take));
    expect(results.filter((result) => result === 'took over')).toHaveLength(1);
    expect(readdirSync(dir)).toEqual(['lock']);
  });
  test('that was lost is not released for another', async () => {
    const lock = await takeLock(dir);
    leave(JSON.stringify(owner({ pid: process.pid, since: '2030-01-01T00:00:00.000Z' })));
    await lock.release();
    expect(existsSync(join(dir, 'lock'))).toBe(true);
  });
});
