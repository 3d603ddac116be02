/** Records for tests, on either engine. Starting an engine takes a second, so one serves all records of a file in turn. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '../../src/store/engine.ts';
import { dropAll } from '../../src/store/migrate.ts';
import { openOver } from '../../src/store/open.ts';
import { openPglite } from '../../src/store/pglite.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import type { Record } from '../../src/store/record-api.ts';
import { hasPostgres, startPostgres } from './postgres.ts';

export interface Bench {
  /** An empty record; with `dir`, the record there again. The record opened before is closed first. */
  open(dir?: string, notice?: (line: string) => void): Promise<{ record: Record; dir: string }>;
  close(): Promise<void>;
}

/** The engines that can run here, for `describe.each`. */
export function engines(): (readonly [name: string, start: () => Promise<Bench>])[] {
  return [['pglite', pgliteBench], ...(hasPostgres() ? [['postgres', postgresBench] as const] : [])];
}

export async function pgliteBench(): Promise<Bench> {
  const root = mkdtempSync(join(tmpdir(), 'chancery-record-'));
  return benchOver(root, await openPglite(join(root, 'db')), () => undefined);
}

export async function postgresBench(): Promise<Bench> {
  const root = mkdtempSync(join(tmpdir(), 'chancery-record-'));
  const cluster = await startPostgres();
  return benchOver(root, await openPostgres(cluster.url), () => cluster.stop());
}

function benchOver(root: string, engine: Engine, stop: () => void): Bench {
  let last: Record | null = null;
  let count = 0;
  return {
    async open(dir, notice) {
      await last?.close();
      if (dir === undefined) await dropAll(engine);
      const folder = dir ?? join(root, String(++count));
      const lent: Engine = { ...engine, close: async () => undefined };
      last = await openOver({ dir: folder, notice }, async () => lent);
      return { record: last, dir: folder };
    },
    async close() {
      await last?.close();
      await engine.close();
      stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
