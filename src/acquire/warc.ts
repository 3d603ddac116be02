/** Web archives (WARC 1.0 and 1.1, plain or gzipped): the answered text pages in them, one at a time. */

import { Readable } from 'node:stream';
import zlib from 'node:zlib';
import { ChanceryError } from '../core/index.ts';
import { readBody } from './body.ts';
import { DEFAULT_MAX_BYTES, toPage } from './page.ts';
import type { Acquired, AcquireOptions, Refused } from './types.ts';

type Headers = ReadonlyMap<string, string>;

const MAX_HEADER = 65_536;

/**
 * Yields the pages of a WARC stream in order: answers with status 2xx and a text type, and text resources.
 *
 * The page's time is the record's. Records that are no pages are passed over in silence; a page that cannot be read is its own
 * refusal. A file cut short gives what it holds and then one refusal. Holds one record at a time, up to twice `maxBytes`.
 */
export async function* readWarc(
  stream: AsyncIterable<Uint8Array>,
  options: AcquireOptions = {},
): AsyncGenerator<Acquired | Refused> {
  const maxBytes = options.maxBytes ?? DEFAULT_MAX_BYTES;
  const reader = new ByteReader(unzip(stream));
  let number = 0;
  for (;;) {
    const base = options.name ?? 'warc';
    let headers: Headers | null;
    let kept: Uint8Array;
    let whole: boolean;
    try {
      headers = await readHeaders(reader);
      if (headers === null) return;
      const length = Number(headers.get('content-length') ?? Number.NaN);
      if (!Number.isSafeInteger(length) || length < 0)
        throw new ChanceryError('bad-data', 'a record does not say its length');
      kept = await reader.take(Math.min(length, 2 * maxBytes));
      whole = kept.length === length;
      await reader.skip(length - kept.length);
    } catch (error) {
      yield { kind: 'refused', name: base, id: null, error: damaged(error) };
      return;
    }
    number++;
    const name = `${base}:${number}`;
    try {
      const found = await readPage(headers, kept, whole, maxBytes);
      if (found === null) continue;
      const page = toPage(found.bytes, {
        url: headers.get('warc-target-uri')?.replace(/^<|>$/g, '') ?? null,
        type: found.type,
        truncated: found.truncated,
        maxBytes,
      });
      const acquired = warcTime(headers.get('warc-date'));
      yield { kind: 'document', name, id: null, page, bytes: found.bytes.subarray(0, maxBytes), acquired };
    } catch (error) {
      yield { kind: 'refused', name, id: null, error: damaged(error) };
    }
  }
}

function damaged(error: unknown): ChanceryError {
  if (error instanceof ChanceryError) return error;
  return new ChanceryError('bad-data', `the web archive is damaged (${(error as Error).message})`, { cause: error });
}

async function readPage(
  headers: Headers,
  block: Uint8Array,
  whole: boolean,
  maxBytes: number,
): Promise<{ bytes: Uint8Array; type: string; truncated: boolean } | null> {
  const kind = headers.get('warc-type');
  if (kind === 'resource') {
    const type = headers.get('content-type') ?? '';
    return isText(type) ? { bytes: block, type, truncated: !whole } : null;
  }
  if (kind !== 'response' || !/^https?:/i.test(headers.get('warc-target-uri')?.replace(/^</, '') ?? '')) return null;
  const gap = Buffer.from(block.buffer, block.byteOffset, Math.min(block.length, MAX_HEADER)).indexOf('\r\n\r\n');
  if (gap < 0) return null;
  const lines = Buffer.from(block.subarray(0, gap)).toString('latin1').split('\r\n');
  if (!/^HTTP\/\d(?:\.\d)? 2\d\d/.test(lines[0] ?? '') || / 204/.test(lines[0]!)) return null;
  const http = parseHeaders(lines.slice(1));
  const type = http.get('content-type') ?? '';
  if (!isText(type)) return null;
  let body = block.subarray(gap + 4);
  if (/chunked/i.test(http.get('transfer-encoding') ?? '')) body = dechunk(body);
  const unpacked = await readBody(Readable.from([body]), http.get('content-encoding'), maxBytes);
  return { bytes: unpacked.bytes, type, truncated: unpacked.truncated || !whole };
}

const isText = (type: string): boolean => /^\s*(?:text\/(?:html|plain)|application\/xhtml\+xml)/i.test(type);

/** Some archives keep the header of a body they have already joined: then it is taken as it is. */
function dechunk(body: Uint8Array): Uint8Array {
  const buffer = Buffer.from(body.buffer, body.byteOffset, body.length);
  const parts: Uint8Array[] = [];
  let at = 0;
  while (at < buffer.length) {
    const end = buffer.indexOf('\r\n', at);
    const size = end < 0 || end - at > 40 ? Number.NaN : Number.parseInt(buffer.toString('latin1', at, end), 16);
    if (Number.isNaN(size)) return parts.length === 0 ? body : Buffer.concat(parts);
    if (size === 0) break;
    parts.push(buffer.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
  return Buffer.concat(parts);
}

function warcTime(value: string | undefined): string {
  const time = Date.parse(value ?? '');
  return new Date(Number.isNaN(time) ? Date.now() : time).toISOString();
}

async function readHeaders(reader: ByteReader): Promise<Headers | null> {
  let line = await reader.line(MAX_HEADER);
  while (line === '') line = await reader.line(MAX_HEADER);
  if (line === null) return null;
  if (!/^WARC\/\d/.test(line))
    throw new ChanceryError('bad-data', 'not a web archive (no WARC record where one should begin)');
  const lines: string[] = [];
  let size = 0;
  for (line = await reader.line(MAX_HEADER); line; line = await reader.line(MAX_HEADER)) {
    size += line.length;
    if (size > MAX_HEADER) throw new ChanceryError('bad-data', 'a record header is too large');
    lines.push(line);
  }
  return parseHeaders(lines);
}

function parseHeaders(lines: readonly string[]): Headers {
  const headers = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return headers;
}

async function* unzip(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = stream[Symbol.asyncIterator]();
  const first = await source.next();
  if (first.done) return;
  const all = async function* (): AsyncGenerator<Uint8Array> {
    yield first.value;
    for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
  };
  if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) yield* all();
  else {
    const input = Readable.from(all());
    // Members one after another, as WARC packs its records, are unpacked as one stream.
    const output = zlib.createGunzip();
    input.on('error', (error) => output.destroy(error));
    yield* input.pipe(output) as AsyncIterable<Uint8Array>;
  }
}

/** Reads lines and counted bytes from a stream of chunks. */
class ByteReader {
  readonly #source: AsyncIterator<Uint8Array>;
  #chunk: Uint8Array = new Uint8Array(0);
  #at = 0;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  async #more(): Promise<boolean> {
    while (this.#at >= this.#chunk.length) {
      const next = await this.#source.next();
      if (next.done) return false;
      this.#chunk = next.value;
      this.#at = 0;
    }
    return true;
  }

  /** Without its line break; null at the end. Longer lines than `limit` are an error. */
  async line(limit: number): Promise<string | null> {
    let text = '';
    while (await this.#more()) {
      const newline = this.#chunk.indexOf(10, this.#at);
      const end = newline < 0 ? this.#chunk.length : newline;
      text += Buffer.from(this.#chunk.subarray(this.#at, end)).toString('latin1');
      this.#at = newline < 0 ? end : newline + 1;
      if (text.length > limit) throw new ChanceryError('bad-data', 'a header line is too long');
      if (newline >= 0) return text.endsWith('\r') ? text.slice(0, -1) : text;
    }
    return text === '' ? null : text;
  }

  async take(size: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    let left = size;
    while (left > 0) {
      if (!(await this.#more())) throw new ChanceryError('bad-data', 'the web archive ends within a record');
      const part = this.#chunk.subarray(this.#at, this.#at + left);
      parts.push(part);
      this.#at += part.length;
      left -= part.length;
    }
    return Buffer.concat(parts);
  }

  async skip(size: number): Promise<void> {
    let left = size;
    while (left > 0) {
      if (!(await this.#more())) throw new ChanceryError('bad-data', 'the web archive ends within a record');
      const step = Math.min(left, this.#chunk.length - this.#at);
      this.#at += step;
      left -= step;
    }
  }
}
