/** Charsets: what the bytes prove first, then what the page or the server declares. */

import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

export interface Decoded {
  readonly text: string;
  /** WHATWG name in lower case: "utf-8", "windows-1252", "gbk". */
  readonly charset: string;
  /** Some bytes are no character of the charset and became U+FFFD. */
  readonly lossy: boolean;
}

/**
 * Decodes text bytes. Never throws; a byte-order mark is taken off.
 *
 * Bytes that are valid UTF-8 are UTF-8, whatever a header says: other encodings practically never form valid multi-byte
 * sequences by chance, while wrong declarations are common.
 */
export function decode(bytes: Uint8Array, hints: { charset?: string | undefined; truncated?: boolean } = {}): Decoded {
  const wide = findUtf16(bytes);
  if (wide !== null) return withCharset(bytes, wide);
  const whole = hints.truncated ? dropTornCharacter(bytes) : bytes;
  if (!hasJapaneseEscapes(whole)) {
    try {
      return { text: new TextDecoder('utf-8', { fatal: true }).decode(whole), charset: 'utf-8', lossy: false };
    } catch {
      // Not UTF-8 throughout: ask the page.
    }
  }
  const declared = declaredCharset(bytes, hints.charset);
  if (declared === 'utf-8') {
    const lenient = withCharset(whole, 'utf-8');
    // A page that is UTF-8 but for some broken characters keeps its good ones; one that is mostly broken only claims to be.
    const broken = count(lenient.text, '\uFFFD');
    return broken * 20 <= countHigh(whole) ? lenient : withCharset(whole, 'windows-1252');
  }
  return withCharset(bytes, declared);
}

/** The string these UTF-8 bytes were made of, whole but for a character torn by the cap. */
export function decodeText(bytes: Uint8Array, truncated: boolean): Decoded {
  const whole = truncated ? dropTornCharacter(bytes) : bytes;
  return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(whole), charset: 'utf-8', lossy: false };
}

function withCharset(bytes: Uint8Array, charset: string): Decoded {
  const text = new TextDecoder(charset).decode(bytes);
  return { text: charset === 'windows-1252' ? withLatinMarks(text) : text, charset, lossy: text.includes('\uFFFD') };
}

// What Windows Latin has where Latin-1 has control characters, 0x80 to 0x9F; the five gaps stay what they are.
const MARKS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ';

/** Node 20 and 22 decode Windows Latin as Latin-1, without its quotation marks and dashes. */
function withLatinMarks(text: string): string {
  return text.replace(/[\x80-\x9f]/g, (char) => MARKS[char.charCodeAt(0) - 0x80] ?? char);
}

function declaredCharset(bytes: Uint8Array, transport: string | undefined): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const prolog = /^\s*<\?xml[^>]{0,150}?encoding\s*=\s*["']([\w.:-]+)/.exec(head)?.[1];
  const label = transport ?? prolog;
  // Loaded for the few pages that are not UTF-8.
  const sniffEncoding = load('html-encoding-sniffer') as typeof import('html-encoding-sniffer').default;
  const name = sniffEncoding(bytes, {
    defaultEncoding: 'windows-1252',
    ...(label === undefined ? {} : { transportLayerEncodingLabel: label }),
  }).toLowerCase();
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return 'windows-1252';
  }
}

/** A byte-order mark, or every other byte of the beginning zero. */
function findUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const length = Math.min(bytes.length, 512) & ~1;
  if (length < 8) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const half = length / 2;
  if (odd > half * 0.7 && even < half * 0.05) return 'utf-16le';
  if (even > half * 0.7 && odd < half * 0.05) return 'utf-16be';
  return null;
}

/** ISO-2022-JP is pure ASCII with escapes, so it passes as UTF-8. */
function hasJapaneseEscapes(bytes: Uint8Array): boolean {
  const at = bytes.indexOf(0x1b);
  return at >= 0 && (bytes[at + 1] === 0x24 || bytes[at + 1] === 0x28);
}

/** The cap may have cut a UTF-8 character: up to three bytes at the end. */
function dropTornCharacter(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!;
    if ((byte & 0xc0) === 0x80) continue;
    const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return needs > back ? bytes.subarray(0, bytes.length - back) : bytes;
  }
  return bytes;
}

function count(text: string, what: string): number {
  let n = 0;
  for (let at = text.indexOf(what); at >= 0; at = text.indexOf(what, at + 1)) n++;
  return n;
}

function countHigh(bytes: Uint8Array): number {
  let n = 0;
  for (const byte of bytes) if (byte >= 0x80) n++;
  return n;
}
