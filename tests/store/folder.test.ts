import { mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { makeFolder } from '../../src/store/folder.ts';

const dir = mkdtempSync(join(tmpdir(), 'chancery-folder-'));
afterAll(() => rmSync(dir, { recursive: true }));

const refused = (folder: string): Promise<void> =>
  expect(makeFolder(folder)).rejects.toMatchObject({ code: 'unreadable', message: expect.stringContaining(folder) });

test('a folder is made with all that is above it, and again without complaint', async () => {
  const deep = join(dir, 'a', 'b', 'c');
  await Promise.all([makeFolder(deep), makeFolder(deep)]);
  await makeFolder(deep);
  expect(statSync(deep).isDirectory()).toBe(true);
});

test('a link to a folder is as good as the folder', async () => {
  await makeFolder(join(dir, 'real'));
  symlinkSync(join(dir, 'real'), join(dir, 'link'));
  await makeFolder(join(dir, 'link', 'below'));
  expect(statSync(join(dir, 'real', 'below')).isDirectory()).toBe(true);
});

test('below a file, and in place of one, nothing is made: the error names the folder', async () => {
  writeFileSync(join(dir, 'file'), '');
  await refused(join(dir, 'file'));
  await refused(join(dir, 'file', 'below'));
});

test.runIf(process.platform === 'linux')(
  'where the system keeps its own folders it is an error, at once',
  async () => {
    await refused('/proc/no-such-folder/record');
  },
  5_000,
);
