/** Everything that could be wrong with a record, looked at one by one. */

import { type Archive, START } from './archive.ts';
import { bytesOf, type PageRecord, sha256 } from './archived.ts';
import type { Engine } from './engine.ts';
import { PROJECTION } from './enter.ts';
import { readOwner } from './lock.ts';
import { loadMigrations } from './migrate.ts';
import { readInfo, readWatermark } from './project.ts';
import type { Check } from './record-api.ts';

interface Patient {
  readonly dir: string;
  readonly archive: Archive;
  readonly engine: Engine;
  readonly archiveId: string;
}

/** Runs all checks; a check that fails in itself is reported as one that found something. `deep` unpacks and hashes every page. */
export async function examine(patient: Patient, deep: boolean): Promise<Check[]> {
  const checks: readonly (readonly [string, (patient: Patient) => Promise<string | Problem>])[] = [
    ['lock', checkLock],
    ['archive', deep ? checkHashes : checkMembers],
    ['projection', checkProjection],
    ['findings', checkFindings],
    ['waiting', checkWaiting],
    ['versions', checkVersions],
  ];
  const results: Check[] = [];
  for (const [name, check] of checks) {
    try {
      const found = await check(patient);
      results.push(
        typeof found === 'string' ? { name, ok: true, detail: found } : { name, ok: false, detail: found.problem },
      );
    } catch (error) {
      results.push({ name, ok: false, detail: (error as Error).message });
    }
  }
  return results;
}

interface Problem {
  readonly problem: string;
}

async function checkLock({ dir }: Patient): Promise<string | Problem> {
  const owner = await readOwner(dir);
  if (owner?.pid === process.pid) return `held by this process (${owner.pid})`;
  return { problem: owner === null ? 'the lock file is gone' : `the lock names process ${owner.pid}, not this one` };
}

async function checkMembers({ archive }: Patient): Promise<string | Problem> {
  const { bytes, pages } = await archive.totals();
  return `${pages} pages in ${archive.segments} segments, ${bytes} bytes (hashes not compared)`;
}

async function checkHashes({ archive }: Patient): Promise<string | Problem> {
  const known = new Set<string>();
  let pages = 0;
  for await (const member of archive.scan(START)) {
    for (const record of member.records) {
      if (record.kind !== 'page') continue;
      const page = record as PageRecord;
      const bytes = bytesOf(page);
      pages++;
      if (bytes !== null && sha256(bytes) !== page.hash)
        return { problem: `page ${page.id} does not have the bytes its hash names` };
      if (bytes === null && !known.has(page.hash)) return { problem: `page ${page.id} has no bytes` };
      known.add(page.hash);
    }
  }
  return `${pages} pages, every hash right`;
}

async function checkProjection({ archive, engine, archiveId }: Patient): Promise<string | Problem> {
  const id = await readInfo(engine, 'archive');
  if (id !== archiveId) return { problem: 'the database was made from another archive' };
  const watermark = await readWatermark(engine);
  const { end } = archive;
  if (watermark === null || watermark.segment !== end.segment || watermark.offset !== end.offset) {
    return { problem: 'the database has not seen the whole archive; open the record again' };
  }
  const { pages } = await archive.totals();
  const [row] = await engine.query<{ pages: number; documents: number; missing: number }>(`
    select (select count(*)::int from pages) as pages, (select count(*)::int from documents) as documents,
      (select count(distinct p.id)::int from pages p where p.projected
        and not exists (select 1 from documents d where d.id = p.id)) as missing`);
  if (row?.pages !== pages)
    return { problem: `${pages} pages in the archive, ${row?.pages} in the database; run "chancery rebuild"` };
  if (row.missing > 0)
    return { problem: `${row.missing} pages count as read but have no document; run "chancery rebuild"` };
  return `${row.documents} documents from ${pages} pages`;
}

async function checkFindings({ engine }: Patient): Promise<string | Problem> {
  const [row] = await engine.query<{ said: string; found: string }>(`
    select concat_ws(' ', sum(events), sum(statements), sum(figures), sum(relations)) as said,
      concat_ws(' ', (select count(*) from events), (select count(*) from statements), (select count(*) from figures),
        (select count(*) from relations)) as found
    from documents`);
  const said = row?.said === '' ? '0 0 0 0' : row?.said;
  if (said === row?.found) return `${row?.found} events, statements, figures, relations, as their documents say`;
  return { problem: `documents say ${said} findings, the tables hold ${row?.found}; run "chancery rebuild"` };
}

async function checkWaiting({ engine }: Patient): Promise<string | Problem> {
  const [row] = await engine.query<{ n: number }>('select count(*)::int as n from pages where not projected');
  return row?.n === 0 ? 'every archived page is read' : { problem: `${row?.n} archived pages are not read yet` };
}

async function checkVersions({ engine }: Patient): Promise<string | Problem> {
  const projection = await readInfo(engine, 'projection');
  if (projection !== PROJECTION)
    return { problem: `made by projection ${projection}, this is ${PROJECTION}; run "chancery rebuild"` };
  const last = loadMigrations().at(-1)?.name ?? 'none';
  return `${engine.name} ${engine.version}, migration ${last}, projection ${PROJECTION}, Node ${process.versions.node}`;
}
