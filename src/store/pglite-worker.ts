/** The thread that owns the embedded database: one request at a time, so that a long statement never blocks the rest of the program. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import type { Answer, Request } from './pglite.ts';

const port = parentPort!;

// A small write-ahead log: the archive is the truth, and the default of 1 GB would dwarf most records.
const CONFIG = ['max_wal_size=64MB', 'min_wal_size=32MB', 'checkpoint_timeout=60s'];

const { folder } = workerData as { folder: string };

// An empty database made at build time: unpacking it takes a second, making one takes four.
const EMPTY = new URL('./empty-db.tgz', import.meta.url);
const isNew = !existsSync(join(folder, 'PG_VERSION'));
const unpacked = isNew && existsSync(EMPTY) ? { loadDataDir: new Blob([readFileSync(EMPTY)]) } : {};

const db = await PGlite.create({
  dataDir: folder,
  ...unpacked,
  startParams: [...PGlite.defaultStartParams, ...CONFIG.flatMap((setting) => ['-c', setting])],
  parsers: {},
});

async function handle(request: Request): Promise<unknown> {
  switch (request.op) {
    case 'query':
      return (await db.query(request.sql, request.parameters as unknown[])).rows;
    case 'script':
      await db.exec(request.sql);
      return null;
    case 'close':
      await db.close();
      return null;
  }
}

let last: Promise<void> = Promise.resolve();
port.on('message', (request: Request) => {
  last = last.then(async () => {
    let answer: Answer;
    try {
      answer = { id: request.id, value: await handle(request) };
    } catch (error) {
      const { message, code } = error as Error & { code?: string };
      answer = { id: request.id, error: { message, code: code ?? null } };
    }
    port.postMessage(answer);
    if (request.op === 'close') port.close();
  });
});
port.postMessage({ id: 0, value: null } satisfies Answer);
