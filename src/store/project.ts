/** Projects archive records into the database. Everything here happens in the caller's transaction. */

import { type RecordedReading, reviewsOf } from '../record/index.ts';
import type { ArchiveRecord, Member, Position } from './archive.ts';
import type { BirthRecord, DecisionRecord, PageRecord, RegisterRecord } from './archived.ts';
import { findDocument } from './documents.ts';
import { insertRows, type Session } from './engine.ts';
import { FINDING_TABLES, findDecisions } from './review.ts';
import { type Provenance, READING_TABLES, type ReadingRows, readingRows } from './rows.ts';

/** How far the archive is known to the database; `null` in a new one. */
export async function readWatermark(session: Session): Promise<Position | null> {
  const value = await readInfo(session, 'watermark');
  if (value === null) return null;
  const [segment, offset] = value.split(':').map(Number) as [number, number];
  return { segment, offset };
}

export async function writeWatermark(session: Session, at: Position): Promise<void> {
  await writeInfo(session, 'watermark', `${at.segment}:${at.offset}`);
}

export async function readInfo(session: Session, key: string): Promise<string | null> {
  const [row] = await session.query<{ value: string }>('select value from record_info where key = $1', [key]);
  return row?.value ?? null;
}

export async function writeInfo(session: Session, key: string, value: string): Promise<void> {
  await session.query(
    'insert into record_info (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value',
    [key, value],
  );
}

const NONE: ReadonlySet<string> = new Set();

/**
 * Enters the records of a member, all but the readings of its pages. Entering one twice changes nothing.
 * Page versions in `projected` count as read: their readings are entered in the same transaction.
 */
export async function projectMember(
  session: Session,
  member: Member,
  projected: ReadonlySet<string> = NONE,
): Promise<void> {
  const pages = member.records.flatMap((record, line) =>
    record.kind === 'page' ? [pageRow(record as PageRecord, member.position, line, projected)] : [],
  );
  await insertRows(session, 'pages', pages);
  for (const record of member.records) await projectOther(session, record);
}

async function projectOther(session: Session, record: ArchiveRecord): Promise<void> {
  if (record.kind === 'archive') await writeInfo(session, 'archive', (record as BirthRecord).id);
  else if (record.kind === 'decision') {
    const { id, at, decision } = record as DecisionRecord;
    const { kind, by, about, why, body } = decision;
    await insertRows(session, 'decisions', [{ id, kind, by_whom: by, about, why, body: body ?? {}, at }]);
    await markStale(session, 'id', about);
    if (kind === 'override') await applyOverrides(session, about);
    if (kind === 'correction') await readAgainUnderReview(session, about);
  } else if (record.kind === 'register') {
    const { id, name, kind, entries, coverage } = (record as RegisterRecord).register;
    await session.query('delete from register_entries where register = $1', [id]);
    await session.query('delete from registers where id = $1', [id]);
    const rows = entries.map(({ from, to, ...entry }) => ({ register: id, ...entry, first_day: from, last_day: to }));
    const unique = new Set(rows.map((row) => row.id)).size;
    await insertRows(session, 'registers', [{ id, name, kind, entries: unique, coverage: coverage ?? [] }]);
    for (let at = 0; at < rows.length; at += 1000)
      await insertRows(session, 'register_entries', rows.slice(at, at + 1000));
    // Any meeting may now be confirmed, or no longer.
    await session.query(
      `insert into stale_blocks select distinct block from events where block like 'CONSULT %' on conflict do nothing`,
    );
  }
}

function pageRow(record: PageRecord, at: Position, line: number, projected: ReadonlySet<string>): object {
  return {
    version: record.version,
    id: record.id,
    hash: record.hash,
    kind: record.page,
    url: record.url,
    given: record.given,
    charset: record.charset,
    truncated: record.truncated,
    acquired: record.acquired,
    segment: at.segment,
    position: at.offset,
    line,
    has_bytes: record.text !== undefined || record.base64 !== undefined,
    projected: projected.has(record.version),
  };
}

/** A person's grade stands above the readers' own; the reading itself keeps theirs. */
async function applyOverrides(session: Session, documents: readonly string[]): Promise<void> {
  const changed = await session.query<{ id: string }>(
    `update documents d set grade = o.grade from (
       select distinct on (document) a.document, body->>'grade' as grade
       from decisions, json_array_elements_text(about) as a(document)
       where kind = 'override' and a.document = any($1::text[]) and body->>'grade' in ('usable', 'use-with-care', 'hold')
       order by a.document, at desc, id desc
     ) o where d.id = o.document and d.grade <> o.grade returning d.id`,
    [documents],
  );
  if (changed.length > 0)
    await markStale(
      session,
      'document',
      changed.map(({ id }) => id),
    );
}

/** Facts of the blocks these claims (`id`) or documents are in must be computed again. */
export async function markStale(session: Session, by: 'id' | 'document', values: readonly string[]): Promise<void> {
  await session.query(
    `insert into stale_blocks select distinct block from events where ${by} = any($1::text[]) on conflict do nothing`,
    [values],
  );
}

/** A page version whose reading is to be shown. */
export interface Readable {
  readonly version: string;
  readonly id: string;
  readonly hash: string;
  readonly reading: RecordedReading;
}

/**
 * Enters readings, replacing what their documents showed before. The pages must be entered already, in archive order, and at
 * most one version of each id among `readable`. Returns the ids that were there before.
 */
export async function projectReadings(session: Session, readable: readonly Readable[]): Promise<ReadonlySet<string>> {
  if (readable.length === 0) return new Set();
  const ids = readable.map(({ id }) => id);
  const seen = await session.query<{ id: string; first_seen: string }>(
    'select id, min(acquired) as first_seen from pages where id = any($1::text[]) group by id',
    [ids],
  );
  const firstSeen = new Map(seen.map((row) => [row.id, row.first_seen]));
  const before = await session.query<{ id: string }>('select id from documents where id = any($1::text[])', [ids]);
  if (before.length > 0)
    await removeDocuments(
      session,
      before.map(({ id }) => id),
    );

  const reviews = reviewsOf(await findDecisions(session, 'correction'));
  const all = readable.map(({ version, id, hash, reading }) =>
    readingRows(reading, { id, version, hash, firstSeen: firstSeen.get(id) ?? '' } satisfies Provenance, reviews),
  );
  for (const table of READING_TABLES) {
    await insertRows(
      session,
      table,
      all.flatMap((rows: ReadingRows) => rows[table]),
    );
  }
  await session.query('update pages set projected = true where not projected and version = any($1::text[])', [
    readable.map(({ version }) => version),
  ]);
  await applyOverrides(session, ids);
  await markStale(session, 'document', ids);
  return new Set(before.map(({ id }) => id));
}

/** The documents of these claims are entered once more, so that what was decided counts in every row. */
async function readAgainUnderReview(session: Session, claims: readonly string[]): Promise<void> {
  const documents = await session.query<{ id: string; version: string; hash: string }>(
    `select id, version, hash from documents where id in (${FINDING_TABLES.map(
      (table) => `select document from ${table} where id = any($1::text[])`,
    ).join(' union ')}) order by id`,
    [claims],
  );
  const readable: Readable[] = [];
  for (const { id, version, hash } of documents) {
    const stored = await findDocument(session, id);
    if (stored !== null) readable.push({ id, version, hash, reading: stored.reading });
  }
  await projectReadings(session, readable);
}

/** Pairs and parties have no index by event: their rows are named by what the event's own row leads to. */
async function removeDocuments(session: Session, ids: readonly string[]): Promise<void> {
  await markStale(session, 'document', ids);
  const events = await session.query<{ id: string; day: string }>(
    'select id, day::text as day from events where document = any($1::text[])',
    [ids],
  );
  if (events.length > 0) {
    const [names, days] = [events.map(({ id }) => id), events.map(({ day }) => day)];
    for (const table of ['event_parties', 'event_dyads']) {
      await session.query(`delete from ${table} where event = any($1::text[]) and day = any($2::text[]::date[])`, [
        names,
        days,
      ]);
    }
  }
  for (const table of [...FINDING_TABLES, 'document_entities']) {
    await session.query(`delete from ${table} where document = any($1::text[])`, [ids]);
  }
  await session.query('delete from documents where id = any($1::text[])', [ids]);
}
