/** What a server does by itself and an embedded database does not: gathers statistics, and empties the write-ahead log. */

import type { Engine } from './engine.ts';

// A first look early, then each time the record has grown by half. Without statistics a search reads every document.
const FIRST = 200;
const GROWTH = 1.5;

// PGlite has no process that makes checkpoints: left alone, a million events leave 5 GB of log.
const LOG_BYTES = 64_000_000;

export interface Tidier {
  /** Counts documents that came in, and tidies up when there is enough to do. */
  grown(documents: number): Promise<void>;
}

export async function createTidier(engine: Engine): Promise<Tidier> {
  // -1 in a table that was never looked at.
  const [row] = await engine.query<{ known: number }>(
    `select reltuples::int as known from pg_class where oid = 'documents'::regclass`,
  );
  let last = Math.max(0, row?.known ?? 0);
  let now = last;
  return {
    async grown(documents) {
      now += documents;
      if (now >= Math.max(FIRST, last * GROWTH)) {
        last = now;
        await engine.script('analyze');
      }
      await shortenLog(engine);
    },
  };
}

/** Makes a checkpoint when the log has grown since the last one; on a server that is its own business. */
export async function shortenLog(engine: Engine): Promise<void> {
  if (engine.name !== 'pglite') return;
  const [log] = await engine.query<{ bytes: number }>(
    'select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), redo_lsn)::float8 as bytes from pg_control_checkpoint()',
  );
  if (log !== undefined && log.bytes > LOG_BYTES) await engine.script('checkpoint');
}
