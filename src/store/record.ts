/** The open record: every call of the facade, over one archive and one engine. */

import { ChanceryError, type Page } from '../core/index.ts';
import { findRestored } from './aligned.ts';
import { type Archive, START } from './archive.ts';
import {
  bytesOf,
  type DecisionRecord,
  type PageRecord,
  pageOf,
  pageRecord,
  type RegisterRecord,
  sha256,
  versionOf,
} from './archived.ts';
import { createGenealogist, findDescent } from './descent.ts';
import { examine } from './doctor.ts';
import { findDocuments, searchDocuments } from './documents.ts';
import { countMeetings, findUpcoming } from './encounters.ts';
import type { Engine, Session } from './engine.ts';
import { enterArchive, startOver } from './enter.ts';
import { countFacts, findFact, listFacts } from './fact-queries.ts';
import { refreshFacts } from './facts.ts';
import { findFigures, findRelationClaims, findStatements } from './finding-queries.ts';
import type { Lock } from './lock.ts';
import { findPeople } from './people.ts';
import { projectMember, projectReadings, type Readable, readWatermark, writeWatermark } from './project.ts';
import type { Added, ArchivedPage, Entry, ReadAgain, Rebuilt, Record } from './record-api.ts';
import { checkReview, decisionsAbout, findDecisions, findRegisterEntries, isSame } from './review.ts';
import { findStats } from './stats.ts';
import type { Tidier } from './tidy.ts';
import { countEvents, findEvent, findTimeline } from './timeline.ts';

export interface Opened {
  readonly dir: string;
  readonly lock: Lock;
  readonly archive: Archive;
  readonly engine: Engine;
  readonly archiveId: string;
  readonly tidier: Tidier;
  readonly notice: (line: string) => void;
}

// One archive member and one fsync for about so many bytes of pages, so that getting one page unpacks little.
const MEMBER_BYTES = 4_000_000;
const CATCH_UP = 50;

interface Location {
  readonly segment: number;
  readonly position: string;
  readonly line: number;
}

export function recordOf({ dir, lock, archive, engine, archiveId, tidier, notice }: Opened): Record {
  const genealogist = createGenealogist();
  let closed = false;
  let turn: Promise<unknown> = Promise.resolve();

  /** Writers take turns; readers do not wait for them. */
  function write<T>(work: () => Promise<T>): Promise<T> {
    const mine = turn.then(async () => {
      open();
      return await work();
    });
    turn = mine.catch(() => undefined);
    return mine;
  }
  function open(): void {
    if (closed) throw new ChanceryError('bad-argument', 'the record is closed');
  }
  async function read<T>(work: () => Promise<T>): Promise<T> {
    open();
    return await work();
  }

  /** Facts are computed when they are asked for, not with every batch. */
  async function freshFacts(): Promise<void> {
    const stale = await read(() => engine.query('select 1 as one from stale_blocks limit 1'));
    if (stale.length > 0) await write(() => refreshFacts(engine));
  }

  async function add(entries: readonly Entry[]): Promise<Added> {
    const totals = { added: 0, known: 0, changed: 0 };
    let batch: Entry[] = [];
    let size = 0;
    for (const entry of entries) {
      batch.push(entry);
      size += entry.bytes.length;
      if (size < MEMBER_BYTES) continue;
      await addBatch(batch, totals);
      batch = [];
      size = 0;
    }
    if (batch.length > 0) await addBatch(batch, totals);
    return totals;
  }

  async function addBatch(
    entries: readonly Entry[],
    totals: { added: number; known: number; changed: number },
  ): Promise<void> {
    const versions = new Map<string, Entry>();
    for (const entry of entries) {
      if (sha256(entry.bytes) !== entry.page.hash) {
        throw new ChanceryError(
          'bad-argument',
          `the bytes of document ${entry.page.id} are not those its page was made of`,
        );
      }
      const version = versionOf(entry.page);
      if (!versions.has(version)) versions.set(version, entry);
    }
    const known = await engine.query<{ version: string; projected: boolean }>(
      'select version, projected from pages where version = any($1::text[])',
      [[...versions.keys()]],
    );
    const state = new Map(known.map((row) => [row.version, row.projected]));
    const fresh = [...versions].filter(([version]) => !state.has(version));
    // Archived before a crash but never read: now they are.
    const unread = [...versions].filter(([version]) => state.get(version) === false);
    totals.known += entries.length - fresh.length - unread.length;
    if (fresh.length + unread.length === 0) return;

    if (behind) await enterRest();
    const records = await recordsOf(fresh);
    const position = records.length === 0 ? null : await archive.append(records, records.length);
    const before = await project(async (session) => {
      if (position !== null) {
        const versions = new Set(fresh.map(([version]) => version));
        await projectMember(session, { position, next: archive.end, records }, versions);
        await writeWatermark(session, archive.end);
      }
      const readable = await latestOf(session, [...unread, ...fresh]);
      const shown = await projectReadings(session, readable);
      await genealogist.entered(
        session,
        readable.map(({ id }) => id),
      );
      return shown;
    });
    await tidier.grown(fresh.length + unread.length);
    const ids = new Set([...fresh, ...unread].map(([, { page }]) => page.id));
    for (const id of ids) if (before.has(id)) totals.changed++;
    totals.added += [...ids].filter((id) => !before.has(id)).length;
    totals.known += fresh.length + unread.length - ids.size;
  }

  // The archive holds records that a failed transaction did not enter.
  let behind = false;

  /** A transaction after an append. When it fails, the archived pages are entered at least as waiting, so that none is passed over. */
  async function project<T>(work: (session: Session) => Promise<T>): Promise<T> {
    try {
      return await engine.transaction(work);
    } catch (error) {
      behind = true;
      await enterRest().catch((again: Error) =>
        notice(`the database refuses records of the archive: ${again.message}`),
      );
      throw error;
    }
  }

  async function enterRest(): Promise<void> {
    await enterArchive(engine, archive, (await readWatermark(engine)) ?? START);
    behind = false;
  }

  /** Bytes go into the archive once, however many documents have them. */
  async function recordsOf(fresh: readonly (readonly [string, Entry])[]): Promise<PageRecord[]> {
    const hashes = [...new Set(fresh.map(([, { page }]) => page.hash))];
    const rows = await engine.query<{ hash: string }>(
      'select distinct hash from pages where has_bytes and hash = any($1::text[])',
      [hashes],
    );
    const stored = new Set(rows.map((row) => row.hash));
    return fresh.map(([, { page, bytes, acquired }]) => {
      const withBytes = !stored.has(page.hash);
      stored.add(page.hash);
      return pageRecord(page, bytes, withBytes, acquired ?? new Date().toISOString());
    });
  }

  /** Of several versions of one document the last in the archive is shown; the earlier ones count as read. */
  async function latestOf(session: Session, entries: readonly (readonly [string, Entry])[]): Promise<Readable[]> {
    const ids = [...new Set(entries.map(([, { page }]) => page.id))];
    const rows = await session.query<{ version: string }>(
      `select distinct on (id) version from pages where id = any($1::text[])
       order by id, segment desc, position desc, line desc`,
      [ids],
    );
    const last = new Set(rows.map((row) => row.version));
    const passed = entries.map(([version]) => version).filter((version) => !last.has(version));
    await session.query('update pages set projected = true where not projected and version = any($1::text[])', [
      passed,
    ]);
    return entries
      .filter(([version]) => last.has(version))
      .map(([version, { page, reading }]) => ({ version, id: page.id, hash: page.hash, reading }));
  }

  async function has(pages: readonly Page[]): Promise<boolean[]> {
    const versions = pages.map(versionOf);
    const rows = await engine.query<{ version: string }>(
      'select version from pages where projected and version = any($1::text[])',
      [versions],
    );
    const known = new Set(rows.map((row) => row.version));
    return versions.map((version) => known.has(version));
  }

  async function archived(where: Location, version: string): Promise<ArchivedPage | null> {
    const member = await archive.read({ segment: where.segment, offset: Number(where.position) });
    const record = member.records.find((one) => (one as PageRecord).version === version) as PageRecord | undefined;
    return record === undefined ? null : await openPage(record);
  }

  async function openPage(record: PageRecord): Promise<ArchivedPage> {
    const bytes = bytesOf(record) ?? (await bytesElsewhere(record.hash));
    const { id, hash, page: kind, url, given, charset, acquired } = record;
    return { id, hash, bytes, kind, url, given, charset, acquired, page: pageOf(record, bytes) };
  }

  async function bytesElsewhere(hash: string): Promise<Uint8Array> {
    const [row] = await engine.query<Location>(
      'select segment, position::text as position, line from pages where hash = $1 and has_bytes order by segment, position, line limit 1',
      [hash],
    );
    const member = row && (await archive.read({ segment: row.segment, offset: Number(row.position) }));
    const bytes = member && bytesOf(member.records[row.line] as PageRecord);
    if (!bytes) throw new ChanceryError('record-damaged', `the archive has no bytes for hash ${hash}`);
    return bytes;
  }

  /** Reads waiting pages in archive order; of an id's versions only the last is read. */
  async function catchUp(readAgain: ReadAgain, progress?: (done: number, total: number) => void): Promise<Rebuilt> {
    const failed: string[] = [];
    let documents = 0;
    const [count] = await engine.query<{ n: number }>('select count(*)::int as n from pages where not projected');
    const total = count?.n ?? 0;
    let after: readonly [number, string, number] = [0, '0', -1];
    let done = 0;
    for (;;) {
      const rows = await engine.query<Location & { version: string; id: string; last: boolean }>(
        `select p.version, p.id, p.segment, p.position::text as position, p.line,
           not exists (select 1 from pages q where q.id = p.id and (q.segment, q.position, q.line) > (p.segment, p.position, p.line)) as last
         from pages p where not p.projected and (p.segment, p.position, p.line) > ($1::int, $2::bigint, $3::int)
         order by p.segment, p.position, p.line limit ${CATCH_UP}`,
        after,
      );
      const end = rows.at(-1);
      if (end === undefined) break;
      after = [end.segment, end.position, end.line];
      const readings = await Promise.all(rows.map((row) => readOne(row, readAgain)));
      const ready = readings.filter((readable) => readable !== null);
      for (const [i, row] of rows.entries()) if (row.last && readings[i] === null) failed.push(row.id);
      const passed = rows.filter((row) => !row.last).map((row) => row.version);
      await engine.transaction(async (session) => {
        await session.query('update pages set projected = true where version = any($1::text[])', [passed]);
        await projectReadings(session, ready);
        await genealogist.entered(
          session,
          ready.map(({ id }) => id),
        );
      });
      await tidier.grown(ready.length);
      documents += ready.length;
      done += rows.length;
      progress?.(done, total);
    }
    return { documents, failed };
  }

  async function readOne(
    row: Location & { version: string; id: string; last: boolean },
    readAgain: ReadAgain,
  ): Promise<Readable | null> {
    if (!row.last) return null;
    const page = await archived(row, row.version);
    const reading = page === null ? null : await readAgain(page);
    return page === null || reading === null ? null : { version: row.version, id: row.id, hash: page.hash, reading };
  }

  return {
    engine: engine.name,
    add: (entries) => write(() => add(entries)),
    has: (pages) => read(() => has(pages)),
    documents: (query = {}) => read(() => findDocuments(engine, query)),
    document: (id) => read(() => findRestored(engine, id)),
    descent: (id) => read(() => findDescent(engine, id)),
    timeline: (query = {}) => read(() => findTimeline(engine, query)),
    facts: async (query = {}) => {
      await freshFacts();
      return await read(() => listFacts(engine, query));
    },
    fact: async (id) => {
      await freshFacts();
      return await read(() => findFact(engine, id));
    },
    people: (query = {}) => read(() => findPeople(engine, query)),
    upcoming: async (query) => {
      await freshFacts();
      return await read(() => findUpcoming(engine, query));
    },
    meetings: async (query = {}) => {
      await freshFacts();
      return await read(() => countMeetings(engine, query));
    },
    histogram: (query = {}) => read(() => countEvents(engine, query)),
    factHistogram: async (query = {}) => {
      await freshFacts();
      return await read(() => countFacts(engine, query));
    },
    event: (id) => read(() => findEvent(engine, id)),
    statements: (query = {}) => read(() => findStatements(engine, query)),
    figures: (query = {}) => read(() => findFigures(engine, query)),
    relationClaims: (a, b) => read(() => findRelationClaims(engine, a, b)),
    search: (text, options = {}) => read(() => searchDocuments(engine, text, options)),
    stats: () => read(() => findStats(engine, archive)),
    doctor: (options = {}) => read(() => examine({ dir, archive, engine, archiveId }, options.deep === true)),
    waiting: () =>
      read(async () => {
        const [row] = await engine.query<{ n: number }>('select count(*)::int as n from pages where not projected');
        return row?.n ?? 0;
      }),
    catchUp: (readAgain) => write(() => catchUp(readAgain)),
    rebuild: (readAgain, progress) =>
      write(async () => {
        await startOver(engine);
        genealogist.forget();
        await enterArchive(engine, archive, START);
        return await catchUp(readAgain, progress);
      }),
    page: (id) =>
      read(async () => {
        const [row] = await engine.query<Location & { version: string }>(
          `select version, segment, position::text as position, line from pages where id = $1
           order by segment desc, position desc, line desc limit 1`,
          [id],
        );
        return row === undefined ? null : await archived(row, row.version);
      }),
    decide: (decision) =>
      write(async () => {
        if (decision.kind === 'correction') await checkReview(engine, decision);
        const before = await decisionsAbout(engine, decision);
        // Saying again what counts already adds nothing; saying it again after somebody said otherwise does.
        const last = before.at(-1);
        if (last !== undefined && isSame(last, decision)) return last.id;
        const id = sha256(JSON.stringify(before.length === 0 ? decision : [decision, before.length])).slice(0, 20);
        const record: DecisionRecord = { kind: 'decision', id, at: new Date().toISOString(), decision };
        await enter(record);
        return id;
      }),
    decisions: (kind) => read(() => findDecisions(engine, kind)),
    addRegister: (register) =>
      write(async () => {
        await enter({ kind: 'register', register } satisfies RegisterRecord);
        const [row] = await engine.query<{ entries: number }>('select entries from registers where id = $1', [
          register.id,
        ]);
        return row?.entries ?? 0;
      }),
    registerEntries: (query = {}) => read(() => findRegisterEntries(engine, query)),
    announce: (address) => read(() => lock.announce(address)),
    close: async () => {
      if (closed) return;
      await turn;
      closed = true;
      try {
        await engine.close();
        await archive.close();
      } catch (error) {
        notice(`closing the record failed: ${(error as Error).message}`);
      } finally {
        await lock.release();
      }
    },
  };

  async function enter(record: DecisionRecord | RegisterRecord): Promise<void> {
    if (behind) await enterRest();
    const position = await archive.append([record], 0);
    await project(async (session) => {
      await projectMember(session, { position, next: archive.end, records: [record] });
      await writeWatermark(session, archive.end);
    });
  }
}
