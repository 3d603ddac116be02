/** Bytes to Page: decoded, hashed, capped, and told apart as markup, text dump or running text. Nothing is interpreted. */

import { createHash } from 'node:crypto';
import { ChanceryError, type Page, type PageKind } from '../core/index.ts';
import { decode, decodeText } from './decode.ts';
import { findBinary, looksLikeHtml } from './sniff.ts';

/** 5 MB: news pages are some 100 KB, and the longest in our samples stays under 3 MB. */
export const DEFAULT_MAX_BYTES = 5_000_000;

export interface PageHints {
  /** The caller's id; else it is made from the bytes and the URL. */
  readonly id?: string | undefined;
  readonly url?: string | null | undefined;
  /** MIME type or file ending, as far as something said so: "text/html; charset=gbk", ".txt". */
  readonly type?: string | undefined;
  /** Charset as the transport declares it; the bytes may prove it wrong. */
  readonly charset?: string | undefined;
  /** The bytes are the UTF-8 of a string, to be taken exactly as it was: nothing is sniffed, no byte-order mark taken off. */
  readonly text?: boolean | undefined;
  /** What the caller knows already. */
  readonly kind?: PageKind | undefined;
  /** Clean running text, no page furniture. */
  readonly asPlain?: boolean | undefined;
  readonly published?: string | null | undefined;
  readonly publisher?: string | null | undefined;
  readonly title?: string | null | undefined;
  /** Bytes beyond this are cut and the page is marked truncated. */
  readonly maxBytes?: number | undefined;
  /** The bytes were already cut before they came here. */
  readonly truncated?: boolean | undefined;
}

/** The bytes a page keeps: all, or the first `maxBytes`. What is archived and hashed. */
export function keptBytes(bytes: Uint8Array, maxBytes: number = DEFAULT_MAX_BYTES): Uint8Array {
  return bytes.length > maxBytes ? bytes.subarray(0, maxBytes) : bytes;
}

/**
 * Makes a Page of raw bytes.
 *
 * The hash is the SHA-256 of the bytes kept (`keptBytes`). Throws ChanceryError 'empty' when there is nothing but white space,
 * 'binary' when the bytes are no text, saying what they are; messages do not name the input.
 */
export function toPage(bytes: Uint8Array, hints: PageHints = {}): Page {
  const maxBytes = hints.maxBytes ?? DEFAULT_MAX_BYTES;
  const kept = keptBytes(bytes, maxBytes);
  const truncated = kept.length < bytes.length || hints.truncated === true;
  if (kept.length === 0) throw new ChanceryError('empty', 'the document is empty');
  const binary = hints.text ? null : findBinary(kept);
  if (binary !== null) throw new ChanceryError('binary', `not a text document (${binary})`);
  const decoded = hints.text
    ? decodeText(kept, truncated)
    : decode(kept, { charset: hints.charset ?? charsetOf(hints.type), truncated });
  if (decoded.text.trim() === '') throw new ChanceryError('empty', 'the document is empty');

  const hash = createHash('sha256').update(kept).digest('hex');
  const url = hints.url ?? null;
  return {
    hash,
    id: hints.id ?? deriveId(hash, url),
    kind: hints.kind ?? (hints.asPlain ? 'plain' : looksLikeHtml(decoded.text, hints.type) ? 'html' : 'dump'),
    content: decoded.text,
    url,
    given: { published: hints.published ?? null, publisher: hints.publisher ?? null, title: hints.title ?? null },
    charset: decoded.charset,
    lossy: decoded.lossy,
    truncated,
  };
}

/** 16 hex digits. The same bytes at two addresses are two documents, one a copy of the other. */
function deriveId(hash: string, url: string | null): string {
  if (url === null) return hash.slice(0, 16);
  return createHash('sha256').update(`${hash} ${url}`).digest('hex').slice(0, 16);
}

function charsetOf(type: string | undefined): string | undefined {
  return type === undefined ? undefined : /charset\s*=\s*"?([\w.:-]+)/i.exec(type)?.[1];
}
