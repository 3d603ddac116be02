/** How much is in the record. */

import type { Archive } from './archive.ts';
import type { Engine } from './engine.ts';
import type { Stats } from './record-api.ts';

export async function findStats(engine: Engine, archive: Archive): Promise<Stats> {
  const [row] = await engine.query<
    Omit<Stats, 'grades' | 'archive' | 'engine'> & { usable: number; care: number; hold: number }
  >(`
    select count(*)::int as documents, coalesce(sum(events), 0)::int as events, coalesce(sum(statements), 0)::int as statements,
      coalesce(sum(figures), 0)::int as figures, coalesce(sum(relations), 0)::int as relations,
      count(distinct publisher)::int as publishers, (select count(*)::int from entities) as entities,
      (min(day) filter (where day > '-infinity'))::text as "from", (max(day) filter (where day > '-infinity'))::text as "to",
      (count(*) filter (where grade = 'usable'))::int as usable, (count(*) filter (where grade = 'use-with-care'))::int as care,
      (count(*) filter (where grade = 'hold'))::int as hold
    from documents`);
  const { usable, care, hold, ...counts } = row!;
  const { bytes, pages } = await archive.totals();
  return {
    ...counts,
    grades: { usable, 'use-with-care': care, hold },
    archive: { segments: archive.segments, bytes, pages },
    engine: `${engine.name} ${engine.version}`,
  };
}
