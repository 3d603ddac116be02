/** What the archive's records look like, and how pages become records and pages again. */

import { createHash } from 'node:crypto';
import { toPage } from '../acquire/index.ts';
import type { Page } from '../core/index.ts';
import type { ArchiveRecord } from './archive.ts';
import type { Decision, Register } from './record-api.ts';

/** The first record of every archive: which one this is. */
export interface BirthRecord extends ArchiveRecord {
  readonly kind: 'archive';
  readonly id: string;
  readonly created: string;
}

/** A page as acquired. `text` or `base64` hold its bytes; neither when an earlier record with this hash does. */
export interface PageRecord extends ArchiveRecord {
  readonly kind: 'page';
  readonly version: string;
  readonly id: string;
  readonly hash: string;
  readonly page: Page['kind'];
  readonly url: string | null;
  readonly given: Page['given'];
  readonly charset: string;
  readonly truncated: boolean;
  readonly acquired: string;
  /** The page's content is these bytes as UTF-8, unit for unit. */
  readonly exact: boolean;
  readonly text?: string;
  readonly base64?: string;
}

export interface DecisionRecord extends ArchiveRecord {
  readonly kind: 'decision';
  readonly id: string;
  readonly at: string;
  readonly decision: Decision;
}

export interface RegisterRecord extends ArchiveRecord {
  readonly kind: 'register';
  readonly register: Register;
}

/**
 * Names what was acquired: the same bytes under the same id with the same metadata are the same version, whenever they come.
 * 20 hex digits.
 */
export function versionOf(page: Page): string {
  const { published, publisher, title } = page.given;
  return createHash('sha256')
    .update(JSON.stringify([page.id, page.hash, page.kind, page.url, published, publisher, title]))
    .digest('hex')
    .slice(0, 20);
}

/** `bytes` are always given; `withBytes` says whether the record carries them. */
export function pageRecord(page: Page, bytes: Uint8Array, withBytes: boolean, acquired: string): PageRecord {
  const packed = packBytes(bytes);
  const record = {
    kind: 'page' as const,
    version: versionOf(page),
    id: page.id,
    hash: page.hash,
    page: page.kind,
    url: page.url,
    given: page.given,
    charset: page.charset,
    truncated: page.truncated,
    acquired,
    exact: 'text' in packed && packed.text === page.content,
  };
  return withBytes ? { ...record, ...packed } : record;
}

/** UTF-8 stays text, which packs better and can be read with `zcat`. */
function packBytes(bytes: Uint8Array): { text: string } | { base64: string } {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const text = buffer.toString('utf8');
  return Buffer.byteLength(text) === buffer.length && Buffer.from(text, 'utf8').equals(buffer)
    ? { text }
    : { base64: buffer.toString('base64') };
}

export function bytesOf(record: PageRecord): Uint8Array | null {
  if (record.text !== undefined) return Buffer.from(record.text, 'utf8');
  return record.base64 === undefined ? null : Buffer.from(record.base64, 'base64');
}

/** The page as it was when it was added. */
export function pageOf(record: PageRecord, bytes: Uint8Array): Page {
  return toPage(bytes, {
    id: record.id,
    url: record.url,
    kind: record.page,
    charset: record.charset,
    text: record.exact,
    truncated: record.truncated,
    maxBytes: Number.POSITIVE_INFINITY,
    ...record.given,
  });
}

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
