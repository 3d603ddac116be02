/** Opens a record: lock, archive, engine, migrations, and the archived tail the database has not seen. */

import { randomUUID } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ChanceryError } from '../core/index.ts';
import { type Archive, isBefore, openArchive, START } from './archive.ts';
import type { BirthRecord } from './archived.ts';
import type { Engine } from './engine.ts';
import { enterArchive, PROJECTION, startOver } from './enter.ts';
import { type Lock, takeLock } from './lock.ts';
import { migrate } from './migrate.ts';
import { openPglite } from './pglite.ts';
import { openPostgres } from './postgres.ts';
import { readInfo, readWatermark, writeInfo } from './project.ts';
import { recordOf } from './record.ts';
import type { OpenOptions, Record } from './record-api.ts';
import { createTidier } from './tidy.ts';

/**
 * Opens (and makes, when absent) the record in `dir`.
 *
 * Throws ChanceryError 'record-locked' when another process has it open, naming that process; 'record-damaged' when the archive
 * cannot be read or the database belongs to another one; 'unreadable' when the database cannot be reached.
 */
export function openRecord(options: OpenOptions): Promise<Record> {
  return openOver(options, (notice) => openEngine(options, notice));
}

/** As `openRecord`, over an engine the caller opens. */
export async function openOver(
  options: OpenOptions,
  start: (notice: (line: string) => void) => Promise<Engine>,
): Promise<Record> {
  const notice = options.notice ?? (() => undefined);
  const lock = await takeLock(options.dir);
  let archive: Archive | null = null;
  let engine: Engine | null = null;
  try {
    if (lock.tookOver) notice('the record was not closed properly the last time; checking it');
    archive = await openArchive(join(options.dir, 'archive'), { notice });
    const archiveId = await findArchiveId(archive);
    engine = await start(notice);
    await prepare(engine, archive, archiveId, lock, notice);
    const tidier = await createTidier(engine);
    return recordOf({ dir: options.dir, lock, archive, engine, archiveId, tidier, notice });
  } catch (error) {
    await engine?.close().catch(() => undefined);
    await archive?.close().catch(() => undefined);
    await lock.release();
    throw error;
  }
}

async function openEngine(options: OpenOptions, notice: (line: string) => void): Promise<Engine> {
  if (options.db !== undefined && options.db !== '') {
    if (!/^postgres(?:ql)?:\/\//.test(options.db)) {
      throw new ChanceryError('bad-argument', 'the database address does not begin with postgres://');
    }
    return await openPostgres(options.db);
  }
  const folder = join(options.dir, 'db');
  try {
    return await openPglite(folder);
  } catch (error) {
    // The embedded database syncs nothing to the disk: a power cut can ruin it. All it holds is in the archive.
    const aside = `${folder}.damaged-${Date.now()}`;
    await rename(folder, aside).catch(() => {
      throw error;
    });
    try {
      const engine = await openPglite(folder);
      notice(`the database could not be opened and is made again from the archive; the old one is in ${aside}`);
      return engine;
    } catch {
      // It was not the files: they go back.
      await rm(folder, { recursive: true, force: true });
      await rename(aside, folder);
      throw error;
    }
  }
}

/** The archive's first record says which it is; a new archive gets it here. */
async function findArchiveId(archive: Archive): Promise<string> {
  if (archive.end.offset === 0 && archive.end.segment === 1) {
    const birth: BirthRecord = { kind: 'archive', id: randomUUID(), created: new Date().toISOString() };
    await archive.append([birth], 0);
    return birth.id;
  }
  const first = (await archive.read(START)).records[0] as BirthRecord | undefined;
  if (first?.kind !== 'archive') throw new ChanceryError('record-damaged', 'the archive does not begin with its name');
  return first.id;
}

/** Migrates, and enters what the archive has and the database has not. */
async function prepare(
  engine: Engine,
  archive: Archive,
  archiveId: string,
  lock: Lock,
  notice: (line: string) => void,
): Promise<void> {
  if (!(await migrate(engine))) {
    notice('the database was made by another version; it is made again from the archive');
    await startOver(engine);
  }
  const known = await readInfo(engine, 'archive');
  if (known !== null && known !== archiveId) {
    throw new ChanceryError('record-damaged', 'the database was made from another archive than the one in this folder');
  }
  const watermark = (await readWatermark(engine)) ?? START;
  if (isBefore(archive.end, watermark)) {
    notice('the database knows more than the archive holds; it is made again from the archive');
    await startOver(engine);
    await enterArchive(engine, archive, START);
  } else {
    await enterArchive(engine, archive, watermark);
    if (lock.tookOver && !(await isComplete(engine, archive))) {
      notice('the database lacks records of the archive; they are entered again');
      await enterArchive(engine, archive, START);
    }
  }
  const projection = await readInfo(engine, 'projection');
  if (projection === null) await writeInfo(engine, 'projection', PROJECTION);
  else if (projection !== PROJECTION) notice('the database was made by another version; run "chancery rebuild"');
  const [waiting] = await engine.query<{ n: number }>('select count(*)::int as n from pages where not projected');
  if (waiting !== undefined && waiting.n > 0) notice(`${waiting.n} archived pages wait to be read`);
}

async function isComplete(engine: Engine, archive: Archive): Promise<boolean> {
  const { pages } = await archive.totals();
  const [row] = await engine.query<{ n: number }>('select count(*)::int as n from pages');
  return row?.n === pages;
}
