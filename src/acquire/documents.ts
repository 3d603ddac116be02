/** Inputs opened: one document from a page, many from a stream of lines, rows or web records. */

import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { ChanceryError } from '../core/index.ts';
import { readRows } from './csv.ts';
import { decode } from './decode.ts';
import { readMail } from './eml.ts';
import { type FeedEntry, looksLikeFeed, readFeed } from './feeds.ts';
import type { Fetched } from './fetch.ts';
import type { Input } from './inputs.ts';
import { fromObject, readLines } from './lines.ts';
import { DEFAULT_MAX_BYTES, keptBytes, type PageHints, toPage } from './page.ts';
import type { Acquired, AcquireOptions, Refused, ToFetch } from './types.ts';
import { readWarc } from './warc.ts';

// A JSON file is parsed whole; larger collections belong in JSON Lines.
const JSON_MAX_BYTES = 64_000_000;

/**
 * All documents of an input, in order, fetching those that are only addresses.
 *
 * What is wrong with one document is its `refused` result; nothing is thrown on content. Streams hold one document at a time.
 */
export async function* readDocuments(input: Input, options: AcquireOptions = {}): AsyncGenerator<Acquired | Refused> {
  for await (const result of readUnfetched(input, options)) yield await fetchLine(result, options);
}

/** As `readDocuments`, but leaves addresses to be fetched by `fetchLine`, so that several can be under way at once. */
export async function* readUnfetched(
  input: Input,
  options: AcquireOptions = {},
): AsyncGenerator<Acquired | ToFetch | Refused> {
  const name = input.given === '-' ? 'standard input' : input.given;
  try {
    if (input.kind === 'failed') yield refuse(name, input.error);
    else if (input.kind === 'url') yield* readAddress(input.given, name, options);
    else yield* readStream(input, name, options);
  } catch (error) {
    yield refuse(name, error);
  }
}

/** An address of a page, or of a list of pages: feed, sitemap, OPML. Lists are opened at once, their pages left to be fetched. */
async function* readAddress(
  given: string,
  name: string,
  options: AcquireOptions,
): AsyncGenerator<Acquired | ToFetch | Refused> {
  if (!looksLikeFeed(given)) {
    yield { kind: 'fetch', name, id: null, url: given, hints: hintsOf(options) };
    return;
  }
  const { bytes, url, type, truncated, acquired } = await fetchGiven(given, options, LIST_MAX_BYTES);
  const entries = readFeed(decode(bytes, { truncated }).text, url);
  if (entries !== null) yield* readEntries(entries, options, new Set([given, url]), MOST_LISTS);
  else {
    const { maxBytes } = options;
    const page = toPage(bytes, { ...hintsOf(options), url, type, truncated });
    yield { kind: 'document', name, id: null, page, bytes: keptBytes(bytes, maxBytes), acquired };
  }
}

// A site may hold 50,000 sitemaps; so many lists below the one given are opened, each once.
const MOST_LISTS = 50;
/** A sitemap may have 50 MB; the newest entries of what is cut are still read. */
const LIST_MAX_BYTES = 50_000_000;

async function* readEntries(
  entries: readonly FeedEntry[],
  options: AcquireOptions,
  opened: Set<string>,
  left: number,
): AsyncGenerator<ToFetch | Refused> {
  const lists = entries.filter(({ list }) => list);
  for (const { url, title, published } of entries.filter(({ list }) => !list)) {
    const hints = { ...hintsOf(options), title, published: published ?? options.published ?? null };
    yield { kind: 'fetch', name: url, id: null, url, hints };
  }
  for (const { url } of lists) {
    if (opened.has(url) || opened.size > left) continue;
    opened.add(url);
    try {
      const { bytes, url: reached, truncated } = await fetchGiven(url, options, LIST_MAX_BYTES);
      const found = readFeed(decode(bytes, { truncated }).text, reached);
      if (found === null) throw new ChanceryError('no-documents', 'it is no feed and no sitemap');
      yield* readEntries(found, options, opened, left);
    } catch (error) {
      yield refuse(url, error);
    }
  }
}

async function fetchGiven(address: string, options: AcquireOptions, maxBytes: number): Promise<Fetched> {
  const { fetchPage } = await import('./fetch.ts');
  return await fetchPage(address, { ...options.fetch, maxBytes });
}

/** Fetches what still has to be fetched; gives back everything else as it is. Never rejects. */
export async function fetchLine(
  result: Acquired | ToFetch | Refused,
  options: AcquireOptions = {},
): Promise<Acquired | Refused> {
  if (result.kind !== 'fetch') return result;
  const { name, id, hints } = result;
  try {
    // The web client takes a tenth of a second to load, so it waits for the first address.
    const { fetchPage } = await import('./fetch.ts');
    const maxBytes = options.maxBytes ?? DEFAULT_MAX_BYTES;
    const { bytes, url, type, truncated, acquired } = await fetchPage(result.url, { maxBytes, ...options.fetch });
    const page = toPage(bytes, { ...hints, url, type, truncated, maxBytes });
    return { kind: 'document', name, id, page, bytes, acquired };
  } catch (error) {
    return { ...refuse(name, error), id };
  }
}

type Streamed = Extract<Input, { kind: 'file' | 'stdin' }>;

async function* readStream(
  input: Streamed,
  name: string,
  options: AcquireOptions,
): AsyncGenerator<Acquired | ToFetch | Refused> {
  const stream = input.kind === 'stdin' ? process.stdin : createReadStream(input.path);
  const named = { ...options, name };
  switch (input.format) {
    case 'jsonl':
      yield* readLines(stream, named);
      return;
    case 'csv':
      yield* readRows(stream, named);
      return;
    case 'warc':
      yield* readWarc(stream, named);
      return;
    case 'json': {
      const { bytes, truncated } = await collect(stream, JSON_MAX_BYTES);
      if (truncated)
        throw new ChanceryError('too-large', `the JSON is larger than ${JSON_MAX_BYTES} bytes; use JSON Lines`);
      yield* readJson(bytes, named);
      return;
    }
    case 'feed': {
      const { bytes, truncated } = await collect(stream, LIST_MAX_BYTES);
      const entries = readFeed(decode(bytes, { truncated }).text, null);
      if (entries === null) throw new ChanceryError('no-documents', 'the file is no feed, sitemap or OPML list');
      yield* readEntries(entries, options, new Set(), MOST_LISTS);
      return;
    }
    case 'eml':
    case 'text': {
      const maxBytes = options.maxBytes ?? DEFAULT_MAX_BYTES;
      const { bytes, truncated } =
        input.kind === 'file' ? await readHead(input.path, maxBytes) : await collect(stream, maxBytes);
      yield input.format === 'eml'
        ? readMail(bytes, named)
        : document(bytes, name, {
            ...hintsOf(options),
            truncated,
            type: input.kind === 'file' ? ending(input.path) : undefined,
          });
    }
  }
}

function document(bytes: Uint8Array, name: string, hints: PageHints): Acquired {
  const page = toPage(bytes, hints);
  return {
    kind: 'document',
    name,
    id: null,
    page,
    bytes: keptBytes(bytes, hints.maxBytes),
    acquired: new Date().toISOString(),
  };
}

function* readJson(bytes: Uint8Array, options: AcquireOptions): Generator<Acquired | ToFetch | Refused> {
  const name = options.name ?? 'json';
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8').decode(bytes));
  } catch {
    throw new ChanceryError('bad-json', 'the file is not JSON');
  }
  if (!Array.isArray(value)) yield fromObject(value, name, options);
  else for (const [i, item] of value.entries()) yield fromObject(item, `${name}:${i + 1}`, options);
}

/** The first `maxBytes` of a file; a small file is not read as a stream, which costs more than the reading. */
async function readHead(path: string, maxBytes: number): Promise<{ bytes: Uint8Array; truncated: boolean }> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const wanted = size > 0 ? Math.min(size, maxBytes) : maxBytes;
    const buffer = Buffer.alloc(wanted + 1);
    let filled = 0;
    while (filled < buffer.length) {
      const { bytesRead } = await file.read(buffer, filled, buffer.length - filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return { bytes: buffer.subarray(0, Math.min(filled, wanted)), truncated: filled > maxBytes || size > maxBytes };
  } finally {
    await file.close();
  }
}

async function collect(
  stream: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<{ bytes: Uint8Array; truncated: boolean }> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    parts.push(chunk);
    size += chunk.length;
    if (size > maxBytes) break;
  }
  return { bytes: keptBytes(Buffer.concat(parts), maxBytes), truncated: size > maxBytes };
}

function hintsOf(options: AcquireOptions): PageHints {
  return { asPlain: options.asPlain, published: options.published ?? null, maxBytes: options.maxBytes };
}

const ending = (path: string): string | undefined => /\.[a-z]+$/i.exec(path)?.[0];

function refuse(name: string, error: unknown): Refused {
  if (error instanceof ChanceryError) return { kind: 'refused', name, id: null, error };
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === undefined) return { kind: 'refused', name, id: null, error: new ChanceryError('internal', message) };
  const missing = code === 'ENOENT';
  const wrapped = new ChanceryError(
    missing ? 'not-found' : 'unreadable',
    missing ? 'no such file' : `cannot be read (${code})`,
  );
  return { kind: 'refused', name, id: null, error: wrapped };
}
