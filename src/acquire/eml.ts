/** E-mail (RFC 5322, MIME): newsletters and press releases. The subject is the title, the sender the publisher. */

import { ChanceryError } from '../core/index.ts';
import { givenDate } from './given-date.ts';
import { toPage } from './page.ts';
import type { Acquired, AcquireOptions } from './types.ts';

interface Part {
  readonly headers: ReadonlyMap<string, string>;
  /** One character a byte. */
  readonly body: string;
}

const MAX_DEPTH = 8;
const MAX_PARTS = 200;

/**
 * The document in a message: its HTML part, else its plain one. Attachments are left out.
 *
 * Throws ChanceryError 'empty' when no part holds text. The page's hash and the archived bytes are those of the whole message's
 * chosen part, so a message forwarded twice is one document.
 */
export function readMail(bytes: Uint8Array, options: AcquireOptions = {}): Acquired {
  const message = splitPart(Buffer.from(bytes).toString('latin1'));
  const leaves: Part[] = [];
  collectLeaves(message, 0, leaves);
  const readable = leaves.filter((part) => !/^\s*attachment/i.test(part.headers.get('content-disposition') ?? ''));
  const part =
    readable.find((leaf) => mimeOf(leaf) === 'text/html') ?? readable.find((leaf) => mimeOf(leaf) === 'text/plain');
  if (part === undefined) throw new ChanceryError('empty', 'the message has no text part');
  const content = decodeTransfer(part);
  const from = decodeWords(message.headers.get('from') ?? '');
  const page = toPage(content, {
    type: part.headers.get('content-type') ?? 'text/plain',
    kind: mimeOf(part) === 'text/html' ? 'html' : options.asPlain ? 'plain' : 'dump',
    published: givenDate(message.headers.get('date') ?? '') ?? options.published ?? null,
    publisher: /^\s*"?([^"<]+?)"?\s*</.exec(from)?.[1] ?? null,
    title: decodeWords(message.headers.get('subject') ?? '').trim() || null,
    maxBytes: options.maxBytes,
  });
  const name = options.name ?? 'message';
  return { kind: 'document', name, id: null, page, bytes: content, acquired: new Date().toISOString() };
}

function splitPart(text: string): Part {
  const gap = /\r?\n\r?\n/.exec(text);
  const head = gap === null ? text : text.slice(0, gap.index);
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    const name = line.slice(0, colon).toLowerCase();
    if (!headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return { headers, body: gap === null ? '' : text.slice(gap.index + gap[0].length) };
}

function collectLeaves(part: Part, depth: number, leaves: Part[]): void {
  if (leaves.length >= MAX_PARTS || depth > MAX_DEPTH) return;
  const type = part.headers.get('content-type') ?? 'text/plain';
  const boundary = /^multipart\/.*?boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;]{1,200}))/i.exec(type);
  if (boundary === null) {
    leaves.push(part);
    return;
  }
  const mark = `--${boundary[1] ?? boundary[2]}`;
  const pieces = `\n${part.body}`.split(`\n${mark}`);
  for (const piece of pieces.slice(1, MAX_PARTS)) {
    if (piece.startsWith('--')) break;
    collectLeaves(splitPart(piece.replace(/^[^\n]*\n/, '').replace(/\r$/, '')), depth + 1, leaves);
  }
}

function mimeOf(part: Part): string {
  return (part.headers.get('content-type') ?? 'text/plain').split(';', 1)[0]!.trim().toLowerCase();
}

function decodeTransfer(part: Part): Uint8Array {
  const encoding = (part.headers.get('content-transfer-encoding') ?? '').toLowerCase();
  if (encoding === 'base64') return Buffer.from(part.body, 'base64');
  if (encoding === 'quoted-printable') return Buffer.from(unquote(part.body.replace(/[ \t]*=\r?\n/g, '')), 'latin1');
  return Buffer.from(part.body, 'latin1');
}

const unquote = (text: string): string =>
  text.replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** "=?utf-8?B?…?=" and "=?iso-8859-1?Q?…?=" in headers (RFC 2047). */
function decodeWords(text: string): string {
  const joined = text.replace(/(\?=)\s+(=\?)/g, '$1$2');
  return joined.replace(
    /=\?([\w-]{1,40})\?([bq])\?([^?\s]{0,1000})\?=/gi,
    (whole, charset: string, how: string, data: string) => {
      const bytes =
        how.toLowerCase() === 'b'
          ? Buffer.from(data, 'base64')
          : Buffer.from(unquote(data.replaceAll('_', ' ')), 'latin1');
      try {
        return new TextDecoder(charset).decode(bytes);
      } catch {
        return whole;
      }
    },
  );
}
