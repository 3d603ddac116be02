/** Keeps the planner informed: PGlite has no autovacuum, and without statistics a search reads every document. */

import type { Engine } from './engine.ts';

// A first look early, then each time the record has grown by half.
const FIRST = 200;
const GROWTH = 1.5;

export interface Tidier {
  /** Counts documents that came in, and gathers statistics when there are many more than at the last time. */
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
      if (now < Math.max(FIRST, last * GROWTH)) return;
      last = now;
      await engine.script('analyze');
    },
  };
}
