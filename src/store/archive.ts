/**
 * The archive: everything acquired or decided, appended and never changed. The database can be lost; this cannot.
 *
 * Segments `000001.jsonl.gz` hold gzip members one after another, so `zcat` reads them. A member is one append: JSON lines,
 * written and fsynced before the append is acknowledged. Its gzip header carries its length and its number of pages, so a
 * reader hops over what it does not need, and a member cut short by a crash is known for one.
 */

import { type FileHandle, open, readdir, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ChanceryError } from '../core/index.ts';
import { makeFolder, syncFolder } from './folder.ts';
import { HEADER_BYTES, type MemberHeader, packMember, readHeader, unpackMember } from './member.ts';

/** Where a member begins. Ordered by segment, then offset. */
export interface Position {
  readonly segment: number;
  readonly offset: number;
}

/** One JSON line. `kind` decides the rest; unknown kinds are kept and passed over. */
export interface ArchiveRecord {
  readonly kind: string;
}

export interface Member {
  readonly position: Position;
  /** Where the next one begins. */
  readonly next: Position;
  readonly records: readonly ArchiveRecord[];
}

export interface Archive {
  /** Appends records as one member, on disk when it resolves. `pages` of them are pages. */
  append(records: readonly ArchiveRecord[], pages: number): Promise<Position>;
  /** All members from a position on, in order. */
  scan(from?: Position): AsyncGenerator<Member>;
  /** The member at a position. Rejects with 'record-damaged' when there is none. */
  read(position: Position): Promise<Member>;
  /** Where the next append goes. */
  readonly end: Position;
  readonly segments: number;
  /** Counted from member headers. */
  totals(): Promise<{ readonly bytes: number; readonly pages: number }>;
  close(): Promise<void>;
}

export interface ArchiveOptions {
  /** A segment that has grown beyond this is followed by a new one; 256 MB unless told. */
  readonly segmentBytes?: number;
  readonly notice?: ((line: string) => void) | undefined;
}

export const START: Position = { segment: 1, offset: 0 };

export const isBefore = (a: Position, b: Position): boolean =>
  a.segment < b.segment || (a.segment === b.segment && a.offset < b.offset);

const fileName = (segment: number): string => `${String(segment).padStart(6, '0')}.jsonl.gz`;

/**
 * Opens the archive in a folder, making it when absent.
 *
 * A torn last member, from a crash before its append was acknowledged, is cut off with a notice and kept beside the segment
 * as `.torn`. Damage before the end throws ChanceryError 'record-damaged': nothing is cut there.
 */
export async function openArchive(folder: string, options: ArchiveOptions = {}): Promise<Archive> {
  const segmentBytes = options.segmentBytes ?? 256_000_000;
  await makeFolder(folder);
  const segments = (await readdir(folder))
    .filter((name) => /^\d{6}\.jsonl\.gz$/.test(name))
    .map((name) => Number(name.slice(0, 6)))
    .sort((a, b) => a - b);
  for (const [i, segment] of segments.entries()) {
    if (segment !== i + 1) throw new ChanceryError('record-damaged', `archive segment ${fileName(i + 1)} is missing`);
  }
  let current = segments.length || 1;
  let offset = segments.length === 0 ? 0 : await cutTorn(folder, current, options.notice);
  let writer: FileHandle | null = null;
  let broken: unknown = null;

  const path = (segment: number): string => join(folder, fileName(segment));

  async function append(records: readonly ArchiveRecord[], pages: number): Promise<Position> {
    if (broken !== null)
      throw new ChanceryError('record-damaged', 'an earlier write to the archive failed', { cause: broken });
    const lines = records.map((record) => `${JSON.stringify(record)}\n`).join('');
    const member = await packMember(Buffer.from(lines, 'utf8'), pages);
    if (offset >= segmentBytes) {
      await writer?.close();
      writer = null;
      current++;
      offset = 0;
    }
    const isNew = offset === 0;
    writer ??= await open(path(current), isNew ? 'w' : 'r+');
    try {
      for (let done = 0; done < member.length; ) {
        done += (await writer.write(member, done, member.length - done, offset + done)).bytesWritten;
      }
      await writer.sync();
      if (isNew) await syncFolder(folder);
    } catch (error) {
      // Half a member must not stay under the next one.
      await writer.truncate(offset).catch(() => {
        broken = error;
      });
      throw error;
    }
    const position = { segment: current, offset };
    offset += member.length;
    return position;
  }

  async function* walk(
    from: Position,
    whole: boolean,
  ): AsyncGenerator<{ position: Position; header: MemberHeader; bytes: Buffer }> {
    for (let segment = from.segment; segment <= current; segment++) {
      const limit = segment === current ? offset : await sizeOf(path(segment));
      let at = segment === from.segment ? from.offset : 0;
      if (limit === 0) continue;
      const file = await open(path(segment), 'r');
      try {
        while (at < limit) {
          const header = await headerAt(file, at);
          if (header === null || at + header.length > limit) throw damagedAt(segment, at);
          const bytes = whole ? await readExactly(file, at, header.length) : Buffer.alloc(0);
          yield { position: { segment, offset: at }, header, bytes };
          at += header.length;
        }
      } finally {
        await file.close();
      }
    }
  }

  async function* scan(from: Position = START): AsyncGenerator<Member> {
    for await (const { position, header, bytes } of walk(from, true)) yield await toMember(position, header, bytes);
  }

  // Pages are asked for one after another, and many share a member.
  let recent: { readonly key: string; readonly member: Promise<Member> } | null = null;
  function read(position: Position): Promise<Member> {
    const key = `${position.segment}:${position.offset}`;
    if (recent?.key !== key) recent = { key, member: readMember(position) };
    return recent.member;
  }

  async function readMember(position: Position): Promise<Member> {
    for await (const { header, bytes } of walk(position, true)) return await toMember(position, header, bytes);
    throw damagedAt(position.segment, position.offset);
  }

  async function totals(): Promise<{ bytes: number; pages: number }> {
    let bytes = 0;
    let pages = 0;
    for await (const { header } of walk(START, false)) {
      bytes += header.length;
      pages += header.pages;
    }
    return { bytes, pages };
  }

  return {
    append,
    scan,
    read,
    totals,
    get end() {
      return { segment: current, offset };
    },
    get segments() {
      return offset === 0 ? current - 1 : current;
    },
    async close() {
      await writer?.close();
      writer = null;
    },
  };
}

async function toMember(position: Position, header: MemberHeader, bytes: Buffer): Promise<Member> {
  const payload = await unpackMember(bytes, header);
  if (payload === null) throw damagedAt(position.segment, position.offset);
  const records = payload
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ArchiveRecord);
  return { position, next: { segment: position.segment, offset: position.offset + header.length }, records };
}

/** Finds the end of the last whole member of a segment; what stands behind it is moved to a `.torn` file. Returns the end. */
async function cutTorn(folder: string, segment: number, notice: ((line: string) => void) | undefined): Promise<number> {
  const path = join(folder, fileName(segment));
  const size = await sizeOf(path);
  const file = await open(path, 'r');
  let good = 0;
  try {
    let last: { at: number; header: MemberHeader } | null = null;
    for (let at = 0; at < size; ) {
      const header = await headerAt(file, at);
      if (header === null || at + header.length > size) break;
      last = { at, header };
      at += header.length;
      good = at;
    }
    // Headers reach the disk apart from their bodies: the last member must also unpack.
    if (
      last !== null &&
      (await unpackMember(await readExactly(file, last.at, last.header.length), last.header)) === null
    ) {
      good = last.at;
    }
    if (good === size) return size;
    const rest = await readExactly(file, good, size - good);
    if (await hidesMember(rest)) throw damagedAt(segment, good);
    await writeFile(`${path}.${good}.torn`, rest);
  } finally {
    await file.close();
  }
  await truncate(path, good);
  const cut = await open(path, 'r+');
  await cut.sync();
  await cut.close();
  await syncFolder(folder);
  notice?.(`the archive ended in ${size - good} bytes of an unfinished write; they were set aside`);
  return good;
}

/** Whether whole members follow a broken place: then it is damage, not a torn end. */
async function hidesMember(rest: Buffer): Promise<boolean> {
  for (
    let at = rest.indexOf('\x1f\x8b\x08\x04', 1, 'latin1');
    at >= 0;
    at = rest.indexOf('\x1f\x8b\x08\x04', at + 1, 'latin1')
  ) {
    const header = readHeader(rest.subarray(at, at + HEADER_BYTES));
    if (header === null || at + header.length > rest.length) continue;
    if ((await unpackMember(rest.subarray(at, at + header.length), header)) !== null) return true;
  }
  return false;
}

async function headerAt(file: FileHandle, at: number): Promise<MemberHeader | null> {
  const buffer = Buffer.alloc(HEADER_BYTES);
  const { bytesRead } = await file.read(buffer, 0, HEADER_BYTES, at);
  return bytesRead < HEADER_BYTES ? null : readHeader(buffer);
}

async function readExactly(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  for (let done = 0; done < length; ) {
    const { bytesRead } = await file.read(buffer, done, length - done, at + done);
    if (bytesRead === 0) return buffer.subarray(0, done);
    done += bytesRead;
  }
  return buffer;
}

function damagedAt(segment: number, offset: number): ChanceryError {
  return new ChanceryError(
    'record-damaged',
    `archive segment ${fileName(segment)} is damaged at byte ${offset}; restore it from a copy`,
  );
}

async function sizeOf(path: string): Promise<number> {
  return (await stat(path)).size;
}
