/** The words of a text as hashes with offsets, and which of them stand inside quotation marks. */

export interface Words {
  readonly count: number;
  /** 32-bit hash of each word, case and accents folded away. */
  readonly hashes: Uint32Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** 0 the text's own word, 1 inside a quotation, 2 in a line that the publisher prints under everything. */
  readonly quoted: Uint8Array;
  /** 1 for words that a rewriter keeps: capitalised inside a sentence, or with a digit. */
  readonly anchors: Uint8Array;
}

/** Longer texts are read up to here; a copy shows long before. */
const MAX_WORDS = 20_000;

const LETTER_OR_DIGIT = /[\p{L}\p{N}\p{M}]/u;
const MARKS = /\p{M}/gu;

/** One pass over the characters; only words outside ASCII cost a normalisation. */
export function wordsOf(text: string): Words {
  const most = Math.min(MAX_WORDS, (text.length >> 1) + 1);
  const hashes = new Uint32Array(most);
  const starts = new Uint32Array(most);
  const ends = new Uint32Array(most);
  const anchors = new Uint8Array(most);
  let count = 0;
  let opens = true; // whether the next word opens a sentence, where a capital says nothing
  for (let i = 0; i < text.length && count < most; ) {
    const code = text.charCodeAt(i);
    if (!isWordCode(code, text, i)) {
      if (code === 0x2e || code === 0x21 || code === 0x3f || code === 0x3a || code === 0x0a) opens = true;
      i++;
      continue;
    }
    const start = i;
    let ascii = true;
    let digit = false;
    for (; i < text.length; i++) {
      const next = text.charCodeAt(i);
      if (
        (next === 0x27 || next === 0x2019) &&
        i + 1 < text.length &&
        isWordCode(text.charCodeAt(i + 1), text, i + 1)
      ) {
        if (next === 0x2019) ascii = false;
        continue;
      }
      if (!isWordCode(next, text, i)) break;
      if (next > 0x7f) ascii = false;
      else if (next >= 0x30 && next <= 0x39) digit = true;
    }
    hashes[count] = ascii ? hashAscii(text, start, i) : hashWord(fold(text.slice(start, i)));
    starts[count] = start;
    ends[count] = i;
    const first = text.charCodeAt(start);
    const capital = first <= 0x7f ? first >= 0x41 && first <= 0x5a : /^\p{Lu}/u.test(text.slice(start, start + 2));
    anchors[count] = digit || (capital && !opens) ? 1 : 0;
    opens = false;
    count++;
  }
  return {
    count,
    hashes: hashes.slice(0, count),
    starts: starts.slice(0, count),
    ends: ends.slice(0, count),
    anchors: anchors.slice(0, count),
    quoted: quotedWords(text, starts, count),
  };
}

function isWordCode(code: number, text: string, at: number): boolean {
  if (code <= 0x7f)
    return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);
  if (code >= 0xc0 && code <= 0x24f) return code !== 0xd7 && code !== 0xf7;
  if (code >= 0x2000 && code <= 0x206f) return false;
  return LETTER_OR_DIGIT.test(String.fromCodePoint(text.codePointAt(at) as number));
}

const fold = (word: string): string =>
  folded(word.normalize('NFD').replace(MARKS, '').replace(/’/g, "'").toLowerCase());

const folded = (word: string): string => (word.endsWith("'s") ? word.slice(0, -2) : word);

/** FNV-1a with a final mix, 32 bits. */
export function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return mix(hash);
}

/** The same of `text.slice(start, end)` in lower case and without a final "'s", with no string made for it. */
function hashAscii(text: string, start: number, end: number): number {
  const last = end - start > 2 ? text.charCodeAt(end - 1) | 0x20 : 0;
  const to = last === 0x73 && text.charCodeAt(end - 2) === 0x27 ? end - 2 : end;
  let hash = 0x811c9dc5;
  for (let i = start; i < to; i++) {
    const code = text.charCodeAt(i);
    hash = Math.imul(hash ^ (code >= 0x41 && code <= 0x5a ? code | 0x20 : code), 0x01000193);
  }
  return mix(hash);
}

/** Murmur3's finaliser. */
export function mix(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * A mark opens or closes inside its paragraph only: an unpaired one never swallows the rest of the text.
 * Straight marks alternate; curly ones say themselves what they are.
 */
function quotedWords(text: string, starts: Uint32Array, count: number): Uint8Array {
  const quoted = new Uint8Array(count);
  let word = 0;
  let paragraphStart = 0;
  while (paragraphStart <= text.length) {
    const newline = text.indexOf('\n', paragraphStart);
    const paragraphEnd = newline === -1 ? text.length : newline;
    let open = -1;
    const ranges: [number, number][] = [];
    for (let i = paragraphStart; i < paragraphEnd; i++) {
      const mark = text.charCodeAt(i);
      const opening = mark === 0x201c || mark === 0x00ab || (mark === 0x22 && open === -1);
      const closing = mark === 0x201d || mark === 0x00bb || (mark === 0x22 && open !== -1);
      if (opening && open === -1) open = i;
      else if (closing && open !== -1) {
        ranges.push([open, i]);
        open = -1;
      }
    }
    let range = 0;
    while (word < count && (starts[word] as number) < paragraphEnd) {
      const at = starts[word] as number;
      while (range < ranges.length && (ranges[range] as [number, number])[1] < at) range++;
      if (range < ranges.length && (ranges[range] as [number, number])[0] < at) quoted[word] = 1;
      word++;
    }
    paragraphStart = paragraphEnd + 1;
  }
  return quoted;
}
