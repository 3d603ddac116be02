/** The file format of weights: a header that names typed sections, and a hash over everything after it. */

import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { ChanceryError } from '../core/index.ts';

// Little-endian. 0 magic, 4 version, 8 length of the JSON header, 12 zero, 16 SHA-256 of all bytes from 48 on,
// 48 JSON header, then sections at multiples of 16.
const MAGIC = 0x4d4e4843;
const VERSION = 1;
const HEADER_AT = 48;
const ALIGN = 16;

export type SectionType = 'i8' | 'u8' | 'i16' | 'u16' | 'i32' | 'u32' | 'f32';
export type Section = Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array | Float32Array;

const VIEWS = {
  i8: Int8Array,
  u8: Uint8Array,
  i16: Int16Array,
  u16: Uint16Array,
  i32: Int32Array,
  u32: Uint32Array,
  f32: Float32Array,
} as const;

type ViewOf<T extends SectionType> = InstanceType<(typeof VIEWS)[T]>;

interface SectionRow {
  readonly name: string;
  readonly type: SectionType;
  readonly offset: number;
  readonly length: number;
}

interface Header<M> {
  readonly id: string;
  readonly meta: M;
  readonly sections: readonly SectionRow[];
}

/** Opened weights. Views are over the shared bytes and must not be written to. */
export interface Container<M> {
  readonly id: string;
  readonly meta: M;
  readonly bytes: SharedArrayBuffer;
  /** Hex SHA-256 that the file states. */
  readonly hash: string;
  /** Throws ChanceryError `bad-data` when the file has no such section. */
  section<T extends SectionType>(name: string, type: T): ViewOf<T>;
}

/** Reads a file into memory that worker threads can share. Throws ChanceryError `model-missing`. */
export function readShared(path: string): SharedArrayBuffer {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (cause) {
    throw new ChanceryError('model-missing', `No model at ${path}. It is part of the package: install it again.`, {
      cause,
    });
  }
  try {
    const bytes = new SharedArrayBuffer(fstatSync(file).size);
    const view = new Uint8Array(bytes);
    for (let at = 0; at < view.length; ) {
      const got = readSync(file, view, at, view.length - at, at);
      if (got === 0) break;
      at += got;
    }
    return bytes;
  } finally {
    closeSync(file);
  }
}

const damaged = (what: string): ChanceryError =>
  new ChanceryError('bad-data', `The model file is damaged (${what}). Install the package again.`);

/**
 * Opens weights over their bytes. `trusted` skips the hash: for bytes that this process has checked once.
 *
 * Throws ChanceryError `bad-data` when magic, version, hash, alignment or bounds are wrong.
 */
export function openContainer<M>(bytes: SharedArrayBuffer, trusted = false): Container<M> {
  if (bytes.byteLength < HEADER_AT) throw damaged('too short');
  const view = new DataView(bytes as ArrayBufferLike as ArrayBuffer);
  if (view.getUint32(0, true) !== MAGIC) throw damaged('not a model');
  if (view.getUint32(4, true) !== VERSION) {
    throw new ChanceryError(
      'bad-data',
      `The model file has version ${view.getUint32(4, true)}, this reader knows ${VERSION}.`,
    );
  }
  const length = view.getUint32(8, true);
  if (HEADER_AT + length > bytes.byteLength) throw damaged('header cut off');
  const stated = Buffer.from(new Uint8Array(bytes, 16, 32)).toString('hex');
  if (!trusted) {
    const actual = createHash('sha256').update(new Uint8Array(bytes, HEADER_AT)).digest('hex');
    if (actual !== stated) throw damaged('hash differs');
  }
  const header = parseHeader<M>(Buffer.from(new Uint8Array(bytes, HEADER_AT, length)).toString('utf8'));
  const rows = new Map<string, SectionRow>();
  for (const row of header.sections) {
    const size = row.length * (VIEWS[row.type]?.BYTES_PER_ELEMENT ?? Number.NaN);
    if (!(row.offset % ALIGN === 0 && row.offset >= HEADER_AT + length && row.offset + size <= bytes.byteLength)) {
      throw damaged(`section ${row.name}`);
    }
    rows.set(row.name, row);
  }
  return {
    id: header.id,
    meta: header.meta,
    bytes,
    hash: stated,
    section: (name, type) => {
      const row = rows.get(name);
      if (row?.type !== type) throw damaged(`no section ${name}`);
      return new VIEWS[type](bytes as ArrayBufferLike as ArrayBuffer, row.offset, row.length) as ViewOf<typeof type>;
    },
  };
}

function parseHeader<M>(text: string): Header<M> {
  try {
    return JSON.parse(text) as Header<M>;
  } catch {
    throw damaged('header unreadable');
  }
}

const typeOf = (data: Section): SectionType => {
  for (const [type, View] of Object.entries(VIEWS)) if (data instanceof View) return type as SectionType;
  throw new TypeError('unknown section type');
};

/** The bytes of a model file. Used by the recipes in train/. */
export function packContainer(id: string, meta: unknown, sections: ReadonlyMap<string, Section>): Uint8Array {
  const rows = [...sections].map(([name, data]) => ({
    name,
    type: typeOf(data),
    offset: 0,
    length: data.length,
    data,
  }));
  const encode = () =>
    new TextEncoder().encode(JSON.stringify({ id, meta, sections: rows.map(({ data: _, ...row }) => row) }));
  const align = (n: number) => Math.ceil(n / ALIGN) * ALIGN;
  // Offsets are part of the header whose length they depend on: leave room, then pad the header with spaces.
  const room = align(HEADER_AT + encode().length + rows.length * 12) - HEADER_AT;
  let end = HEADER_AT + room;
  for (const row of rows) {
    row.offset = end;
    end = align(end + row.data.byteLength);
  }
  const out = new Uint8Array(end);
  out.fill(32, HEADER_AT, HEADER_AT + room);
  out.set(encode(), HEADER_AT);
  for (const { data, offset } of rows) out.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), offset);
  const view = new DataView(out.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, VERSION, true);
  view.setUint32(8, room, true);
  out.set(createHash('sha256').update(out.subarray(HEADER_AT)).digest(), 16);
  return out;
}
