/** Bulk lines: JSON Lines of documents, one at a time however long the stream, every bad line answered by itself. */

import { createHash } from 'node:crypto';
import { ChanceryError } from '../core/index.ts';
import { givenDate } from './given-date.ts';
import { DEFAULT_MAX_BYTES, type PageHints, toPage } from './page.ts';
import type { Acquired, AcquireOptions, Refused, ToFetch } from './types.ts';

/** What a line can be; other fields are ignored. */
export interface BulkLine {
  readonly id?: unknown;
  readonly text?: unknown;
  readonly html?: unknown;
  readonly url?: unknown;
  readonly published?: unknown;
  readonly publisher?: unknown;
  readonly title?: unknown;
}

/** A document, one still to be fetched, or the reason there is none: exactly one for each line. */
export type LineResult = Acquired | ToFetch | Refused;

/**
 * Reads a JSON Lines stream. Yields one result a line, in order; the last line may lack its newline.
 *
 * Never throws on content. Holds one line at a time; a line longer than `maxLine` bytes is skipped as it streams by.
 */
export async function* readLines(
  stream: AsyncIterable<Uint8Array | string>,
  options: AcquireOptions = {},
): AsyncGenerator<LineResult> {
  const maxLine = options.maxLine ?? 4 * (options.maxBytes ?? DEFAULT_MAX_BYTES);
  let number = 0;
  for await (const bytes of splitLines(stream, maxLine)) {
    number++;
    const name = `${options.name ?? 'line'}:${number}`;
    if (bytes === null) {
      const error = new ChanceryError('too-large', `the line is longer than ${maxLine} bytes`);
      yield { kind: 'refused', name, id: null, error };
    } else yield readLine(bytes, name, options);
  }
}

/** The lines of a byte stream without their newlines; null stands for a line longer than `maxLine`. */
export async function* splitLines(
  stream: AsyncIterable<Uint8Array | string>,
  maxLine: number,
): AsyncGenerator<Uint8Array | null> {
  let parts: Uint8Array[] = [];
  let size = 0;
  let skipping = false;
  for await (const piece of stream) {
    const chunk = typeof piece === 'string' ? Buffer.from(piece) : piece;
    let from = 0;
    for (;;) {
      const newline = chunk.indexOf(10, from);
      const end = newline < 0 ? chunk.length : newline;
      size += end - from;
      if (size > maxLine) {
        skipping = true;
        parts = [];
      } else if (end > from) parts.push(chunk.subarray(from, end));
      if (newline < 0) break;
      yield skipping ? null : join(parts);
      parts = [];
      size = 0;
      skipping = false;
      from = newline + 1;
    }
  }
  if (size > 0) yield skipping ? null : join(parts);
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
}

function readLine(bytes: Uint8Array, name: string, options: AcquireOptions): LineResult {
  const text = new TextDecoder('utf-8').decode(bytes);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const error = new ChanceryError('bad-json', text.trim() === '' ? 'the line is empty' : 'the line is not JSON');
    return { kind: 'refused', name, id: looseId(text), error };
  }
  return fromObject(value, name, options);
}

/** One document object, as a line or an item of a JSON file has it. */
export function fromObject(value: unknown, name: string, options: AcquireOptions): LineResult {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return { kind: 'refused', name, id: null, error: new ChanceryError('bad-line', 'not a JSON object') };
  }
  const line = value as BulkLine;
  const id = (line.id ?? null) as unknown;
  try {
    const hints = lineHints(line, options);
    const isText = typeof line.text === 'string';
    const content = isText ? line.text : line.html;
    if (typeof content !== 'string') {
      if (hints.url) return { kind: 'fetch', name, id, url: hints.url, hints };
      throw new ChanceryError('bad-line', 'none of "text", "html", "url" is a string');
    }
    const bytes = Buffer.from(content.toWellFormed(), 'utf8');
    const kind = isText ? (options.asPlain ? 'plain' : 'dump') : 'html';
    const page = toPage(bytes, { ...hints, kind, text: true });
    const kept = page.truncated ? bytes.subarray(0, hints.maxBytes ?? DEFAULT_MAX_BYTES) : bytes;
    return { kind: 'document', name, id, page, bytes: kept, acquired: new Date().toISOString() };
  } catch (error) {
    if (error instanceof ChanceryError) return { kind: 'refused', name, id, error };
    throw error;
  }
}

function lineHints(line: BulkLine, options: AcquireOptions): PageHints {
  const url = optionalString(line.url, 'url');
  const published = optionalString(line.published, 'published');
  const day = published === null ? null : givenDate(published);
  if (published !== null && day === null) {
    throw new ChanceryError(
      'bad-line',
      `"published" is no date we can read: ${JSON.stringify(published.slice(0, 60))}`,
    );
  }
  return {
    id: pageId(line.id),
    url,
    published: day ?? options.published ?? null,
    publisher: optionalString(line.publisher, 'publisher'),
    title: optionalString(line.title, 'title'),
    maxBytes: options.maxBytes,
    asPlain: options.asPlain,
  };
}

function optionalString(value: unknown, field: string): string | null {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value !== 'string') throw new ChanceryError('bad-line', `"${field}" is not a string`);
  return value.toWellFormed();
}

/** Ids are echoed as they came; inside, they are strings. */
function pageId(id: unknown): string | undefined {
  if (id === undefined || id === null || id === '') return undefined;
  const text = typeof id === 'string' ? id.toWellFormed() : JSON.stringify(id);
  // Databases index ids; one longer than this is known by its hash.
  return text.length <= 200 ? text : createHash('sha256').update(text).digest('hex');
}

/** The id of a line that is not JSON, when it still shows one. */
function looseId(text: string): string | null {
  const found = /"id"\s*:\s*"((?:[^"\\]|\\.){1,200})"/.exec(text.slice(0, 2000))?.[1];
  if (found === undefined) return null;
  try {
    return JSON.parse(`"${found}"`) as string;
  } catch {
    return null;
  }
}
