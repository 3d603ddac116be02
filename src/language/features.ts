/** What the network sees of a word. The exact counterpart of train/features.py: both must agree bit for bit. */

/** FNV-1a over UTF-16 units with a final mix; unsigned 32 bits. */
export function fnv(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h ^= h >>> 15;
  h = Math.imul(h, 0x2c1b3c6d);
  return (h ^ (h >>> 13)) >>> 0;
}

const ASCII = /^[\x00-\x7f]*$/;

/** Lower case that keeps the number of characters: one whose lower case is longer stays as it is. */
export function lower(word: string): string {
  if (ASCII.test(word)) return word.toLowerCase();
  let out = '';
  for (const c of word) {
    const small = c.toLowerCase();
    out += small.length === c.length || isOne(small) ? small : c;
  }
  return out;
}

const isOne = (text: string): boolean => {
  const first = text.codePointAt(0) ?? 0;
  return text.length === (first > 0xffff ? 2 : 1);
};

/** Lower case with every ASCII digit as 0. */
export const norm = (word: string): string => lower(word).replace(/[0-9]/g, '0');

/** X for upper case, x for lower, d for digits, others themselves; runs are cut at `most`. */
export function shape(word: string, most = 2): string {
  let out = '';
  let last = '';
  let run = 0;
  for (const c of word) {
    const kind = c >= '0' && c <= '9' ? 'd' : c !== c.toLowerCase() ? 'X' : c !== c.toUpperCase() ? 'x' : c;
    run = kind === last ? run + 1 : 1;
    last = kind;
    if (run <= most) out += kind;
  }
  return out;
}

/** Bucket of each hashed feature: suffix of 2, 3 and 4, prefix of 3, shape. `sizes` are the table sizes in that order. */
export function hashed(word: string, sizes: readonly number[]): number[] {
  const n = norm(word);
  const keys = [`s${n.slice(-2)}`, `s${n.slice(-3)}`, `s${n.slice(-4)}`, `p${n.slice(0, 3)}`, shape(word)];
  return keys.map((key, i) => fnv(key) % (sizes[i] ?? 1));
}
